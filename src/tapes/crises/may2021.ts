import type { Crisis } from './Crisis.ts'
import { MINUTE, said, SOURCES } from './facts.ts'

const binance = said(SOURCES.binance)
const report = said('worldstockmarket.net, “Lightning rollback: Bitcoin went by 12,000 down and up in 15 hours”')

/** Hours since 18 May 2021, 00:00 UTC. */
const HIGH = 6
const MORNING = 36
const LOW = 37.25
const ALT_LOW = 36.75

const high = binance.high('Bitcoin at its high, 18 May, 06:00 UTC', 45_799, 'BTC-PERP')
const before = binance.price('Bitcoin at noon, 19 May', 38_700, 'BTC-PERP', MORNING)
const low = report.low('Bitcoin at the low, just after 13:00 UTC', 30_000, 'BTC-PERP')
const fall = binance.fall('Bitcoin from its high to the low', -0.345, 'BTC-PERP', HIGH)
const hours = binance.hours('Hours from noon to the low', 1.25, 'BTC-PERP', MORNING)
const soon = binance.rebound('Bitcoin two hours after the low', 0.26, 'BTC-PERP', 2)
const day = binance.rebound('Bitcoin a day after the low', 0.39, 'BTC-PERP', 24)
const etherLow = report.low('Ether at the low', 1888, 'ETH-PERP')
const ether = binance.fall('Ether from its price at midnight of 18 May to the low', -0.425, 'ETH-PERP', 0)
const sol = binance.fall('Solana from its price at midnight of 18 May to the low', -0.433, 'SOL-PERP', 0)
const solDay = binance.rebound('Solana a day after the low', 0.634, 'SOL-PERP', 24)
const doge = binance.fall('Dogecoin from its price at midnight of 18 May to the low', -0.567, 'DOGE-PERP', 0)
const relation = binance.relation('Ether’s fall from midnight as a multiple of Bitcoin’s', 1.37, 'ETH-PERP', ['BTC-PERP', 0])
const restless = binance.volatility('Bitcoin’s volatility on the day before, a year', 1.36, 'BTC-PERP', [HIGH, 24])

const sol0 = 46.75
const doge0 = 0.48745

/** A third off within an hour, and most of it back by the evening. */
export const may2021: Crisis = {
  id: 'may-2021',
  title: 'May 2021: down and back in an afternoon',
  when: '18 to 20 May 2021',
  story: 'After a week of bad news Bitcoin falls by a fifth within an hour and altcoins by half; exchanges stand still. By the evening most of it is back, and who was liquidated is not.',
  real: 'Load BTCUSDT, ETHUSDT, SOLUSDT and DOGEUSDT from Binance, spot, 15 minutes, 18 to 20 May 2021; or the files of data.binance.vision.',
  rules: 'binance-usdm-2021',
  start: Date.UTC(2021, 4, 18),
  barMillis: 15 * MINUTE,
  seed: 20210519,
  volatility: restless.value,
  correlation: 0.8,
  instruments: [{ instrument: 'BTC-PERP', decimals: 1 }, { instrument: 'ETH-PERP', decimals: 2 }, { instrument: 'SOL-PERP', decimals: 3 }, { instrument: 'DOGE-PERP', decimals: 5 }],
  lines: {
    'BTC-PERP': [[0, 43_538], [HIGH, high.value], [24, 42_850], [30, 39_200], [MORNING, before.value], [37, 35_235], [LOW, low.value], [38, 35_863], [LOW + 2, low.value * (1 + soon.value)], [42, 39_367], [48, 36_671], [LOW + 24, low.value * (1 + day.value)], [72, 40_500]],
    'ETH-PERP': [[0, etherLow.value / (1 + ether.value)], [11, 3566], [24, 3375], [30, 2927], [MORNING, 2721], [37, 2365], [LOW, etherLow.value], [38, 2494], [LOW + 2, 2613], [42, 2768], [48, 2439], [LOW + 24, 2904], [72, 2769]],
    'SOL-PERP': [[0, sol0], [16, 58.38], [24, 55.97], [30, 49.8], [MORNING, 43.94], [ALT_LOW, sol0 * (1 + sol.value)], [37, 35.2], [38, 41.1], [42, 43.6], [48, 35], [ALT_LOW + 24, sol0 * (1 + sol.value) * (1 + solDay.value)], [72, 44.4]],
    'DOGE-PERP': [[0, doge0], [11, 0.51536], [24, 0.48], [30, 0.4], [MORNING, 0.34], [ALT_LOW, doge0 * (1 + doge.value)], [38, 0.351], [42, 0.37], [48, 0.32], [62, 0.417], [72, 0.398]],
  },
  phases: [{ until: 24, noise: 1 }, { until: 42, noise: 1.5 }, { until: 72, noise: 1.5 }],
  facts: [high, before, low, fall, hours, soon, day, etherLow, ether, sol, solDay, doge, relation, restless],
}
