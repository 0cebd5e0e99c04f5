import { ZERO_RATE } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'

/** One rate an instrument, no fees, no funding, a shared pool closes whole. Source: ../shared/product.md 5.3. */
export const plainRules = defineRules({
  id: 'plain',
  name: 'Plain',
  summary: 'Mark price triggers, no fees, no funding, margin left is forfeited, a shared pool closes whole.',
  date: '2026-11-22',
  source: 'Bulkhead: the rules of the built-in scenarios',
  fees: { maker: ZERO_RATE, taker: ZERO_RATE },
  tiers: { default: tierRows(['0', '0.005', '0', '100']), 'SOL-PERP': tierRows(['0', '0.01', '0', '50']) },
})
