import { price, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'
import { bitmexCommon } from './bitmexCommon.ts'

/**
 * BitMEX XBTUSD: a contract is 1 USD, margin and PnL in XBT. Base risk limit 200 XBT, step 150 XBT since 31 August 2021:
 * 0.5 % + steps x 0.5 % maintenance, 1 % + steps x 0.5 % initial, both of the value at entry.
 */
export const bitmexInverseRules = defineRules({
  ...bitmexCommon(rate('0.00375')),
  id: 'bitmex-inverse',
  maximumPrice: { default: price('1000000') },
  contract: 'inverse',
  name: 'BitMEX XBTUSD',
  summary: 'Coin-margined: maintenance on the value at entry, risk limits in steps of 150 XBT, take-over at the bankruptcy price.',
  date: '2021-08-31',
  tiers: {
    default: tierRows(
      ['0', '0.005', '0', '100', '0.01'],
      ['200', '0.01', '0', '66.66', '0.015'],
      ['350', '0.015', '0', '50', '0.02'],
      ['500', '0.02', '0', '40', '0.025'],
      ['650', '0.025', '0', '33.33', '0.03'],
      ['800', '0.03', '0', '28.57', '0.035'],
      ['950', '0.035', '0', '25', '0.04'],
      ['1100', '0.04', '0', '22.22', '0.045'],
      ['1250', '0.045', '0', '20', '0.05'],
    ),
  },
})
