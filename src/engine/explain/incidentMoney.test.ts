import { describe, expect, it } from 'vitest'
import type { Counterparty } from '../ledger/Counterparty.ts'
import { createRun, type Setup } from '../run/createRun.ts'
import { order, pathTape, rulesWith, setupOf } from '../testing/fixtures.ts'
import { price, qty, quote, rate, sum } from '../units/quantities.ts'
import type { LiquidationRules } from '../venues/Rules.ts'
import { explainIncident } from './explainIncident.ts'

const shorts: readonly Counterparty[] = [{ id: 'short', instrument: 'A', qty: qty('-0.4'), entryPrice: price('100'), margin: quote('10') }]

/** A long of 1 at 100 with 10 of margin; the price jumps to 80; the fund has 3. */
function incident(liquidation: Partial<LiquidationRules>) {
  const plain = rulesWith({ maintenanceRate: '0.05' })
  const setup: Setup = {
    ...setupOf({ tape: pathTape({ A: [100, 80] }, { jump: Uint8Array.from([0, 1]) }), commands: [order()] }),
    rules: { ...plain, insuranceFund: { balance: quote('3'), scope: 'venue' }, deleveraging: { type: 'ranked', ranking: 'profit-times-leverage' }, liquidation: { ...plain.liquidation, ...liquidation } },
    population: shorts,
  }
  const runs = { 'as-set': createRun(setup, 'as-set'), 'all-isolated': createRun(setup, 'all-isolated'), 'all-cross': createRun(setup, 'all-cross') }
  for (const run of Object.values(runs)) run.advanceTo(1)
  const breach = runs['as-set'].events.find((event) => event.type === 'pool-breached')
  return explainIncident(setup, runs, { twin: 'as-set', seq: breach?.seq ?? 0 })
}

const rows = (of: ReturnType<typeof incident>) => of?.money.map(({ party, amount }) => `${party} ${amount.toFixed()}`)

describe('money of an incident', () => {
  it('[Q5, Q10, L1] tells who bore what was lost beyond the pool: the fund, counterparties, nobody', () => {
    // 20 lost, 10 of them the trader's; the fund pays 3; 0.4 at 90 instead of 80 give 4; 3 are left
    const told = incident({})
    expect(rows(told)).toEqual(['trader -10', 'market 20', 'venue-fees 0', 'insurance-fund -3', 'deleveraged -4', 'nobody -3'])
    expect([told?.badDebt.toFixed(), sum(told?.money.map((row) => row.amount) ?? []).toFixed()]).toEqual(['10', '0'])
  })

  it('[Q8, L1] and the same where the fund took the position over', () => {
    // taken over at 90, closed at 80
    expect(rows(incident({ orderPrice: { type: 'bankruptcy' } }))).toEqual(['trader -10', 'market 20', 'venue-fees 0', 'insurance-fund -3', 'deleveraged -4', 'nobody -3'])
  })

  it('[Q6] parts closed at one moment are told as one', () => {
    const plain = incident({})
    expect(plain?.legs.map((leg) => leg.closed?.realizedPnl.toFixed())).toEqual(['-20'])
    const parts = incident({ partial: { type: 'share', share: rate('0.4'), above: quote('50'), cooldownMillis: 0 } })
    // 0.4 of 1 (80 is above 50), then 0.6 (48 is not): -8 - 12
    expect(parts?.legs.map((leg) => leg.closed?.realizedPnl.toFixed())).toEqual(['-20'])
    expect(rows(parts)?.[1]).toBe('market 20')
  })
})
