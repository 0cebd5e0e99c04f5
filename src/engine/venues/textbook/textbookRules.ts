import { quote, rate } from '../../units/quantities.ts'
import type { Rules } from '../Rules.ts'

/**
 * The teaching rule in its corrected form: liquidated when (collateral - loss) / position value <= maintenance rate,
 * with the position's value at entry. The form many textbooks print, (position value - loss) / position value, stays
 * far above any maintenance rate and would never liquidate in time (SPEC.md, V3).
 */
export const textbookRules: Rules = {
  id: 'textbook',
  name: 'Textbook',
  summary: '(Collateral − loss) ÷ position value at entry against 5 %; no fees, no funding, what is left is returned.',
  date: '2026-11-22',
  source: 'Bulkhead: teaching rule, corrected form',
  fees: { maker: rate('0'), taker: rate('0') },
  funding: { type: 'none' },
  tiers: {
    default: [{ floor: quote('0'), cap: undefined, maintenanceRate: rate('0.05'), maintenanceAmount: quote('0'), maxLeverage: rate('20') }],
  },
  maintenanceOn: 'entry',
  exitFeeInTest: false,
  comparison: 'at-or-below',
  liquidation: { sharedPool: 'whole-pool', feeRate: rate('0'), feeTo: 'insurance-fund', residual: 'return' },
  insuranceFund: quote('0'),
}
