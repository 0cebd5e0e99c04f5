import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { setupArb, wallsArb } from '../testing/arbitraries.ts'
import { barTape, command, eventsOf, HOUR, instrument, MINUTE, MONDAY, order, pathTape, played, rulesWith, story } from '../testing/fixtures.ts'
import { finished, patience, times } from '../testing/promises.ts'
import { withFunding } from '../testing/withFunding.ts'
import { rate } from '../units/quantities.ts'
import type { FundingSeries, Tape } from '../tape/Tape.ts'
import type { Rules } from '../venues/Rules.ts'
import { fundingClock } from './fundingClock.ts'

vi.setConfig({ testTimeout: patience })

/** Payments of an instrument: `[hours after Monday, rate]`. */
function paying(symbol: string, ...payments: readonly (readonly [number, number])[]): FundingSeries {
  return { instrument: symbol, time: Float64Array.from(payments, ([hour]) => MONDAY + hour * HOUR), rate: Float64Array.from(payments, ([, share]) => share) }
}

const free = rulesWith({ maintenanceRate: '0' })
const every8Hours: Rules = { ...free, funding: { type: 'fixed', intervalMillis: 8 * HOUR, rate: rate('0.01'), price: 'mark' } }

/** Payments as `hours leg amount`. */
function paid(run: ReturnType<typeof played>): readonly string[] {
  return eventsOf(run, 'funding-paid').flatMap((event) => event.legs.map(({ leg, amount }) => `${(event.at - MONDAY) / HOUR} ${leg} ${amount.toFixed()}`))
}

const cross = (symbol: string) => order({ instrument: symbol, pool: 'cross', leverage: '1' })

