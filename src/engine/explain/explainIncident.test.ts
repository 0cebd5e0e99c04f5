import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oneBadAltcoin } from '../../tapes/scripted/oneBadAltcoin.ts'
import { createRun, type Setup } from '../run/createRun.ts'
import { setupArb } from '../testing/arbitraries.ts'
import { instrument, order, pathTape, rulesWith, setupOf } from '../testing/fixtures.ts'
import { patience, times } from '../testing/promises.ts'
import { quote, rate, sum } from '../units/quantities.ts'
import { plainRules } from '../venues/plain/plainRules.ts'
import { explainIncident, type TwinRuns } from './explainIncident.ts'
import type { Incident } from './Incident.ts'
import { lastWay } from './lastWay.ts'

const NAMES = ['as-set', 'all-isolated', 'all-cross'] as const

function runsOf(setup: Setup): TwinRuns {
  const run = (twin: (typeof NAMES)[number]): TwinRuns[typeof twin] => {
    const made = createRun(setup, twin)
    made.advanceTo(setup.tape.time.length - 1)
    return made
  }
  return { 'as-set': run('as-set'), 'all-isolated': run('all-isolated'), 'all-cross': run('all-cross') }
}

function incidentsOf(setup: Setup): readonly Incident[] {
  const runs = runsOf(setup)
  return NAMES.flatMap((twin) => runs[twin].events.flatMap((event) => explainIncident(setup, runs, { twin, seq: event.seq }) ?? []))
}

const tape = oneBadAltcoin()
const scenarioA = setupOf({
  tape,
  rules: plainRules,
  instruments: tape.series.map((series) => instrument(series.instrument, { qtyStep: '0.00000000000000000001' })),
  commands: [
    order({ leg: 'BTC', instrument: 'BTC-PERP', notional: '20000', leverage: '10', pool: 'cross' }),
    order({ leg: 'ETH', instrument: 'ETH-PERP', notional: '10000', leverage: '10', side: 'sell', pool: 'cross' }),
    order({ leg: 'SOL', instrument: 'SOL-PERP', notional: '40000', leverage: '20', pool: 'isolated' }),
  ],
})

describe('incident of scenario A', () => {
  const all = incidentsOf(scenarioA)
  const cross = all.find((each) => each.twin === 'all-cross')

  it('is one where SOL has its own wall, and takes nothing along there', () => {
    expect(all.map((each) => [each.twin, each.tick, each.legs.length])).toEqual([
      ['as-set', 12, 1],
      ['all-isolated', 12, 1],
      ['all-cross', 73, 3],
    ])
    expect(all[0]?.chains.map(({ leg }) => leg)).toEqual(['SOL'])
  })

  // The pool fails 0.35388 into bar 73: BTC 61,447.08, ETH 2,909.56, SOL 111.43 − 0.54·0.35388 = 111.24.
  // Closed: SOL 800/3·(111.24 − 150) = −10,336; BTC (61,447.08 − 60,000)/3 = 482.36; ETH, rounded down to 2,909.55, 301.50.
  it('names the culprit and what it took along, and how the same legs fare elsewhere', () => {
    expect(cross?.culprit).toBe('SOL')
    expect(cross?.legs.map((leg) => [leg.leg, leg.role, leg.closed?.price.toFixed(), leg.closed?.realizedPnl.toFixed(), leg.wasInProfit])).toEqual([
      ['SOL', 'culprit', '111.24', '-10336', false],
      ['ETH', 'bystander', '2909.55', '301.5', true],
      ['BTC', 'bystander', '61447.08', '482.36', true],
    ])
    const elsewhere = cross?.legs.map((leg) => leg.elsewhere.map(({ twin, state, tick, pnl }) => [twin, state, tick, pnl.toDecimalPlaces(2).toFixed()]))
    expect(elsewhere).toEqual([
      [['as-set', 'liquidated', 12, '-2000'], ['all-isolated', 'liquidated', 12, '-2000']],
      [['as-set', 'open', undefined, '304.17'], ['all-isolated', 'open', undefined, '304.17']],
      [['as-set', 'open', undefined, '486.67'], ['all-isolated', 'open', undefined, '486.67']],
    ])
  })

  it('tells where the money went; the rows sum to zero [L1]', () => {
    // 10,000 − 10,336 + 301.50 + 482.36 = 447.86 is left and kept.
    expect(cross?.money.map(({ party, amount }) => [party, amount.toFixed()])).toEqual([
      ['trader', '-10000'],
      ['market', '9552.14'],
      ['venue-fees', '0'],
      ['insurance-fund', '447.86'],
    ])
    expect([cross?.forfeited.toFixed(), cross?.badDebt.toFixed(), cross?.returned.toFixed()]).toEqual(['447.86', '0', '0'])
  })

  // BTC's liq. price opens at (20,000 - 10,000) 3 / 0.995 = 30,150.75. ETH asks for 50 and SOL for 400 more: 150.75 and 1,206.03. Then
  // SOL's surplus falls by 0.99·800/3·38.76 = 10,232.64: 30,852.18 up; ETH's rises by 1.005·10/3·90.44 = 302.974: 913.49 down.
  it('[I1] shows how BTC’s liq. price came to its mark: each other leg’s part, exact', () => {
    const way = lastWay(cross?.chains.find((each) => each.leg === 'BTC'))
    expect([way?.before.toFixed(2), way?.after.toFixed(2)]).toEqual(['30150.75', '61446.23'])
    const parts = way?.shares.map(({ cause, surplus, price }) => [cause.type, cause.type === 'margin' ? '' : cause.leg, surplus?.toFixed(3), price.toFixed(2)])
    expect(parts).toEqual([
      ['price', 'SOL', '-10232.640', '30852.18'],
      ['fill', 'SOL', '-400.000', '1206.03'],
      ['price', 'ETH', '302.974', '-913.49'],
      ['fill', 'ETH', '-50.000', '150.75'],
    ])
  })
})

