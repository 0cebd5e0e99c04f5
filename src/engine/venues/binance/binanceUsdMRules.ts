import { quote, rate } from '../../units/quantities.ts'
import { defineRules } from '../defineRules.ts'
import { btcUsdtTiers, dogeUsdtTiers, ethUsdtTiers, mewUsdtTiers, neiroUsdtTiers, solUsdtTiers } from './binanceUsdMTiers.ts'

/** Binance USD-margined futures, isolated and cross, one-way and hedge. SPEC.md BN1 to BN9. */
export const binanceUsdMRules = defineRules({
  id: 'binance-usdm',
  name: 'Binance USD-M',
  summary: 'Brackets with maintenance amounts on the mark, no fee in the liquidation test; large positions are reduced bracket by bracket.',
  date: '2024-10-24',
  source: 'Binance leverage brackets as kept by freqtrade (2024-10-24); Binance support pages. Details: venues/binance/SPEC.md',
  fees: { maker: rate('0.0002'), taker: rate('0.0005') },
  funding: {
    type: 'premium',
    intervalMillis: 8 * 3_600_000,
    periodMillis: 8 * 3_600_000,
    interest: rate('0.0001'),
    clamp: rate('0.0005'),
    cap: rate('0.003'),
    premium: rate('0'),
    price: 'mark',
  },
  // A symbol that is not here gets the strictest table known, so that it is never shown safer than it is.
  tiers: {
    default: mewUsdtTiers,
    BTCUSDT: btcUsdtTiers,
    'BTC-PERP': btcUsdtTiers,
    ETHUSDT: ethUsdtTiers,
    'ETH-PERP': ethUsdtTiers,
    SOLUSDT: solUsdtTiers,
    'SOL-PERP': solUsdtTiers,
    DOGEUSDT: dogeUsdtTiers,
    NEIROUSDT: neiroUsdtTiers,
    MEWUSDT: mewUsdtTiers,
  },
  liquidation: {
    sharedPool: 'worst-loss-first',
    partial: { type: 'tier-step-down', tiers: 1, fromTier: 2 },
    feeRate: rate('0.01'),
    feeTo: 'insurance-fund',
    residual: 'return',
  },
  insuranceFund: { balance: quote('10000000'), scope: 'instrument' },
  deleveraging: { type: 'ranked', ranking: 'leveraged-profit' },
})
