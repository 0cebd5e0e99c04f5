import type { Crisis } from './Crisis.ts'
import { MINUTE, said, SOURCES } from './facts.ts'

const binance = said(SOURCES.binance)
const report = said('BTCMEX blog, “Black Thursday: what actually happened to Bitcoin”')

/** Hours since 11 March 2020, 00:00 UTC. */
const EVE = 24
const FIRST = 34
const SECOND = 47
const LOW = 50.25

const calm = binance.volatility('Bitcoin’s volatility on the two days before, a year', 0.78, 'BTC-PERP', [0, EVE])
const before = binance.price('Bitcoin at midnight before the fall', 7935, 'BTC-PERP', EVE)
const firstWave = binance.change('Bitcoin in the hour from 10:00 UTC', -0.182, 'BTC-PERP', [FIRST, FIRST + 1])
const atSecond = report.price('Bitcoin when the second wave began, 23:00 UTC', 5800, 'BTC-PERP', SECOND)
const low = binance.low('Bitcoin at the low, 13 March, 02:15 UTC', 3782, 'BTC-PERP')
const fall = binance.fall('Bitcoin from midnight to the low', -0.523, 'BTC-PERP', EVE)
const hours = report.hours('Hours from midnight to the low', 26.25, 'BTC-PERP', EVE)
const soon = binance.rebound('Bitcoin from the low to 04:00 UTC', 0.366, 'BTC-PERP', 1.75)
const day = binance.rebound('Bitcoin a day after the low', 0.467, 'BTC-PERP', 24)
const etherBefore = binance.price('Ether at midnight before the fall', 194.6, 'ETH-PERP', EVE)
const ether = binance.fall('Ether from midnight to the low', -0.558, 'ETH-PERP', EVE)
const litecoin = binance.fall('Litecoin from the evening of 11 March to the low', -0.52, 'LTC-PERP', 0)
const relation = binance.relation('Ether’s fall as a multiple of Bitcoin’s', 1.07, 'ETH-PERP', ['BTC-PERP', EVE])

const first = 7355
const ltc = 50.24

/** Bitcoin halves within a day, in two waves. */
export const march2020: Crisis = {
  id: 'march-2020',
  title: 'March 2020: Bitcoin halves in a day',
  when: '12 and 13 March 2020',
  story: 'As all markets sell at once Bitcoin loses half of its price in a day, in two waves; the second is made of liquidations. Two hours after the low a third is back.',
  real: 'Load BTCUSDT, ETHUSDT and LTCUSDT from Binance, spot, 15 minutes, 11 to 15 March 2020; or the files of data.binance.vision.',
  rules: 'binance-usdm-2021',
  start: Date.UTC(2020, 2, 11),
  barMillis: 15 * MINUTE,
  seed: 20200312,
  volatility: calm.value,
  correlation: 0.8,
  instruments: [{ instrument: 'BTC-PERP', decimals: 1 }, { instrument: 'ETH-PERP', decimals: 2 }, { instrument: 'LTC-PERP', decimals: 2 }],
  lines: {
    'BTC-PERP': [[0, 7890], [EVE, before.value], [FIRST, first], [FIRST + 1, first * (1 + firstWave.value)], [44, 6036], [SECOND, atSecond.value], [48, 4800], [49, 4657], [LOW, low.value], [52, low.value * (1 + soon.value)], [62, 5394], [LOW + 24, low.value * (1 + day.value)], [96, 5200]],
    'ETH-PERP': [[0, 200.7], [EVE, etherBefore.value], [FIRST, 168], [FIRST + 1, 132.9], [44, 138.4], [SECOND, 127.3], [48, 107.8], [49, 107], [LOW, etherBefore.value * (1 + ether.value)], [52, 124.2], [62, 126.9], [LOW + 24, 132.3], [96, 121.3]],
    'LTC-PERP': [[0, ltc], [EVE, 48.5], [FIRST, 44], [FIRST + 1, 35.6], [SECOND, 35], [LOW, ltc * (1 + litecoin.value)], [52, 32.2], [62, 36], [LOW + 24, 36.9], [96, 34.6]],
  },
  phases: [{ until: EVE, noise: 1 }, { until: LOW + 24, noise: 2 }, { until: 96, noise: 2 }],
  facts: [calm, before, firstWave, atSecond, low, fall, hours, soon, day, etherBefore, ether, litecoin, relation],
}
