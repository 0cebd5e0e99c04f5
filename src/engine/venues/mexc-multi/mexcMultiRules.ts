import { quote, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'

const HOUR = 3_600_000

/** MEXC, multi-asset margin mode: haircuts by slices of the quantity held (1 less the collateral rate); beyond the last slice that the source states, nothing. */
export const mexcMultiRules = defineRules({
  id: 'mexc-multi',
  name: 'MEXC multi-asset',
  summary: 'USDT account with haircuts by slices of the quantity held: the first bitcoin counts 97.5 %, the sixtieth 85 %.',
  date: '2025-09-12',
  source: 'MEXC: Multi-Asset Margin mode, launch announcement of 12 September 2025; Futures information, Eligible Collateral Crypto',
  fees: { maker: rate('0'), taker: rate('0.0002') },
  funding: { type: 'premium', intervalMillis: 8 * HOUR, periodMillis: 8 * HOUR, interest: rate('0.0001'), clamp: rate('0.0005'), cap: undefined, premium: rate('0'), price: 'mark' },
  tiers: { default: tierRows(['0', '0.01', '0', '50', '0.02']) },
  exitCost: { rate: rate('0.0002'), on: 'mark', fixed: quote('0'), combine: 'sum' },
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
    USDT: { by: 'quantity', slices: [{ floor: quote('0'), haircut: rate('0') }] },
    USDC: { by: 'quantity', slices: [{ floor: quote('0'), haircut: rate('0') }] },
    BTC: {
      by: 'quantity',
      slices: [
        { floor: quote('0'), haircut: rate('0.025') },
        { floor: quote('1'), haircut: rate('0.03') },
        { floor: quote('5'), haircut: rate('0.035') },
        { floor: quote('10'), haircut: rate('0.04') },
        { floor: quote('50'), haircut: rate('0.15') },
        { floor: quote('100'), haircut: rate('1') },
      ],
    },
  },
})
