import { describe, expect, it } from 'vitest'
import { accountView } from '../margin/accountView.ts'
import { CROSS, poolOf, removable } from '../margin/poolMargin.ts'
import { maxSize } from '../ledger/preview.ts'
import type { Series, Tape } from '../tape/Tape.ts'
import { ofPriceKey, priceKey, priceOf } from '../tape/priceKey.ts'
import { testMarks } from '../tape/testMarks.ts'
import { price } from '../units/quantities.ts'
import type { PriceKind, Rules } from '../venues/Rules.ts'
import { command, eventsOf, instrument, MINUTE, MONDAY, order, pathTape, played, rulesWith, setupOf, story, type Words } from '../testing/fixtures.ts'
import { createRun } from './createRun.ts'
import { previewFill } from './previewFill.ts'
import { marksAt } from './steps.ts'

/** Minute points of A's mark, and of what else is given: `{ last: […] }`. */
function kinds(mark: readonly number[], others: Partial<Record<'index' | 'last', readonly number[]>>, change: Partial<Tape> = {}): Tape {
  const tape = pathTape({ A: mark }, change)
  const series = (['index', 'last'] as const).flatMap((kind): readonly Series[] => {
    const list = others[kind]
    return list === undefined ? [] : [{ instrument: 'A', kind, close: Float64Array.from(list) }]
  })
  return { ...tape, series: [...tape.series, ...series] }
}

function by(trigger: PriceKind, change: Parameters<typeof rulesWith>[0] = {}): Rules {
  const rules = rulesWith(change)
  return { ...rules, liquidation: { ...rules.liquidation, trigger } }
}

const play = (words: Words): ReturnType<typeof played> => played({ instruments: [instrument('A')], ...words })

function viewAt(words: Words, tick: number): ReturnType<typeof accountView> {
  const run = play(words)
  return accountView(run.accountAt(tick), { rules: words.rules ?? rulesWith(), instruments: new Map([['A', instrument('A')], ['B', instrument('B')]]), marks: marksAt(words.tape, tick) })
}

describe('prices of three kinds', () => {
  it('[K4] stand under the symbol, and under the symbol and the kind; what is not there is the mark', () => {
    expect([priceKey('A', 'mark'), priceKey('A', 'index'), priceKey('A', 'last')]).toEqual(['A', 'A#index', 'A#last'])
    expect([ofPriceKey('A#last'), ofPriceKey('A')]).toEqual([{ instrument: 'A', kind: 'last' }, { instrument: 'A', kind: 'mark' }])
    const marks = marksAt(kinds([100], { last: [98] }), 0)
    expect((['mark', 'index', 'last'] as const).map((kind) => priceOf(marks, 'A', kind).toFixed())).toEqual(['100', '100', '98'])
    expect(() => priceOf(marks, 'B', 'last')).toThrow('the mark of B')
  })

  it('[K4] a tape without the mark of an instrument is not played', () => {
    const tape = { ...pathTape({ A: [100] }), series: [{ instrument: 'A', kind: 'last' as const, close: Float64Array.of(100) }] }
    expect(() => play({ tape })).toThrow('K4: the tape has no mark of A')
  })

  it('[K5] the view of the test has one price an instrument, and is its own view', () => {
    const marks = marksAt(kinds([100], { last: [98], index: [99] }), 0)
    expect([...testMarks(marks, 'last')].map(([key, at]) => [key, at.toFixed()])).toEqual([['A', '98']])
    expect(testMarks(testMarks(marks, 'index'), 'index').get('A')?.toFixed()).toBe('99')
    expect(testMarks(marks, 'mark')).toBe(marks)
  })
})

