import { quote, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'
import type { SizeScaling } from '../Rules.ts'
import { deribitCommon } from './deribitCommon.ts'

const BTC = tierRows(['0', '0.01', '0', '50', '0.02'])
const SOL = tierRows(['0', '0.02', '0', '25', '0.04'])
const BTC_SLOPE: SizeScaling = { type: 'linear', slope: rate('0.00005'), from: quote('0') }
const SOL_SLOPE: SizeScaling = { type: 'linear', slope: rate('0.000005'), from: quote('0') }

/** Deribit linear perpetuals in USDC, standard margin; `default` is BTC_USDC. */
export const deribitLinearRules = defineRules({
  ...deribitCommon,
  id: 'deribit-linear',
  name: 'Deribit USDC',
  summary: 'Rates grow with the size: 2 % + 0.005 % a BTC initial, 1 % + 0.005 % a BTC maintenance; liquidated bit by bit.',
  date: '2026-11-22',
  source: 'Deribit Support: Linear Perpetual (standard margin examples); Funding Specifications; Insurance Fund',
  tiers: { default: BTC, SOL_USDC: SOL, 'SOL_USDC-PERPETUAL': SOL },
  sizeScaling: { default: BTC_SLOPE, SOL_USDC: SOL_SLOPE, 'SOL_USDC-PERPETUAL': SOL_SLOPE },
})
