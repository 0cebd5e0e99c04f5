import { price, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'
import { bitmexCommon } from './bitmexCommon.ts'

/** Base risk limit and step 40,000 USDT, 1 % / 2 %, each step 1 % more of both (12 June 2025). */
const BY_40_000 = tierRows(
  ['0', '0.01', '0', '50', '0.02'],
  ['40000', '0.02', '0', '33.33', '0.03'],
  ['80000', '0.03', '0', '25', '0.04'],
  ['120000', '0.04', '0', '20', '0.05'],
  ['160000', '0.05', '0', '16.66', '0.06'],
  ['200000', '0.06', '0', '14.28', '0.07'],
  ['240000', '0.07', '0', '12.5', '0.08'],
  ['280000', '0.08', '0', '11.11', '0.09'],
  ['320000', '0.09', '0', '10', '0.1'],
)

/** The same with 100,000 USDT. */
const BY_100_000 = tierRows(
  ['0', '0.01', '0', '50', '0.02'],
  ['100000', '0.02', '0', '33.33', '0.03'],
  ['200000', '0.03', '0', '25', '0.04'],
  ['300000', '0.04', '0', '20', '0.05'],
  ['400000', '0.05', '0', '16.66', '0.06'],
  ['500000', '0.06', '0', '14.28', '0.07'],
  ['600000', '0.07', '0', '12.5', '0.08'],
  ['700000', '0.08', '0', '11.11', '0.09'],
  ['800000', '0.09', '0', '10', '0.1'],
)

/**
 * BitMEX, linear USDT contracts. Maintenance and initial margin are shares of the value at entry, the rate that of the
 * whole position by steps of the risk limit. `default` is ETHUSDT of the Isolated Margin examples, whose page states no limit.
 */
export const bitmexRules = defineRules({
  ...bitmexCommon(rate('0.0075')),
  id: 'bitmex',
  maximumPrice: { default: price('1000000') },
  name: 'BitMEX USDT',
  summary: 'Maintenance on the value at entry, risk limits in steps, take-over at the bankruptcy price, then the fund, then deleveraging.',
  date: '2025-06-12',
  tiers: {
    default: tierRows(['0', '0.01', '0', '50', '0.02']),
    WLDUSDT: BY_40_000,
    MEWUSDT: BY_40_000,
    NOTUSDT: BY_40_000,
    ZROUSDT: BY_40_000,
    POPCATUSDT: BY_40_000,
    DOGSUSDT: BY_40_000,
    ACTUSDT: BY_40_000,
    HYPEUSDT: BY_40_000,
    AI16ZUSDT: BY_40_000,
    INJUSDT: BY_100_000,
    '100BONKUSDT': BY_100_000,
    WIFUSDT: BY_100_000,
    JUPUSDT: BY_100_000,
    ENAUSDT: BY_100_000,
  },
})
