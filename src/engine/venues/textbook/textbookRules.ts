import { ZERO_RATE } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'

/**
 * The teaching rule in its corrected form: liquidated when (collateral - loss) / position value <= maintenance rate,
 * with the position's value at entry. The form many textbooks print, (position value - loss) / position value, stays
 * far above any maintenance rate and would never liquidate in time (SPEC.md, V3).
 */
export const textbookRules = defineRules({
  id: 'textbook',
  name: 'Textbook',
  summary: '(Collateral − loss) ÷ position value at entry against 5 %; no fees, no funding, what is left is returned.',
  date: '2026-11-22',
  source: 'Bulkhead: teaching rule, corrected form',
  fees: { maker: ZERO_RATE, taker: ZERO_RATE },
  tiers: { default: tierRows(['0', '0.05', '0', '20']) },
  maintenanceOn: 'entry',
  liquidation: { residual: 'return' },
})
