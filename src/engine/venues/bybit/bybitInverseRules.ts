import { quote, rate } from '../../units/quantities.ts'
import { tierRows } from '../defineRules.ts'
import type { Rules } from '../Rules.ts'
import { bybitClassicRules } from './bybitClassicRules.ts'

/** BTCUSD: 150 BTC and 0.5 % each; the first two rows are printed, the others follow from the rule. (BY5) */
const btcUsdTiers = tierRows(
  ['0', '0.005', '0', '100', '0.01'],
  ['150', '0.01', '0.75', '66.67', '0.015'],
  ['300', '0.015', '2.25', '50', '0.02'],
  ['450', '0.02', '4.5', '40', '0.025'],
  ['600', '0.025', '7.5', '33.33', '0.03'],
  ['750', '0.03', '11.25', '28.57', '0.035'],
  ['900', '0.035', '15.75', '25', '0.04'],
  ['1050', '0.04', '21', '22.22', '0.045'],
  ['1200', '0.045', '27', '20', '0.05'],
  ['1350', '0.05', '33.75', '18.18', '0.055'],
)

/** Bybit inverse contracts of a classic account: everything in the coin, the closing fee at the bankruptcy price counted. SPEC.md BY3, BY5. */
export const bybitInverseRules: Rules = {
  ...bybitClassicRules,
  id: 'bybit-inverse',
  contract: 'inverse',
  name: 'Bybit inverse',
  summary: 'Coin-margined: margins on the entry value, the closing fee at the bankruptcy price counted in the test.',
  date: '2025-11-25',
  source: 'Bybit help "Liquidation Price" and "Risk Limit (Inverse Contract)". Details: venues/bybit/SPEC.md',
  // ETH, EOS, XRP and others: 1 %, at most 50x.
  tiers: { default: tierRows(['0', '0.01', '0', '50']), BTCUSD: btcUsdTiers, 'BTC-PERP': btcUsdTiers },
  initialWithExitCost: true,
  exitCost: { ...bybitClassicRules.exitCost, rate: rate('0.00055'), on: 'pool-bankruptcy' },
  insuranceFund: { balance: quote('100'), scope: 'venue' },
}
