import { quote, rate } from '../../units/quantities.ts'
import { defineRules } from '../defineRules.ts'
import { bitgetBtcTiers, bitgetEthTiers, bitgetSmallCoinTiers } from './bitgetTiers.ts'

/** Bitget USDT-M, classic account in single-asset mode, positions opened since 2025-11-10. Sources in SPEC.md. */
export const bitgetRules = defineRules({
  id: 'bitget',
  name: 'Bitget USDT-M',
  summary: 'Tiers with an offset on the mark, the taker fee inside; margin moves with the mark; two tiers down at a time, then the rest.',
  date: '2025-11-10',
  source: 'Bitget support 12560603841952, 12560603838731, 12560603808759 and tier announcements; see venues/bitget/SPEC.md',
  fees: { maker: rate('0.0002'), taker: rate('0.0006') },
  funding: {
    type: 'premium',
    intervalMillis: 8 * 3_600_000,
    periodMillis: 8 * 3_600_000,
    interest: rate('0.0001'),
    clamp: rate('0.0005'),
    cap: undefined,
    premium: rate('0'),
    price: 'mark',
  },
  tiers: { default: bitgetSmallCoinTiers, BTCUSDT: bitgetBtcTiers, ETHUSDT: bitgetEthTiers },
  exitCost: { rate: rate('0.0006'), on: 'mark', fixed: quote('0'), combine: 'sum' },
  liquidation: {
    partial: { type: 'tier-step-down', tiers: 2, fromTier: 2 },
    orderPrice: { type: 'bankruptcy' },
    feeRate: rate('0.0006'),
    feeTo: 'venue',
  },
  insuranceFund: { balance: quote('1000000'), scope: 'instrument' },
  deleveraging: { type: 'ranked', ranking: 'leveraged-profit' },
})
