import { quote, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'
import type { SizeScaling } from '../Rules.ts'
import { deribitCommon } from './deribitCommon.ts'

const BTC_SLOPE: SizeScaling = { type: 'linear', slope: rate('0.00005'), from: quote('0') }
const ETH_SLOPE: SizeScaling = { type: 'linear', slope: rate('0.000004'), from: quote('0') }

/** Deribit inverse perpetuals, standard margin, since 11 January 2022; `default` is BTC-PERPETUAL. */
export const deribitInverseRules = defineRules({
  ...deribitCommon,
  id: 'deribit-inverse',
  contract: 'inverse',
  name: 'Deribit inverse',
  summary: 'Coin-margined; rates grow with the size in coins: 2 % + 0.005 % a BTC initial, 1 % + 0.005 % a BTC maintenance.',
  date: '2022-01-11',
  source: 'Deribit Support: 11 January 2022 (margin changes); Inverse perpetual; Funding Specifications; Insurance Fund',
  tiers: { default: tierRows(['0', '0.01', '0', '50', '0.02']) },
  sizeScaling: { default: BTC_SLOPE, ETH: ETH_SLOPE, 'ETH-PERPETUAL': ETH_SLOPE },
})
