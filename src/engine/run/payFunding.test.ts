import { describe, expect, it } from 'vitest'
import { barTape, command, eventsOf, HOUR, MONDAY, order, pathTape, played, rulesWith, story } from '../testing/fixtures.ts'
import { rate } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import { fundingTimes } from './payFunding.ts'

function every8Hours(fundingRate: string): Rules {
  return { ...rulesWith({ maintenanceRate: '0' }), funding: { type: 'fixed', intervalMillis: 8 * HOUR, rate: rate(fundingRate), price: 'mark' } }
}

/** Payments as `hours amount`. */
function paid(run: ReturnType<typeof played>): readonly string[] {
  return eventsOf(run, 'funding-paid').map((event) => `${(event.at - MONDAY) / HOUR} ${event.legs.map((leg) => leg.amount.toFixed()).join(' ')}`)
}

describe('payFunding', () => {
  it('[F1] times are the multiples of the interval after one moment up to another, included', () => {
    const hours = (after: number, until: number) => fundingTimes({ type: 'fixed', intervalMillis: 8 * HOUR, rate: rate('0.0001'), price: 'mark' }, MONDAY + after * HOUR, MONDAY + until * HOUR).map((at) => (at - MONDAY) / HOUR)
    expect(hours(0, 24)).toEqual([8, 16, 24])
    expect(hours(-1, 0)).toEqual([0])
    expect(hours(0, 7)).toEqual([])
    expect(hours(8, 8)).toEqual([])
    expect(fundingTimes({ type: 'fixed', intervalMillis: 8 * HOUR, rate: rate('1'), price: 'mark' }, -9 * HOUR, 0)).toEqual([-8 * HOUR, 0])
    expect(fundingTimes({ type: 'none' }, 0, 1e12)).toEqual([])
    expect(() => fundingTimes({ type: 'fixed', intervalMillis: 0, rate: rate('1'), price: 'mark' }, 0, 1)).toThrow('F1')
  })

  it('[F1] longs pay a positive rate and shorts receive it, at the mark of that moment', () => {
    // 100 -> 116 in 16 hours: 108 at 8 h, 116 at 16 h; 2 long pay 2.16 and 2.32, 1 short receives 1.08 and 1.16
    const tape = pathTape({ A: [100, 116] }, { barMillis: 16 * HOUR })
    const commands = [order({ pool: 'cross', qty: '2' }), order({ side: 'sell', leverage: '2' })]
    const run = played({ tape, rules: every8Hours('0.01'), commands })
    expect(paid(run)).toEqual(['8 -2.16', '8 1.08', '16 -2.32', '16 1.16'])
    expect(run.accountAt(1).totals.get('A@cross')?.funding.toFixed()).toBe('-4.48')
    expect(run.accountAt(1).counterparties.funding.toFixed()).toBe('2.24')
    expect(paid(played({ tape, rules: every8Hours('-0.01'), commands }))[0]).toBe('8 2.16')
  })

  it('[F1] who holds a position at the moment pays; who opens at it does not', () => {
    const tape = pathTape({ A: [100, 100, 100] }, { barMillis: 8 * HOUR })
    // opened after the prices of 8 h, when its funding is already paid; closed by a command of 16 h, after its funding
    expect(paid(played({ tape, rules: every8Hours('0.01'), commands: [order({ tick: 1 }), command.close(2, 'A@isolated')] }))).toEqual(['16 -1'])
    expect(paid(played({ tape, rules: every8Hours('0.01'), commands: [order({ tick: 0 }), command.close(1, 'A@isolated')] }))).toEqual(['8 -1'])
  })

  it('[F1] once, where one bar ends and the next one opens', () => {
    const bar = [100, 100, 100, 100] as const
    const tape = barTape({ A: [bar, bar, bar] }, { barMillis: 8 * HOUR, time: Float64Array.from([0, 8, 16].map((hour) => MONDAY + hour * HOUR)) })
    expect(paid(played({ tape, rules: every8Hours('0.01'), commands: [order()] }))).toEqual(['16 -1', '24 -1'])
  })

  it('[F1] comes out of the collateral before the test of the moment, and can use it up', () => {
    // margin 10 of 100; the rate of 10 % takes it at 8 h without a move of the price
    const tape = pathTape({ A: [100, 100] }, { barMillis: 8 * HOUR })
    const run = played({ tape, rules: every8Hours('0.1'), commands: [order()] })
    expect(story(run)).toEqual(['market A@isolated 1 @ 100', 'funding isolated:A@isolated', 'liquidated A@isolated @ 100'])
    expect(run.accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('9990')
    // 20 %: the other 10 is bad debt of the isolated pool, not the wallet's
    const deep = played({ tape, rules: every8Hours('0.2'), commands: [order()] })
    expect(eventsOf(deep, 'bad-debt-covered').map((event) => event.amount.toFixed())).toEqual(['10'])
    expect(deep.accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('9990')
  })

  it('[F1] more payments in one tick than a call has room for arguments', () => {
    const funding = { type: 'fixed' as const, intervalMillis: 10, rate: rate('0.0000000001'), price: 'mark' as const }
    const run = played({ tape: pathTape({ A: [100, 100] }, { barMillis: 1_300_000 }), rules: { ...rulesWith(), funding }, commands: [order()] })
    expect(eventsOf(run, 'funding-paid')).toHaveLength(130_000)
  }, 60_000)

  it('[F1] an isolated pool pays from its own cash, a shared one from the wallet', () => {
    const tape = pathTape({ A: [100, 100], B: [50, 50] }, { barMillis: 8 * HOUR })
    const run = played({ tape, rules: every8Hours('0.01'), commands: [order(), order({ pool: 'cross', instrument: 'B', qty: '4' })] })
    const cash = (pool: string) => run.accountAt(1).pools.get(pool)?.cash.toFixed()
    expect([cash('isolated:A@isolated'), cash('cross')]).toEqual(['9', '9988'])
  })
})
