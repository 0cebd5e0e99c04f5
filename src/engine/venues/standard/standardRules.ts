import { quote, rate } from '../../units/quantities.ts'
import type { Rules } from '../Rules.ts'

/**
 * Bulkhead standard: what a mid-sized venue does. Three tiers, continuous by their maintenance amounts
 * (c_n = c_(n-1) + floor_n (m_n - m_(n-1)): 50,000 x 0.005 = 250; 250 + 250,000 x 0.015 = 4,000).
 */
export const standardRules: Rules = {
  id: 'standard',
  name: 'Bulkhead standard',
  summary: 'Three tiers, taker 0.05 %, maker 0.02 %, funding every 8 hours, worst loss first, margin left is forfeited.',
  date: '2026-11-22',
  source: 'Bulkhead: typical of linear perpetual venues, not any one of them',
  fees: { maker: rate('0.0002'), taker: rate('0.0005') },
  funding: { type: 'fixed', intervalMillis: 8 * 3_600_000, rate: rate('0.0001') },
  tiers: {
    default: [
      { floor: quote('0'), cap: quote('50000'), maintenanceRate: rate('0.005'), maintenanceAmount: quote('0'), maxLeverage: rate('100') },
      { floor: quote('50000'), cap: quote('250000'), maintenanceRate: rate('0.01'), maintenanceAmount: quote('250'), maxLeverage: rate('50') },
      { floor: quote('250000'), cap: undefined, maintenanceRate: rate('0.025'), maintenanceAmount: quote('4000'), maxLeverage: rate('20') },
    ],
  },
  maintenanceOn: 'mark',
  exitFeeInTest: false,
  comparison: 'at-or-below',
  liquidation: { sharedPool: 'worst-loss-first', feeRate: rate('0.0025'), feeTo: 'insurance-fund', residual: 'forfeit' },
  insuranceFund: quote('1000000'),
}
