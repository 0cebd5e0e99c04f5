import { describe, expect, it } from 'vitest'
import { oneBadAltcoin } from '../../tapes/scripted/oneBadAltcoin.ts'
import { theWick } from '../../tapes/scripted/theWick.ts'
import { equityOf, pnlOf } from '../margin/equity.ts'
import { TWINS } from '../pools/Walls.ts'
import { sum } from '../units/quantities.ts'
import { plainRules } from '../venues/plain/plainRules.ts'
import { eventsOf, instrument, order, played, story } from '../testing/fixtures.ts'
import { twinGaps } from '../testing/promises.ts'
import type { Tape } from '../tape/Tape.ts'
import { marksAt } from './steps.ts'

/** The three legs of product.md 5.3, sized by notional; a step of 1e-20 leaves them whole. */
const legs = [
  { leg: 'BTC', instrument: 'BTC-PERP', notional: '20000', leverage: '10' },
  { leg: 'ETH', instrument: 'ETH-PERP', notional: '10000', leverage: '10', side: 'sell' as const },
  { leg: 'SOL', instrument: 'SOL-PERP', notional: '40000', leverage: '20' },
]

function twins(tape: Tape) {
  const words = {
    tape,
    rules: plainRules,
    instruments: tape.series.map((series) => instrument(series.instrument, { qtyStep: '0.00000000000000000001' })),
    commands: legs.map((leg) => order({ ...leg, pool: 'cross' })),
  }
  const [isolated, cross] = [played(words, 'all-isolated'), played(words, 'all-cross')]
  const end = tape.time.length - 1
  const equity = (run: typeof cross) => equityOf(run.accountAt(end), marksAt(tape, end)).toFixed()
  return { isolated, cross, equities: [equity(isolated), equity(cross)], runs: TWINS.map((walls) => played(words, walls)) }
}

describe('twins', () => {
  it('[T1] scenario A: isolated keeps 9,300 of 10,000, cross nothing', () => {
    const { isolated, cross, equities, runs } = twins(oneBadAltcoin())
    // isolated: SOL's 2,000 is gone (loss and what was left of it), BTC +4 % of 20,000, ETH -5 % of a short of 10,000
    expect(equities).toEqual([String(10000 - 2000 + 800 + 500), '0'])
    // SOL: (40,000 - 2,000) / (266.66… x 0.99) = 143.9393… closes at 143.94
    expect(story(isolated).slice(3)).toEqual(['liquidated SOL @ 143.94'])
    expect(eventsOf(cross, 'position-liquidated').map((event) => event.leg).toSorted()).toEqual(['BTC', 'ETH', 'SOL'])
    expect(eventsOf(cross, 'bad-debt-covered')).toEqual([])
    expect(twinGaps(oneBadAltcoin(), runs)).toEqual([])
  })

  it('[T1] scenario A: isolated loses SOL in bar 12, cross all three in bar 73', () => {
    const { isolated, cross } = twins(oneBadAltcoin())
    // SOL falls 45 / 84 a bar: 6.06 after 11.3 bars. Cross: 10,000 + 20,000 x 0.04 t + 10,000 x 0.05 t - 40,000 x 0.3 x (120 / 84) t equals
    // 0.005 x (20,000 (1 + 0.04 t) + 10,000 (1 - 0.05 t)) + 0.01 x 40,000 (1 - 0.428… t) at t = 9,450 / 15,672.93 = 0.603 of the 120 bars: in bar 73
    expect(eventsOf(isolated, 'pool-breached').map((event) => event.tick)).toEqual([12])
    expect(eventsOf(cross, 'pool-breached').map((event) => event.tick)).toEqual([73])
  })

  it('[T1] scenario B, the other way round: isolated 8,500, cross 12,100', () => {
    const { cross, equities, runs } = twins(theWick())
    // isolated: -2,000 + 2 % of 20,000 + 1 % of 10,000; cross besides: SOL +4 % of 40,000, nothing lost
    expect(equities).toEqual([String(10000 - 2000 + 400 + 100), String(10000 + 400 + 100 + 1600)])
    expect(eventsOf(cross, 'pool-breached')).toEqual([])
    expect(twinGaps(theWick(), runs)).toEqual([])
  })

  it('[T1] the gap of scenario A, leg by leg', () => {
    const tape = oneBadAltcoin()
    const { isolated, cross } = twins(tape)
    const marks = marksAt(tape, 120)
    const pnl = (run: typeof cross) => legs.map(({ leg }) => pnlOf(run.accountAt(120), leg, marks))
    expect(pnl(isolated).map((each) => each.toFixed())).toEqual(['800', '500', '-2000'])
    // the three lose the whole wallet together
    expect(sum(pnl(cross)).toFixed()).toBe('-10000')
  })
})