describe('fundingClock', () => {
  it('[F5] times are those of the tape and, of instruments without, those of the rules; each once', () => {
    const tape = { ...pathTape({ A: [1], B: [1] }), funding: [paying('A', [1, 0.1], [8, 0.2], [17, 0.3])] }
    const clock = fundingClock(every8Hours.funding, tape)
    const hours = (after: number, until: number) => clock.timesIn(MONDAY + after * HOUR, MONDAY + until * HOUR).map((at) => (at - MONDAY) / HOUR)
    expect(hours(0, 24)).toEqual([1, 8, 16, 17, 24])
    expect(hours(1, 8)).toEqual([8])
    expect(hours(1, 7)).toEqual([])
    expect(hours(-1, 1)).toEqual([0, 1])
    const due = (symbol: string, hour: number) => {
      const funding = clock.dueAt(symbol, MONDAY + hour * HOUR)
      return funding.type === 'fixed' ? funding.rate.toFixed() : funding.type
    }
    expect([1, 8, 16, 17].map((hour) => due('A', hour))).toEqual(['0.1', '0.2', 'none', '0.3'])
    expect([1, 8, 16, 17].map((hour) => due('B', hour))).toEqual(['none', '0.01', '0.01', 'none'])
    // where every instrument has its own, the rules say nothing
    expect(fundingClock(every8Hours.funding, { ...tape, series: tape.series.slice(0, 1) }).timesIn(MONDAY, MONDAY + 24 * HOUR)).toHaveLength(3)
  })

  it('[F5] columns that do not fit each other, or an instrument twice, are no tape', () => {
    const tape = pathTape({ A: [1] })
    expect(() => fundingClock(free.funding, { ...tape, funding: [paying('A', [1, 0.1]), paying('A', [2, 0.1])] })).toThrow('F5')
    expect(() => fundingClock(free.funding, { ...tape, funding: [{ ...paying('A', [1, 0.1]), rate: new Float64Array(2) }] })).toThrow('F5')
  })

  it('[F5] pays the rates of the tape at their own moments between ticks, at the mark of the moment', () => {
    // A rises from 100 to 148 in a straight line of 48 hours: 101.5 at 1.5 h, 130 at 30 h; 2 long.
    // 2 x 101.5 x 0.001 = 0.203 paid, 2 x 130 x 0.002 = 0.52 received
    const tape: Tape = { ...pathTape({ A: [100, 148] }, { barMillis: 48 * HOUR }), funding: [paying('A', [1.5, 0.001], [30, -0.002])] }
    for (const rules of [free, every8Hours]) {
      const run = played({ tape, rules, commands: [order({ pool: 'cross', qty: '2', leverage: '1' })] })
      expect(paid(run)).toEqual(['1.5 A@cross -0.203', '30 A@cross 0.52'])
      expect(run.accountAt(1).totals.get('A@cross')?.funding.toFixed()).toBe('0.317')
      expect(run.accountAt(1).counterparties.funding.toFixed()).toBe('-0.317')
      // 10,000 - 0.203 + 0.52
      expect(run.accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('10000.317')
    }
  })

  it('[F5] other instruments pay what the rules say; one pool pays two rates of a moment in two events', () => {
    const tape: Tape = { ...pathTape({ A: [100, 100], B: [50, 50] }, { barMillis: 16 * HOUR }), funding: [paying('A', [8, 0.02], [9, 0.03])] }
    const run = played({ tape, rules: every8Hours, commands: [cross('A'), cross('B')] })
    expect(paid(run)).toEqual(['8 A@cross -2', '8 B@cross -0.5', '9 A@cross -3', '16 B@cross -0.5'])
    expect(eventsOf(run, 'funding-paid').map((event) => event.rate.toFixed())).toEqual(['0.02', '0.01', '0.03', '0.01'])
  })

  it('[F5] is paid on the price that the rules fund on, else the mark', () => {
    const base = pathTape({ A: [100, 100] }, { barMillis: 16 * HOUR })
    const tape: Tape = { ...base, series: [...base.series, { instrument: 'A', kind: 'index', close: Float64Array.of(80, 80) }], funding: [paying('A', [3, 0.01])] }
    const words = { tape, commands: [cross('A')], instruments: [instrument('A')] }
    expect(paid(played({ ...words, rules: free }))).toEqual(['3 A@cross -1'])
    const onIndex: Rules = { ...free, funding: { type: 'fixed', intervalMillis: 8 * HOUR, rate: rate('5'), price: 'index' } }
    expect(paid(played({ ...words, rules: onIndex }))).toEqual(['3 A@cross -0.8'])
  })

  it('[F5] [K3] inside a jump at the price before it, at its end at the price after it', () => {
    const jump = { jump: Uint8Array.of(0, 1), barMillis: 8 * HOUR }
    const tape: Tape = { ...pathTape({ A: [100, 50] }, jump), funding: [paying('A', [3, 0.01], [8, 0.01])] }
    expect(paid(played({ tape, rules: free, commands: [cross('A')] }))).toEqual(['3 A@cross -1', '8 A@cross -0.5'])
    // between two bars there is a night of 16 hours: the payment in it is made at the close before, and tested there
    const bars: Tape = { ...barTape({ A: [[100, 100, 100, 100], [80, 80, 80, 80]] }, { barMillis: 8 * HOUR, time: Float64Array.of(MONDAY, MONDAY + 24 * HOUR) }), funding: [paying('A', [20, 0.1])] }
    const run = played({ tape: bars, rules: free, commands: [order()] })
    expect(paid(run)).toEqual(['20 A@isolated -10'])
    // margin 10 of 100, all of it is paid: liquidated there at 100, and not at the open of 80
    expect(story(run)).toEqual(['market A@isolated 1 @ 100', 'funding isolated:A@isolated', 'liquidated A@isolated @ 100'])
    expect(eventsOf(run, 'bad-debt-covered')).toEqual([])
  })

  it('[F5] [W2] a rate beyond the margin takes what is there, and nothing from the wallet', () => {
    // 10 margin, 200 % of 100 at 1 h: 190 of bad debt
    const tape: Tape = { ...pathTape({ A: [100, 100] }, { barMillis: 2 * HOUR }), funding: [paying('A', [1, 2])] }
    const run = played({ tape, rules: free, commands: [order()] })
    expect(eventsOf(run, 'bad-debt-covered').map((event) => event.amount.toFixed())).toEqual(['190'])
    expect(run.accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('9990')
  })

  it('[F5] [K1] funding before liquidations and orders of its moment; a command of the tick that ends there comes after', () => {
    const tape: Tape = { ...pathTape({ A: [100, 100, 100] }, { barMillis: HOUR }), funding: [paying('A', [1, 0.01], [2, 0.01])] }
    expect(paid(played({ tape, rules: free, commands: [order({ tick: 1 })] }))).toEqual(['2 A@isolated -1'])
    expect(paid(played({ tape, rules: free, commands: [order({ tick: 0 }), command.close(1, 'A@isolated')] }))).toEqual(['1 A@isolated -1'])
  })

  it('[F5] payments outside the tape, and of size zero, are none', () => {
    const tape: Tape = { ...pathTape({ A: [100, 100] }, { barMillis: HOUR }), funding: [paying('A', [-1, 0.5], [0, 0.5], [0.5, 0], [1.5, 0.5])] }
    expect(paid(played({ tape, rules: every8Hours, commands: [order()] }))).toEqual([])
  })

  it('[F5] an inverse contract pays in coins', () => {
    // 1000 USD at 50: 20 coins, 1 % of them
    const tape: Tape = { ...pathTape({ A: [50, 50] }, { barMillis: HOUR }), funding: [paying('A', [0.5, 0.01])] }
    const run = played({ tape, rules: free, instruments: [{ ...instrument('A'), type: 'inverse', quote: 'USD' }], commands: [order({ qty: '1000', leverage: '2' })] })
    expect(paid(run)).toEqual(['0.5 A@isolated -0.2'])
  })

  it('[F5] whatever is played, an instrument with payments of its own makes those and no others, at their rates', () => {
    let seen = 0
    fc.assert(
      fc.property(withFunding(setupArb()), wallsArb, (setup, walls) => {
        const { events } = finished(setup, walls)
        const symbols = new Map(events.flatMap((event) => (event.type === 'filled' ? [[event.leg, event.instrument] as const] : [])))
        const { funding } = setup.rules
        for (const event of events) {
          if (event.type !== 'funding-paid') continue
          for (const { leg } of event.legs) {
            const series = setup.tape.funding?.find((each) => each.instrument === symbols.get(leg))
            if (series === undefined) {
              expect(funding.type === 'none' ? NaN : event.at % funding.intervalMillis).toBe(0)
            } else {
              seen += 1
              expect(series.rate[series.time.indexOf(event.at)]).toBe(event.rate.toNumber())
            }
          }
        }
      }),
      times(400),
    )
    expect(seen).toBeGreaterThan(100)
  })

  it('[F5] a tick of a long history of payments costs a look, not a walk', () => {
    const many = 200_000
    const funding: FundingSeries = { instrument: 'A', time: Float64Array.from({ length: many }, (_, i) => MONDAY + (i + 1) * MINUTE), rate: new Float64Array(many) }
    const clock = fundingClock(free.funding, { ...pathTape({ A: [1] }), funding: [funding] })
    let reads = 0
    const watched = new Proxy(funding.time, { get: (time, key) => { reads += 1; const value: unknown = Reflect.get(time, key, time); return typeof value === 'function' ? value.bind(time) : value } })
    fundingClock(free.funding, { ...pathTape({ A: [1] }), funding: [{ ...funding, time: watched }] }).dueAt('A', MONDAY + 1000 * MINUTE)
    // 18 halvings of 200,000, and the length
    expect(reads).toBeLessThan(30)
    expect(clock.timesIn(MONDAY + 1000 * MINUTE, MONDAY + 1001 * MINUTE)).toEqual([MONDAY + 1001 * MINUTE])
  })
})
