import { quote, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'

/**
 * Bulkhead standard: what a mid-sized venue does. Three tiers, continuous by their maintenance amounts
 * (c_n = c_(n-1) + floor_n (m_n - m_(n-1)): 50,000 x 0.005 = 250; 250 + 250,000 x 0.015 = 4,000).
 */
export const standardRules = defineRules({
  id: 'standard',
  name: 'Bulkhead standard',
  summary: 'Three tiers, taker 0.05 %, maker 0.02 %, funding every 8 hours, worst loss first, margin left is forfeited.',
  date: '2026-11-22',
  source: 'Bulkhead: typical of linear perpetual venues, not any one of them',
  fees: { maker: rate('0.0002'), taker: rate('0.0005') },
  funding: { type: 'fixed', intervalMillis: 8 * 3_600_000, rate: rate('0.0001'), price: 'mark' },
  tiers: { default: tierRows(['0', '0.005', '0', '100'], ['50000', '0.01', '250', '50'], ['250000', '0.025', '4000', '20']) },
  liquidation: { sharedPool: 'worst-loss-first', feeRate: rate('0.0025') },
  insuranceFund: { balance: quote('1000000'), scope: 'venue' },
})
