import { quote, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'

/**
 * BTCUSDT as the help page on maintenance margin uses it: 0.5 % to 2,000,000 USDT, 0.75 % above, amount 5,000. Leverages
 * are half the inverse of the rates, as in the table of 2022-11-03. Tiers further up were not found: the last one goes on.
 */
const btcUsdtTiers = tierRows(['0', '0.005', '0', '100', '0.01'], ['2000000', '0.0075', '5000', '66.66', '0.015'])

/**
 * For every contract without a table here: the one announced for sixteen coins on 2022-11-03. The amounts are those that
 * make it progressive, which the help page now describes; the announcement did not print any.
 */
const defaultTiers = tierRows(
  ['0', '0.01', '0', '50', '0.02'],
  ['200000', '0.015', '1000', '33.34', '0.03'],
  ['800000', '0.02', '5000', '25', '0.04'],
  ['1400000', '0.025', '12000', '20', '0.05'],
  ['2000000', '0.03', '22000', '16.67', '0.06'],
  ['2600000', '0.035', '35000', '14.29', '0.07'],
  ['3200000', '0.04', '51000', '12.5', '0.08'],
  ['3800000', '0.045', '70000', '11.12', '0.09'],
  ['4400000', '0.05', '92000', '10', '0.1'],
  ['5000000', '0.055', '117000', '9.1', '0.11'],
)

/** Phemex USDT-M: maintenance less an amount, the taker fee of closing inside, the margin with its fee reserve. Sources in SPEC.md. */
export const phemexRules = defineRules({
  id: 'phemex',
  name: 'Phemex USDT-M',
  summary: 'Tiers with a maintenance amount on the mark, the taker fee of 0.06 % inside; taken over at the bankruptcy price.',
  date: '2022-11-03',
  source: 'Phemex help centre (liq-price-for-USDTM, legerage-IM-MM-USDTM) and announcement of 2022-11-03; see venues/phemex/SPEC.md',
  fees: { maker: rate('0.0001'), taker: rate('0.0006') },
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
  tiers: { default: defaultTiers, BTCUSDT: btcUsdtTiers },
  initialOn: 'entry',
  exitCost: { rate: rate('0.0006'), on: 'mark', fixed: quote('0'), combine: 'sum' },
  liquidation: { orderPrice: { type: 'bankruptcy' }, feeRate: rate('0.0006'), feeTo: 'venue' },
  insuranceFund: { balance: quote('1000000'), scope: 'venue' },
  deleveraging: { type: 'ranked', ranking: 'profit-times-leverage' },
})
