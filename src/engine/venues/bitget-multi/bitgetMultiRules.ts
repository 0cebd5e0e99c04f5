import { quote, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'
import type { HaircutTable } from '../Rules.ts'

const HOUR = 3_600_000

function slices(...rows: readonly (readonly [floor: string, haircut: string])[]): HaircutTable {
  return { by: 'value', slices: rows.map(([floor, haircut]) => ({ floor: quote(floor), haircut: rate(haircut) })) }
}

/**
 * Bitget with several collateral assets: each slice of an asset's USD value counts with its own ratio; beyond the last
 * slice that the source states, nothing. Position tiers of BTCUSDT (ordinary), continuous by their amounts:
 * 150,000 x 0.1 % = 150; + 900,000 x 0.5 % = 4,650; + 3 M x 0.5 % = 19,650; + 6 M x 0.5 % = 49,650.
 */
export const bitgetMultiRules = defineRules({
  id: 'bitget-multi',
  name: 'Bitget multi-asset',
  summary: 'USD account with haircuts by slices of the value held: the more of an asset, the less the last dollar of it counts.',
  date: '2025-10-06',
  source: 'Bitget: Cross margin collateral ratios (examples 1 and 2); Glossary for USDT-M Futures in Multi-Asset Mode; Understanding position tiers',
  fees: { maker: rate('0.0002'), taker: rate('0.0006') },
  funding: { type: 'premium', intervalMillis: 8 * HOUR, periodMillis: 8 * HOUR, interest: rate('0.0001'), clamp: rate('0.0005'), cap: undefined, premium: rate('0'), price: 'mark' },
  tiers: {
    default: tierRows(
      ['0', '0.004', '0', '125'],
      ['150000', '0.005', '150', '100'],
      ['900000', '0.01', '4650', '50'],
      ['3000000', '0.015', '19650', '40'],
      ['6000000', '0.02', '49650', '20'],
    ),
  },
  exitCost: { rate: rate('0.0006'), on: 'mark', fixed: quote('0'), combine: 'sum' },
  comparison: 'at-or-below',
  liquidation: {
    trigger: 'mark',
    sharedPool: 'worst-loss-first',
    partial: { type: 'tier-step-down', tiers: 1, fromTier: 2 },
    orderPrice: { type: 'bankruptcy' },
    feeRate: rate('0'),
    feeTo: 'insurance-fund',
    residual: 'forfeit',
  },
  deleveraging: { type: 'ranked', ranking: 'profit-times-leverage' },
  collateral: {
    USDT: slices(['0', '0'], ['5000000', '0.02'], ['10000000', '0.025'], ['20000000', '1']),
    BTC: slices(['0', '0'], ['5000000', '1']),
    APT: slices(['0', '0.2'], ['50000', '1']),
  },
})
