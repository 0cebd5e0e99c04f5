import { rate } from '../../units/quantities.ts'
import type { Funding, LiquidationRules } from '../Rules.ts'

/** premium + clamp(0.01 % - premium, 0.05 %) every 8 hours, on the mark. SPEC.md BY6. */
export const BYBIT_FUNDING: Funding = {
  type: 'premium',
  intervalMillis: 8 * 3_600_000,
  periodMillis: 8 * 3_600_000,
  interest: rate('0.0001'),
  clamp: rate('0.0005'),
  cap: undefined,
  premium: rate('0'),
  price: 'mark',
}

/** Down the risk limits first, then taken over at the bankruptcy price; what is left goes to the fund. SPEC.md BY7. */
export const BYBIT_LIQUIDATION: Partial<LiquidationRules> = {
  sharedPool: 'worst-loss-first',
  partial: { type: 'tier-step-down', tiers: 1, fromTier: 2 },
  orderPrice: { type: 'bankruptcy' },
  feeRate: rate('0.00055'),
  feeTo: 'venue',
  residual: 'forfeit',
}
