import { quote, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'

/**
 * BTC_USDT, `riskLimitCustom` of GET /api/v1/contract/detail in the venue's documentation, 2025-10-31: contracts of
 * 0.0001 BTC, a rate for the whole position. The last level ends at 4,500,000 contracts, the position limit.
 */
const btcUsdtTiers = tierRows(
  ['0', '0.001', '0', '500', '0.002'],
  ['50000', '0.004', '0', '200', '0.005'],
  ['60000', '0.005', '0', '100', '0.01'],
  ['250000', '0.01', '0', '50', '0.02'],
  ['1200000', '0.02', '0', '20', '0.05'],
  ['3000000', '0.05', '0', '10', '0.1'],
)

/** For every contract without a table here: that of CLO_USDT in the same documentation (2025-10-20), one level, 1 % and 50 times. */
const defaultTiers = tierRows(['0', '0.01', '0', '50', '0.02'])

/** MEXC Futures by its rules page: maintenance margin and liquidation fee on the fair price. Sources in SPEC.md. */
export const mexcRules = defineRules({
  id: 'mexc',
  name: 'MEXC Futures',
  summary: 'Whole-position rate plus a liquidation fee on the fair price; levels in contracts, taken over one at a time at the bankruptcy price.',
  date: '2025-10-31',
  source: 'MEXC support 360044646391 and API documentation; see venues/mexc/SPEC.md',
  fees: { maker: rate('0.0001'), taker: rate('0.0004') },
  funding: {
    type: 'premium',
    intervalMillis: 8 * 3_600_000,
    periodMillis: 8 * 3_600_000,
    interest: rate('0.0001'),
    clamp: rate('0.0005'),
    cap: rate('0.0018'),
    premium: rate('0'),
    price: 'mark',
  },
  tiers: { default: defaultTiers, BTCUSDT: btcUsdtTiers, BTC_USDT: btcUsdtTiers },
  tiersBy: 'contracts',
  initialOn: 'entry',
  exitCost: { rate: rate('0.0004'), on: 'mark', fixed: quote('0'), combine: 'sum' },
  liquidation: {
    partial: { type: 'tier-step-down', tiers: 1, fromTier: 2 },
    orderPrice: { type: 'bankruptcy' },
    feeRate: rate('0.0004'),
    feeTo: 'venue',
  },
  insuranceFund: { balance: quote('1000000'), scope: 'venue' },
  deleveraging: { type: 'ranked', ranking: 'profit-times-leverage' },
})