/** 1 A long at 100 behind 10 (10x), maintenance 0.5 %: liquidated at 90 / 0.995 = 90.4522…, on the tick upwards 90.46. */
describe('the liquidation test', () => {
  const dip = { tape: kinds([100, 100, 100], { last: [100, 80, 100] }), commands: [order()] }

  it('[K5] looks at the price the rules name, between two points as well', () => {
    expect(story(play({ ...dip, rules: by('mark') }))).toEqual(['market A@isolated 1 @ 100'])
    const run = play({ ...dip, rules: by('last') })
    expect(story(run)).toEqual(['market A@isolated 1 @ 100', 'liquidated A@isolated @ 90.46'])
    // (100 - 90.45226…) / 20 of a minute
    const [breach] = eventsOf(run, 'pool-breached')
    expect(breach?.at).toBe(MONDAY + Math.floor(((100 - 90 / 0.995) / 20) * MINUTE))
    expect(breach?.legs[0]?.mark.toFixed()).toBe('90.45')
  })

  it('[K5] takes the mark where the tape has no such price', () => {
    expect(story(play({ ...dip, rules: by('index') }))).toEqual(['market A@isolated 1 @ 100'])
    const tape = kinds([100, 80, 100], { last: [100, 100, 100] })
    expect(story(play({ tape, commands: [order()], rules: by('index') }))).toEqual(['market A@isolated 1 @ 100', 'liquidated A@isolated @ 90.46'])
    expect(story(play({ tape, commands: [order()], rules: by('last') }))).toEqual(['market A@isolated 1 @ 100'])
  })

  it('[K5] after a jump closes at that price: 20 lost behind 10, the fund bears 10, the mark has not moved', () => {
    const tape = kinds([100, 100, 100], { last: [100, 80, 100] }, { jump: Uint8Array.of(0, 1, 1) })
    const run = play({ tape, commands: [order()], rules: by('last') })
    expect(story(run)).toEqual(['market A@isolated 1 @ 100', 'liquidated A@isolated @ 80'])
    expect(eventsOf(run, 'bad-debt-covered').map((event) => event.amount.toFixed())).toEqual(['10'])
    expect(eventsOf(run, 'pool-breached')[0]).toMatchObject({ jumped: true })
    expect(eventsOf(run, 'pool-breached')[0]?.equity.toFixed()).toBe('-10')
  })

  it('[K5] the liquidation price is one of that kind: the other instruments stand at theirs', () => {
    const tape = { ...pathTape({ A: [100, 100], B: [100, 100] }) }
    const withLast: Tape = { ...tape, series: [...tape.series, { instrument: 'B', kind: 'last', close: Float64Array.of(100, 90) }] }
    const commands = [order({ pool: 'cross' }), order({ pool: 'cross', instrument: 'B' })]
    const words = { tape: withLast, commands, wallet: '40', instruments: [instrument('A'), instrument('B')] }
    const priceOfA = (trigger: PriceKind): string | undefined => {
      const { liquidation } = viewAt({ ...words, rules: by(trigger, { maintenanceRate: '0' }) }, 1).positions[0] ?? {}
      return liquidation?.type === 'price' ? liquidation.exact.toFixed() : undefined
    }
    // 40 + (P - 100) + (B - 100) = 0 with B at its mark of 100, or at its last price of 90
    expect([priceOfA('mark'), priceOfA('last')]).toEqual(['60', '70'])
  })

  it('[K5] what may be taken out leaves a pool that passes it; PnL and margin stay those of the mark', () => {
    const rules = by('last', { maintenanceRate: '0' })
    const tape = kinds([100, 100], { last: [100, 60] })
    const run = play({ tape, rules, wallet: '50', commands: [order({ pool: 'cross', leverage: '100' })] })
    const account = run.accountAt(1)
    const now = { rules, marks: marksAt(tape, 1) }
    // by the mark 50 - 1 = 49 is free; by the last price equity is 10, and at or below zero liquidates
    expect(removable(account, poolOf(account, CROSS), now).toFixed()).toBe('9.999999999999')
    expect(accountView(account, { ...now, instruments: new Map([['A', instrument('A')]]) }).equity.toFixed()).toBe('50')
  })

  it('[K5] an order that would be liquidated by that price is refused', () => {
    const tape = kinds([80, 80], { last: [100, 100] })
    expect(story(play({ tape, commands: [order()], rules: by('mark') }))).toEqual(['refused place-order liquidated-on-fill'])
    expect(story(play({ tape, commands: [order()], rules: by('last') }))).toEqual(['market A@isolated 1 @ 100'])
  })
})

describe('trades', () => {
  it('[K6] happen at the last price: orders, closes, sizes in quote; PnL is at the mark', () => {
    const tape = kinds([100, 100, 100], { last: [98, 98, 99] })
    expect(story(play({ tape, commands: [order(), command.close(2, 'A@isolated')] }))).toEqual(['market A@isolated 1 @ 98', 'close A@isolated -1 @ 99'])
    expect(story(play({ tape, commands: [order({ notional: '196' })] }))).toEqual(['market A@isolated 2 @ 98'])
    expect(viewAt({ tape, commands: [order()] }, 1).positions[0]?.unrealizedPnl.toFixed()).toBe('2')
  })

  it('[K6] a limit order watches the last price, not the mark', () => {
    const limit = order({ orderType: 'limit', price: '97' })
    expect(story(play({ tape: kinds([100, 100], { last: [98, 96] }), commands: [limit] }))).toEqual(['resting', 'limit A@isolated 1 @ 97'])
    expect(story(play({ tape: kinds([100, 90], { last: [98, 98] }), commands: [limit] }))).toEqual(['resting'])
    expect(story(play({ tape: kinds([100, 100], { last: [96, 96] }), commands: [limit] }))).toEqual(['limit A@isolated 1 @ 96'])
  })

  it('[K6] a forced close does not: it is at the price that triggered it', () => {
    const run = play({ tape: kinds([100, 80], { last: [100, 100] }), commands: [order()], rules: by('mark') })
    expect(story(run)).toEqual(['market A@isolated 1 @ 100', 'liquidated A@isolated @ 90.46'])
  })
})

