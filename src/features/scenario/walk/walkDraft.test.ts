import { describe, expect, it } from 'vitest'
import { randomWalk } from '../../../store/catalog/randomWalk.ts'
import { createFormat } from '../../../ui/format/createFormat.ts'
import { addedRow, readWalk, walkDraft } from './walkDraft.ts'

const format = createFormat('1,234.5')

describe('the form of a random walk', () => {
  it('begins with the built-in market, in percent a year, and gives it back', () => {
    const draft = walkDraft('jumps', 7, format)
    expect(draft.rows.map(({ symbol, volatility, share }) => [symbol, volatility, share])).toEqual([
      ['BTC-PERP', '60', '1'],
      ['ETH-PERP', '75', '1.2'],
      ['SOL-PERP', '100', '1.6'],
    ])
    expect(draft.common).toEqual({ perYear: '26', mean: '-4', spread: '5' })
    const { tape, errors } = readWalk(draft, format)
    const builtIn = randomWalk('jumps', 7)
    expect(errors).toEqual({})
    expect(tape?.tape).toMatchObject({ seed: 7, bars: 720, stepsPerBar: 12, commonJumps: builtIn.commonJumps, correlation: 0.75 })
    expect(tape?.tape.type === 'gbm' && tape.tape.instruments[2]).toMatchObject({ symbol: 'SOL-PERP', price: 150, volatility: 1, jumps: { perYear: 12, mean: -0.08, volatility: 0.08 } })
    expect(tape?.lastTick).toBe(719)
  })
  it('leaves jumps out of the plain model, whatever stands in their fields', () => {
    const draft = { ...walkDraft('jumps', 7, format), model: 'plain' as const, common: { perYear: 'x', mean: '', spread: '' } }
    const { tape, errors } = readWalk(draft, format)
    expect(errors).toEqual({})
    expect(tape?.tape.type === 'gbm' && [tape.tape.commonJumps, tape.tape.instruments[2]?.jumps]).toEqual([undefined, undefined])
  })
  it('names every field that cannot be read', () => {
    const draft = walkDraft('plain', 7, format)
    const [first, ...rest] = draft.rows
    if (first === undefined) throw new Error('no rows')
    const { tape, errors } = readWalk({ ...draft, seed: '1.5', bars: '0', rows: [{ ...first, price: '0', symbol: ' ' }, ...rest, { ...first, symbol: 'ETH-PERP' }] }, format)
    expect(tape).toBeUndefined()
    expect(Object.keys(errors).sort()).toEqual(['0.price', '0.symbol', '3.symbol', 'bars', 'seed'])
    expect(errors['3.symbol']).toBe('This name is taken.')
  })
  it('takes no seed that JSON would not keep', () => {
    const errorOf = (seed: string) => readWalk({ ...walkDraft('plain', 7, format), seed }, format).errors.seed
    expect(errorOf('999999999999999')).toBeUndefined()
    expect(errorOf('1000000000000000')).toBe('Enter a whole number from 0 to 999,999,999,999,999.')
  })
  it('refuses a correlation that no prices could have', () => {
    // Three prices cannot all move with −0.6: 1 + 2·(−0.6) is below 0.
    expect(readWalk({ ...walkDraft('plain', 7, format), correlation: '-0.6' }, format).errors.correlation).toContain('at least −0.4999')
    expect(readWalk({ ...walkDraft('plain', 7, format), correlation: '-0.4' }, format).errors).toEqual({})
  })
  it('adds instruments with names of their own', () => {
    const { rows } = walkDraft('plain', 7, format)
    const more = [...rows, addedRow(rows)]
    expect(addedRow(more).symbol).toBe('ALT2-PERP')
  })
})
