import { describe, expect, it } from 'vitest'
import { command, eventsOf, order, pathTape, played, setupOf, story, type TrailingWords } from '../testing/fixtures.ts'
import { createRun } from './createRun.ts'

/** A long of 1 A at 100, with a trailing stop set at the first tick; the plain rules charge nothing. */
function trailed(prices: readonly number[], trailing: TrailingWords, change: Parameters<typeof pathTape>[1] = {}) {
  return played({ tape: pathTape({ A: prices }, change), commands: [order({ leverage: '1' }), command.protect(0, 'A@isolated', { trailing })] })
}

describe('trailing stop', () => {
  it('[P11] follows the best price and fires a callback rate below it, on the path', () => {
    // best 120, 5 % back: 120 - 6 = 114, reached on the way from 120 to 100
    expect(story(trailed([100, 110, 105, 120, 100, 130], { rate: '0.05' }))).toEqual(['market A@isolated 1 @ 100', 'trailing-stop A@isolated -1 @ 114'])
  })

  it('[P11] a distance is taken from the best as it is', () => {
    // from 110 it falls 4 to 106: not 5; from 112 it falls to 107
    expect(story(trailed([100, 110, 106, 112, 100], { distance: '5' })).at(-1)).toBe('trailing-stop A@isolated -1 @ 107')
  })

  it('[P11] the level is rounded to the tick away from the best', () => {
    // 3 % of 101.01 is 3.0303; 97.9797 becomes 97.97 on a tick of 0.01
    expect(story(trailed([100, 101.01, 90], { rate: '0.03' })).at(-1)).toBe('trailing-stop A@isolated -1 @ 97.97')
  })

  it('[P11] a callback below one tick is one tick, so it never fires on the way up', () => {
    expect(story(trailed([100, 105, 110, 110, 100], { rate: '0.0000001' })).at(-1)).toBe('trailing-stop A@isolated -1 @ 109.99')
  })

  it('[P11] it stays a tick away where the best is between two ticks, or zero', () => {
    // 101.005 less a tick is 100.995: 100.99
    expect(story(trailed([100, 101.005, 100], { rate: '0.0000001' })).at(-1)).toBe('trailing-stop A@isolated -1 @ 100.99')
    // a share of nothing is nothing: a tick above 0
    const short = played({ tape: pathTape({ A: [5, 0, 2] }), commands: [order({ side: 'sell', leverage: '1' }), command.protect(0, 'A@isolated', { trailing: { rate: '0.1' } })] })
    expect(story(short).at(-1)).toBe('trailing-stop A@isolated 1 @ 0.01')
  })

  it('[P11] does not follow before its activation is reached', () => {
    // 108 falls to 90 without firing; at 115 it is active: best 115 less 10 % = 103.5
    expect(story(trailed([100, 108, 90, 115, 95], { rate: '0.1', activation: '112' })).at(-1)).toBe('trailing-stop A@isolated -1 @ 103.5')
    expect(story(trailed([100, 108, 90, 111, 95], { rate: '0.1', activation: '112' }))).toEqual(['market A@isolated 1 @ 100'])
  })

  it('[P11] after a jump it fires at the price there', () => {
    // best 120, level 114; the jump to 104 passes it
    const run = trailed([100, 120, 104, 130], { rate: '0.05' }, { jump: Uint8Array.from([0, 0, 1, 0]) })
    expect(story(run).at(-1)).toBe('trailing-stop A@isolated -1 @ 104')
  })

  it('[P11] of a short it follows the lowest price', () => {
    // 80 and 10 % more: 88
    const tape = pathTape({ A: [100, 80, 95] })
    const run = played({ tape, commands: [order({ side: 'sell', leverage: '2' }), command.protect(0, 'A@isolated', { trailing: { rate: '0.1' } })] })
    expect(story(run).at(-1)).toBe('trailing-stop A@isolated 1 @ 88')
  })

  it('[P11] an order opens when the price turns: a buy follows the lowest', () => {
    // from 90, 5 % up: 94.5
    const tape = pathTape({ A: [100, 90, 99] })
    const run = played({ tape, commands: [order({ orderType: 'trailing-stop', trailing: { rate: '0.05' } })] })
    expect(story(run)).toEqual(['resting', 'trailing-stop A@isolated 1 @ 94.5'])
    expect(eventsOf(run, 'order-placed')[0]?.order).toMatchObject({ type: 'trailing-stop', direction: 'rise' })
    expect(eventsOf(run, 'order-placed')[0]?.order.price.toFixed()).toBe('105')
  })

  it('[P11] the best it has followed is no event: a finer tape and an account gone back to follow the same', () => {
    const tape = pathTape({ A: [100, 110, 105, 120, 100] })
    const commands = [order({ leverage: '1' }), command.protect(0, 'A@isolated', { trailing: { rate: '0.05' } })]
    const run = createRun(setupOf({ tape, commands }), 'as-set')
    run.advanceTo(4)
    const followed = (tick: number): readonly string[] => [...run.trailsAt(tick).values()].map(({ best, level }) => `${best.toFixed()} ${level?.toFixed() ?? ''}`)
    expect([0, 1, 2, 3, 4].map(followed)).toEqual([['100 95'], ['110 104.5'], ['110 104.5'], ['120 114'], []])
    const deposit = command.deposit(2, '1')
    run.setCommands([...commands, deposit])
    run.advanceTo(4)
    expect([0, 1, 2, 3, 4].map(followed)).toEqual([['100 95'], ['110 104.5'], ['110 104.5'], ['120 114'], []])
    expect(story(run).at(-1)).toBe('trailing-stop A@isolated -1 @ 114')
  })

  it('[P11] setting the targets again leaves the same trailing stop where it is, another one starts anew', () => {
    // best 120 at the second tick; the tape falls to 116 when the targets are set again
    const again = (trailing: TrailingWords) => played({
      tape: pathTape({ A: [100, 120, 116, 100] }),
      commands: [order({ leverage: '1' }), command.protect(0, 'A@isolated', { trailing: { rate: '0.05' } }), command.protect(2, 'A@isolated', { takeProfit: '150', trailing })],
    })
    expect(story(again({ rate: '0.05' })).at(-1)).toBe('trailing-stop A@isolated -1 @ 114')
    // 116 less 10 %
    expect(story(again({ rate: '0.1' })).at(-1)).toBe('trailing-stop A@isolated -1 @ 104.4')
  })

  it('[P11] comes before a take-profit and after a stop-loss at the same moment', () => {
    const run = played({
      tape: pathTape({ A: [100, 120, 100] }),
      commands: [order({ leverage: '1' }), command.protect(0, 'A@isolated', { trailing: { rate: '0.05' } }), command.protect(1, 'A@isolated', { stopLoss: '114', trailing: { rate: '0.05' } })],
    })
    expect(story(run).at(-1)).toBe('stop-loss A@isolated -1 @ 114')
  })

  it('[P11] refuses a callback that is no share, is not on the tick, or reaches below zero', () => {
    const refusal = (trailing: TrailingWords | undefined) => story(played({ tape: pathTape({ A: [100] }), commands: [order({ orderType: 'trailing-stop', side: 'sell', ...(trailing === undefined ? {} : { trailing }) })] })).at(-1)
    expect(refusal(undefined)).toBe('refused place-order callback-required')
    expect(refusal({ rate: '1' })).toBe('refused place-order callback-out-of-range')
    expect(refusal({ rate: '0' })).toBe('refused place-order callback-out-of-range')
    expect(refusal({ distance: '0.005' })).toBe('refused place-order price-not-on-tick')
    expect(refusal({ distance: '100' })).toBe('refused place-order price-not-positive')
    expect(refusal({ rate: '0.1', activation: '100.005' })).toBe('refused place-order price-not-on-tick')
    expect(story(played({ tape: pathTape({ A: [100] }), commands: [order(), command.protect(0, 'A@isolated', { trailing: { rate: '2' } })] })).at(-1)).toBe('refused set-protection callback-out-of-range')
  })
})
