import { quote, rate } from '../../units/quantities.ts'
import { defineRules } from '../defineRules.ts'
import { hyperliquidTiers } from './hyperliquidTiers.ts'

const HOUR = 3_600_000

/** Hyperliquid perpetuals on mainnet, USDC margin. SPEC.md. */
export const hyperliquidRules = defineRules({
  id: 'hyperliquid',
  name: 'Hyperliquid',
  summary: 'Maintenance is half the initial rate at maximum leverage, continuous over tiers; funding every hour; no liquidation fee, a backstop below two thirds.',
  date: '2026-09-27',
  source: 'Hyperliquid docs: Margining, Margin tiers, Liquidations, Funding, Auto-deleveraging, Fees. Details: venues/hyperliquid/SPEC.md',
  fees: { maker: rate('0.00015'), taker: rate('0.00045') },
  // The docs' premium is sampled from the book; the tape's mark against its index stands in for it. HL9
  funding: {
    type: 'premium',
    intervalMillis: HOUR,
    periodMillis: 8 * HOUR,
    interest: rate('0.0001'),
    clamp: rate('0.0005'),
    cap: rate('0.04'),
    premium: rate('0'),
    price: 'index',
  },
  tiers: hyperliquidTiers,
  transferFloor: rate('0.1'),
  comparison: 'below',
  liquidation: {
    trigger: 'mark',
    sharedPool: 'whole-pool',
    partial: { type: 'share', share: rate('0.2'), above: quote('100000'), cooldownMillis: 30_000, inCooldown: 'whole' },
    // Two thirds: more digits would change no liquidation.
    backstopBelow: rate('0.6666666667'),
    residual: 'return',
  },
  deleveraging: { type: 'ranked', ranking: 'profit-and-leverage' },
})