describe('other incidents', () => {
  it('worst loss first: who was safe before its turn was not closed', () => {
    // A falls from 100 to 70: pool of 31 + B's gain; A long 1, B long 1 at 100 with B rising to 105.
    const setup = setupOf({
      tape: pathTape({ A: [100, 70], B: [100, 105] }),
      rules: rulesWith({ liquidation: { ...plainRules.liquidation, sharedPool: 'worst-loss-first', feeTo: 'venue', residual: 'return' } }),
      wallet: '25',
      commands: [order({ leg: 'a', instrument: 'A', qty: '1', pool: 'cross', leverage: '20' }), order({ leg: 'b', instrument: 'B', qty: '1', pool: 'cross', leverage: '20' })],
    })
    const incident = incidentsOf(setup).find((each) => each.twin === 'all-cross')
    expect(incident?.legs.map((leg) => [leg.leg, leg.role, leg.closed !== undefined])).toEqual([['a', 'culprit', true], ['b', 'bystander', false]])
  })

  it('of any run: money sums to zero, the culprit lost most [L1]', () => {
    fc.assert(
      fc.property(setupArb(), (setup) => {
        for (const incident of incidentsOf(setup)) {
          expect(sum(incident.money.map((row) => row.amount)).toFixed()).toBe('0')
          const [culprit, ...others] = incident.legs
          expect(culprit?.role).toBe('culprit')
          expect(others.every((leg) => leg.role === 'bystander' && leg.unrealizedPnl.gte(culprit?.unrealizedPnl ?? 0))).toBe(true)
        }
      }),
      times(200),
    )
  }, patience)

  it('[M14, M1] liquidation prices of bystanders count the closing fee that the margin sets aside', () => {
    // A stands still at 100; B falls until the pool fails: there the price at which A would fail is where A stands.
    const rules = rulesWith({ exitCost: { rate: rate('0.01'), on: 'margin-bankruptcy', fixed: quote('0'), combine: 'sum' } })
    const commands = [order({ pool: 'cross' }), order({ instrument: 'B', pool: 'cross' })]
    const setup = setupOf({ tape: pathTape({ A: [100, 100, 100], B: [100, 100, 60] }), rules, wallet: '40', commands })
    const runs = runsOf(setup)
    const breach = runs['as-set'].events.find((event) => event.type === 'pool-breached')
    const way = lastWay(explainIncident(setup, runs, { twin: 'as-set', seq: breach?.seq ?? 0 })?.chains.find(({ instrument: symbol }) => symbol === 'A'))
    expect(way?.after.toFixed(2)).toBe('100.00')
    // From equity 40 = 0.5 % of A and of 100, and 0.9 of each: 40 - 1.8 - 0.5 + P - 100 = 0.005 P
    expect(way?.steps.find(({ tick }) => tick > 0)?.before.toFixed(4)).toBe('62.6131')
  })
})