describe('stops and targets', () => {
  // The mark falls to 95 and the last price to 99; the index rises to 104.
  const tape = kinds([100, 95], { last: [100, 99], index: [100, 104] })
  const long = (change: Parameters<typeof order>[0]): ReturnType<typeof order> => order({ leverage: '2', ...change })
  const watch = (triggerBy: PriceKind | undefined, change: Parameters<typeof order>[0]): readonly string[] =>
    story(play({ tape, commands: [{ ...long(change), ...(triggerBy === undefined ? {} : { triggerBy }) }] }))

  it('[K7] watch the mark unless told otherwise, and fill at the last price of the moment', () => {
    // 3 of 5 on the way: the last price is 100 - 0.6
    expect(watch(undefined, { stopLoss: '97' })).toEqual(['market A@isolated 1 @ 100', 'stop-loss A@isolated -1 @ 99.4'])
    expect(watch('mark', { stopLoss: '97' })).toEqual(['market A@isolated 1 @ 100', 'stop-loss A@isolated -1 @ 99.4'])
    expect(watch('last', { stopLoss: '97' })).toEqual(['market A@isolated 1 @ 100'])
    expect(watch('last', { stopLoss: '99.5' })).toEqual(['market A@isolated 1 @ 100', 'stop-loss A@isolated -1 @ 99.5'])
    // half of the way: 100 - 0.5
    expect(watch('index', { takeProfit: '102' })).toEqual(['market A@isolated 1 @ 100', 'take-profit A@isolated -1 @ 99.5'])
    expect(watch('mark', { takeProfit: '102' })).toEqual(['market A@isolated 1 @ 100'])
  })

  it('[K7] a stop order rests and fires by the price it watches', () => {
    const stop = { orderType: 'stop', price: '103', side: 'buy' } as const
    expect(watch('index', stop)).toEqual(['resting', 'stop A@isolated 1 @ 99.25'])
    expect(watch('last', stop)).toEqual(['resting'])
    // a sell stop at 99.5: the last price is already below it, the index is not
    const beyond = kinds([100, 100], { last: [99, 99], index: [100, 99.5] })
    const sell = order({ orderType: 'stop', price: '99.5', side: 'sell' })
    expect(story(play({ tape: beyond, commands: [{ ...sell, triggerBy: 'last' }] }))).toEqual(['stop A@isolated -1 @ 99'])
    expect(story(play({ tape: beyond, commands: [{ ...sell, triggerBy: 'index' }] }))).toEqual(['resting', 'stop A@isolated -1 @ 99'])
  })

  it('[K7] what is watched is set with the targets and stays when a trade brings none', () => {
    const commands = [long({}), { ...command.protect(0, 'A@isolated', { stopLoss: '97' }), triggerBy: 'last' as const }, long({ id: 'more' })]
    const run = play({ tape, commands })
    expect(run.accountAt(1).positions.get('A@isolated')?.triggerBy).toBe('last')
    expect(story(run)).toEqual(['market A@isolated 1 @ 100', 'market A@isolated 1 @ 100'])
    const again = play({ tape, commands: [...commands, long({ id: 'targets', stopLoss: '97' })] })
    expect(again.accountAt(0).positions.get('A@isolated')?.triggerBy).toBeUndefined()
    expect(story(again).at(-1)).toBe('stop-loss A@isolated -3 @ 99.4')
  })

  it('[K7] previews put the watched price where it fires and leave the others', () => {
    const flat = kinds([100, 100], { last: [99, 99] })
    const stop = order({ id: 'stop', orderType: 'stop', price: '103', leverage: '1' })
    const setup = setupOf({ tape: flat, instruments: [instrument('A')], commands: [stop] })
    const run = createRun(setup, 'as-set')
    run.advanceTo(0)
    const context = { setting: { rules: setup.rules, instruments: new Map([['A', instrument('A')]]), walls: 'as-set' as const }, moment: { tick: 0, at: MONDAY, marks: marksAt(flat, 0) } }
    const preview = previewFill(run.accountAt(0), 'stop', context)
    expect(preview.ok ? eventsOf(preview.value, 'filled').map((event) => event.price) : []).toEqual([price('99')])
    // 10,000 / 99 = 101.0101010… at 1x, to nine digits; the requirement at the mark of 103 is far below
    expect(maxSize(run.accountAt(0), { ...stop, id: 'other', leg: 'other' }, context).toFixed()).toBe('101.010101')
  })
})
