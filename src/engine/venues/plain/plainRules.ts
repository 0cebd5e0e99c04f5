import { quote, rate } from '../../units/quantities.ts'
import type { Rules, TierTable } from '../Rules.ts'

function flat(maintenanceRate: string, maxLeverage: string): TierTable {
  return [{ floor: quote('0'), cap: undefined, maintenanceRate: rate(maintenanceRate), maintenanceAmount: quote('0'), maxLeverage: rate(maxLeverage) }]
}

/** One rate an instrument, no fees, no funding, a shared pool closes whole. Source: ../shared/product.md 5.3. */
export const plainRules: Rules = {
  id: 'plain',
  name: 'Plain',
  summary: 'Mark price triggers, no fees, no funding, margin left is forfeited, a shared pool closes whole.',
  date: '2026-11-22',
  source: 'Bulkhead: the rules of the built-in scenarios',
  fees: { maker: rate('0'), taker: rate('0') },
  funding: { type: 'none' },
  tiers: { default: flat('0.005', '100'), 'SOL-PERP': flat('0.01', '50') },
  maintenanceOn: 'mark',
  exitFeeInTest: false,
  comparison: 'at-or-below',
  liquidation: { sharedPool: 'whole-pool', feeRate: rate('0'), feeTo: 'insurance-fund', residual: 'forfeit' },
  insuranceFund: quote('0'),
}
