import { price, quote, rate } from '../../units/quantities.ts'
import { defineRules } from '../defineRules.ts'
import { kucoinBtcTiers, kucoinDefaultTiers } from './kucoinTiers.ts'

/** KuCoin Futures since 2025-05-22: maintenance margin and a liquidation fee on the mark. Sources in SPEC.md. */
export const kucoinRules = defineRules({
  id: 'kucoin',
  maximumPrice: { default: price('1000000') },
  name: 'KuCoin Futures',
  summary: 'Whole-position rate on the mark plus a liquidation fee, charged only when it happens; levels go down one at a time.',
  date: '2026-03-10',
  source: 'KuCoin announcements of 2025-05-20 and 2025-05-29, support 26694703491737 and 35084431335065; see venues/kucoin/SPEC.md',
  fees: { maker: rate('0.0002'), taker: rate('0.0006') },
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
  tiers: { default: kucoinDefaultTiers, BTCUSDT: kucoinBtcTiers, XBTUSDTM: kucoinBtcTiers },
  initialOn: 'entry',
  exitCost: { rate: rate('0.0006'), on: 'mark', fixed: quote('0'), combine: 'sum' },
  liquidation: {
    partial: { type: 'tier-step-down', tiers: 1, fromTier: 2 },
    orderPrice: { type: 'bankruptcy' },
    feeRate: rate('0.0006'),
    feeTo: 'venue',
  },
  insuranceFund: { balance: quote('1000000'), scope: 'instrument' },
  deleveraging: { type: 'ranked', ranking: 'leveraged-profit' },
})
