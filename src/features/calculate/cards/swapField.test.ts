import { describe, expect, it } from 'vitest'
import { CARDS } from './CardSpec.ts'
import { isGiven, swapField } from './swapField.ts'

const start = { fields: {}, asked: [], wanted: [] }
const answers: Readonly<Record<string, string>> = { leverage: '11.82', size: '0.0979', maxLoss: '500', fall: '8' }
const answer = (field: string): string | undefined => answers[field]

describe('locks of the wall', () => {
  it('unlocking the fall gives the leverage it had in its place, and back again', () => {
    const swap = swapField(CARDS.wall, start, 'fall', answer)
    expect(swap).toEqual({ draft: { fields: {}, asked: ['fall'], wanted: ['leverage'] }, texts: { leverage: '11.82' } })
    const back = swap === undefined ? undefined : swapField(CARDS.wall, swap.draft, 'leverage', answer)
    expect(back).toEqual({ draft: start, texts: { fall: '8' } })
  })
  it('locking a result asks for the input it follows from: the leverage decides the fall, the size the loss', () => {
    expect(swapField(CARDS.wall, start, 'leverage', answer)?.draft).toMatchObject({ asked: ['fall'], wanted: ['leverage'] })
    expect(swapField(CARDS.wall, start, 'size', answer)?.draft).toMatchObject({ asked: ['maxLoss'], wanted: ['size'] })
  })
  it('two can be given at once', () => {
    const one = swapField(CARDS.wall, start, 'leverage', answer)?.draft ?? start
    const two = swapField(CARDS.wall, one, 'size', answer)?.draft ?? start
    expect(two).toMatchObject({ asked: ['fall', 'maxLoss'], wanted: ['leverage', 'size'] })
    expect(CARDS.wall.inputs.map((field) => isGiven(CARDS.wall, two, field))).toEqual([false, false, true])
  })
  it('a result that follows from an input that is asked for already takes the place of the other', () => {
    const { pnl } = CARDS
    const net = swapField(pnl, start, 'netPnl', answer)?.draft ?? start
    expect(net).toMatchObject({ asked: ['exitPrice'], wanted: ['netPnl'] })
    expect(swapField(pnl, net, 'priceMove', answer)?.draft).toMatchObject({ asked: ['exitPrice'], wanted: ['priceMove'] })
  })
  it('what has no inverse stays as it is', () => {
    expect(swapField(CARDS.wall, start, 'entryPrice', answer)).toBeUndefined()
    expect(swapField(CARDS.wall, start, 'liquidationPrice', answer)).toBeUndefined()
  })
})
