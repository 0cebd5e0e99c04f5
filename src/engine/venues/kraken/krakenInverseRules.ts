import { quote, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'

const HOUR = 3_600_000

/** Levels by contracts of 1 USD, perpetual. (SPEC.md, KR3: the rate counts for the part of the position inside its level) */
const BITCOIN = tierRows(
  ['0', '0.01', '0', '50', '0.02'],
  ['500000', '0.02', '0', '25', '0.04'],
  ['1000000', '0.03', '0', '16.66', '0.06'],
  ['3000000', '0.05', '0', '10', '0.1'],
  ['6000000', '0.075', '0', '6.66', '0.15'],
  ['12000000', '0.125', '0', '4', '0.25'],
  ['20000000', '0.15', '0', '3.33', '0.3'],
  ['50000000', '0.2', '0', '2.5', '0.4'],
)
const ETHER = tierRows(
  ['0', '0.01', '0', '50', '0.02'],
  ['250000', '0.02', '0', '25', '0.04'],
  ['500000', '0.03', '0', '16.66', '0.06'],
  ['2000000', '0.05', '0', '10', '0.1'],
  ['5000000', '0.075', '0', '6.66', '0.15'],
  ['8000000', '0.125', '0', '4', '0.25'],
  ['15000000', '0.15', '0', '3.33', '0.3'],
  ['30000000', '0.2', '0', '2.5', '0.4'],
)
const LITECOIN = tierRows(
  ['0', '0.01', '0', '50', '0.02'],
  ['250000', '0.02', '0', '25', '0.04'],
  ['500000', '0.03', '0', '16.66', '0.06'],
  ['2000000', '0.05', '0', '10', '0.1'],
  ['4000000', '0.075', '0', '6.66', '0.15'],
)
const BITCOIN_CASH = tierRows(
  ['0', '0.02', '0', '25', '0.04'],
  ['500000', '0.03', '0', '16.66', '0.06'],
  ['2000000', '0.05', '0', '10', '0.1'],
  ['3000000', '0.1', '0', '5', '0.2'],
  ['5000000', '0.25', '0', '2', '0.5'],
)
const RIPPLE = tierRows(['0', '0.05', '0', '10', '0.1'], ['1000000', '0.1', '0', '5', '0.2'])

/** Kraken Derivatives, single-collateral ("Coin-M") inverse perpetuals; `default` is Bitcoin-Dollar. */
export const krakenInverseRules = defineRules({
  id: 'kraken-inverse',
  name: 'Kraken Coin-M',
  summary: 'Coin-margined, cross in one wallet a coin: maintenance on the value at the price reached, levels by contracts, what is left is returned.',
  date: '2026-03-17',
  source: 'Kraken Support: Inverse Derivatives Margin Schedule; Equity Protection Process; Perpetual Contract Specifications',
  contract: 'inverse',
  fees: { maker: rate('0.0002'), taker: rate('0.0005') },
  funding: { type: 'premium', intervalMillis: HOUR, periodMillis: 24 * HOUR, interest: rate('0'), clamp: rate('0'), cap: rate('0.0025'), premium: rate('0'), price: 'index' },
  tiers: {
    default: BITCOIN,
    PI_XBTUSD: BITCOIN,
    PI_ETHUSD: ETHER,
    PI_LTCUSD: LITECOIN,
    PI_BCHUSD: BITCOIN_CASH,
    PI_XRPUSD: RIPPLE,
  },
  tiersBy: 'size',
  tierRates: 'by-part',
  maintenanceOn: 'mark',
  comparison: 'at-or-below',
  liquidation: {
    trigger: 'mark',
    sharedPool: 'whole-pool',
    partial: { type: 'whole' },
    orderPrice: { type: 'mark', slippage: rate('0') },
    feeRate: rate('0'),
    feeTo: 'venue',
    residual: 'return',
  },
  insuranceFund: { balance: quote('0'), scope: 'venue' },
  deleveraging: { type: 'ranked', ranking: 'profit-times-leverage' },
})
