import { price, quote, rate } from '../../units/quantities.ts'
import { defineRules } from '../defineRules.ts'
import { kucoinBtcTiers, kucoinDefaultTiers } from './kucoinTiers.ts'

/**
 * KuCoin Futures as it was until 2025-05-22: maintenance margin on the entry value. The bankruptcy fee was frozen with the
 * margin and counted in the maintenance margin, so it changed no liquidation price; a book states it as `feeReserve`.
 */
export const kucoinClassicRules = defineRules({
  id: 'kucoin-classic',
  maximumPrice: { default: price('1000000') },
  name: 'KuCoin Futures until May 2025',
  summary: 'Whole-position rate on the entry value, no fee in the test; levels go down one at a time. Replaced on 2025-05-22.',
  date: '2025-05-21',
  source: 'KuCoin support 4408061803033 and 8664870317849, position payloads of 2021 to 2024; see venues/kucoin/SPEC.md',
  fees: { maker: rate('0.0002'), taker: rate('0.0006') },
  funding: { type: 'fixed', intervalMillis: 8 * 3_600_000, rate: rate('0.0001'), price: 'mark' },
  tiers: { default: kucoinDefaultTiers, BTCUSDT: kucoinBtcTiers, XBTUSDTM: kucoinBtcTiers },
  initialOn: 'entry',
  maintenanceOn: 'entry',
  liquidation: {
    partial: { type: 'tier-step-down', tiers: 1, fromTier: 2 },
    orderPrice: { type: 'bankruptcy' },
    feeRate: rate('0.0006'),
    feeTo: 'venue',
  },
  insuranceFund: { balance: quote('1000000'), scope: 'instrument' },
  deleveraging: { type: 'ranked', ranking: 'leveraged-profit' },
})
