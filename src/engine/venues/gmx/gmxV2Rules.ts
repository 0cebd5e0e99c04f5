import { quote, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'

const standard = tierRows(['0', '0.01', '0', '100', '0.01'])
const deepest = tierRows(['0', '0.005', '0', '200', '0.005'])

/** GMX v2 (synthetics): minimum collateral on the size at entry plus the fee to close it. SPEC.md GX7 to GX12. */
export const gmxV2Rules = defineRules({
  id: 'gmx-v2',
  name: 'GMX v2',
  summary: 'Collateral less the closing fee against 1 % of the size at entry (0.5 % BTC, ETH), at least 1 USD; the oracle decides, the pool is the counterparty.',
  date: '2026-11-22',
  source: 'gmx-io/gmx-synthetics config/markets.ts and PositionUtils, gmx-io/gmx-interface sdk. Details: venues/gmx/SPEC.md',
  // One fee that depends on whether the trade balances the pool (0.04 %) or not (0.06 %), not on who makes the price.
  fees: { maker: rate('0.0004'), taker: rate('0.0006') },
  tiers: { default: standard, 'BTC-USD': deepest, 'BTC-PERP': deepest, 'ETH-USD': deepest, 'ETH-PERP': deepest },
  initialOn: 'entry',
  maintenanceOn: 'entry',
  minimumMaintenance: quote('1'),
  exitCost: { rate: rate('0.0006'), on: 'entry', fixed: quote('0'), combine: 'sum' },
  comparison: 'below',
  liquidation: { trigger: 'index', feeRate: rate('0.002'), feeOn: 'entry', feeTo: 'venue', residual: 'return' },
  // Collateral of a position may be the index token itself; it counts whole.
  collateral: Object.fromEntries(
    ['ETH', 'BTC', 'WETH', 'WBTC', 'USDC', 'USDT'].map((asset) => [asset, { by: 'value', slices: [{ floor: quote('0'), haircut: rate('0') }] }]),
  ),
})
