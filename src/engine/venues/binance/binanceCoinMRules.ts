import { quote, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'

/** BTCUSD brackets in BTC. The amounts up to 400 BTC are what Binance prints; the last two rates are inferred (SPEC.md BN6). */
const btcUsdTiers = tierRows(
  ['0', '0.004', '0', '125'],
  ['5', '0.005', '0.005', '100'],
  ['10', '0.01', '0.055', '50'],
  ['20', '0.025', '0.355', '20'],
  ['50', '0.05', '1.605', '10'],
  ['100', '0.1', '6.605', '5'],
  ['200', '0.125', '11.605', '4'],
  ['400', '0.15', '21.605', '3'],
  ['1000', '0.25', '121.605', '2'],
)

/** Binance coin-margined futures: brackets, margin, fees and PnL in the coin. SPEC.md BN5, BN6. */
export const binanceCoinMRules = defineRules({
  id: 'binance-coinm',
  name: 'Binance COIN-M',
  summary: 'Coin-margined: brackets in the coin, maintenance on the value at the mark, no fee in the liquidation test.',
  date: '2021-07-27',
  source: 'Binance support pages on COIN-M margin and liquidation price (2021-07-27). Details: venues/binance/SPEC.md',
  contract: 'inverse',
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
  // The page groups most other coins as 20x contracts with their own sizes; one rate for any size stands in for them.
  tiers: { default: tierRows(['0', '0.025', '0', '20']), BTCUSD_PERP: btcUsdTiers, BTCUSD: btcUsdTiers },
  liquidation: {
    sharedPool: 'worst-loss-first',
    partial: { type: 'tier-step-down', tiers: 1, fromTier: 2 },
    feeRate: rate('0.015'),
    feeTo: 'insurance-fund',
    residual: 'return',
  },
  insuranceFund: { balance: quote('100'), scope: 'instrument' },
  deleveraging: { type: 'ranked', ranking: 'leveraged-profit' },
})
