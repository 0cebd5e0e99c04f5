import { quote, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'

const HOUR = 3_600_000

/** Liquidity tiers: [maintenance rate, leverage at the initial rate, initial rate]. The rate is that of any size; the initial one grows with open interest. */
const largeCap = tierRows(['0', '0.03', '0', '20', '0.05'])
const midCap = tierRows(['0', '0.05', '0', '10', '0.1'])

/** dYdX v4: oracle price everywhere, one cross pool per subaccount. SPEC.md. */
export const dydxV4Rules = defineRules({
  id: 'dydx-v4',
  name: 'dYdX v4',
  summary: 'Initial rate grows with open interest; maintenance does not. Liquidated strictly below, on the oracle, at a fillable price; fee up to 1.5 % to the fund.',
  date: '2026-11-22',
  source: 'dydxprotocol/v4-chain (x/perpetuals, x/clob, x/subaccounts) and the v4 documentation. Details: venues/dydx/SPEC.md',
  fees: { maker: rate('0.0001'), taker: rate('0.0005') },
  // Cap: 600 % x (0.05 - 0.03) of the large-cap tier for 8 hours, an eighth of it for one. DX10
  funding: {
    type: 'premium',
    intervalMillis: HOUR,
    periodMillis: 8 * HOUR,
    interest: rate('0'),
    clamp: rate('0'),
    cap: rate('0.015'),
    premium: rate('0'),
    price: 'index',
  },
  tiers: { default: midCap, 'BTC-USD': largeCap, 'BTC-PERP': largeCap, 'ETH-USD': largeCap, 'ETH-PERP': largeCap },
  // The caps of the tier that other markets are in: 20 to 50 million; those of the large-cap tier are off. Needs the instrument's open interest.
  openInterest: Object.fromEntries(
    ['SOL-USD', 'SOL-PERP', 'LINK-USD', 'LINK-PERP', 'DOGE-USD', 'DOGE-PERP', 'AVAX-USD', 'AVAX-PERP'].map((symbol) => [
      symbol,
      { lower: quote('20000000'), upper: quote('50000000'), rateStep: rate('0.000001'), open: undefined },
    ]),
  ),
  marginStep: quote('0.000001'),
  comparison: 'below',
  liquidation: {
    trigger: 'index',
    sharedPool: 'worst-loss-first',
    partial: { type: 'share', share: rate('0.1'), above: quote('1000'), cooldownMillis: 1_000 },
    orderPrice: { type: 'fillable', adjustment: rate('1'), spread: rate('1.5') },
    feeRate: rate('0.015'),
    feeTo: 'insurance-fund',
    residual: 'return',
  },
  deleveraging: { type: 'ranked', ranking: 'profit-times-leverage' },
})
