import { quote, rate } from '../../units/quantities.ts'
import { defineRules } from '../defineRules.ts'
import { btcUsdtSwapTiers, lowCapSwapTiers } from './okxTiers.ts'

/** OKX USDT-margined swaps. SPEC.md OK1 to OK7. */
export const okxRules = defineRules({
  id: 'okx',
  name: 'OKX linear',
  summary: 'One maintenance rate for the whole position by its number of contracts, the taker fee inside the test.',
  date: '2026-05-28',
  source: 'OKX help on isolated and cross margin, API payloads, position tiers of 2026. Details: venues/okx/SPEC.md',
  fees: { maker: rate('0.0002'), taker: rate('0.0005') },
  funding: {
    type: 'premium',
    intervalMillis: 8 * 3_600_000,
    periodMillis: 8 * 3_600_000,
    interest: rate('0.0001'),
    clamp: rate('0.0005'),
    cap: rate('0.00375'),
    premium: rate('0'),
    price: 'mark',
  },
  // A symbol that is not here gets the strictest table known, so that it is never shown safer than it is.
  tiers: { default: lowCapSwapTiers, '0G-USDT-SWAP': lowCapSwapTiers, 'BTC-USDT-SWAP': btcUsdtSwapTiers, 'BTC-PERP': btcUsdtSwapTiers },
  tiersBy: 'contracts',
  initialOn: 'entry-if-isolated',
  exitCost: { rate: rate('0.0005'), on: 'mark', fixed: quote('0'), combine: 'sum' },
  liquidation: {
    sharedPool: 'largest-requirement-first',
    partial: { type: 'tier-step-down', tiers: 2, fromTier: 3 },
    orderPrice: { type: 'bankruptcy' },
    feeRate: rate('0.0005'),
    feeTo: 'venue',
    residual: 'forfeit',
  },
  insuranceFund: { balance: quote('10000000'), scope: 'instrument' },
  deleveraging: { type: 'ranked', ranking: 'profit-times-leverage' },
})
