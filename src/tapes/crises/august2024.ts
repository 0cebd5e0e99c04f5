import type { Crisis } from './Crisis.ts'
import { MINUTE, said, SOURCES } from './facts.ts'

const binance = said(SOURCES.binance)
const chapter = said('cointrolly.com, “Bitcoin falls under 53k”, 5 August 2024')
const coindesk = said('CoinDesk, “Bitcoin tumbles to 53K”, 5 August 2024')

/** Hours since 2 August 2024, 00:00 UTC. */
const MONDAY = 72
const ETH_LOW = 73.5
const LOW = 78.25

const before = binance.price('Bitcoin on Friday morning', 65_329, 'BTC-PERP', 0)
const sunday = binance.price('Bitcoin when Monday began', 58_145, 'BTC-PERP', MONDAY)
const low = binance.low('Bitcoin at the low, 5 August, after 06:00 UTC', 48_888, 'BTC-PERP')
const fall = binance.fall('Bitcoin from Friday morning to the low', -0.252, 'BTC-PERP', 0)
const night = chapter.fall('Bitcoin from Monday’s midnight to the low', -0.159, 'BTC-PERP', MONDAY)
const hours = binance.hours('Hours from Monday’s midnight to the low', 6.25, 'BTC-PERP', MONDAY)
const day = binance.rebound('Bitcoin a day after the low', 0.141, 'BTC-PERP', 24)
const ether = binance.fall('Ether from Friday morning to the low', -0.34, 'ETH-PERP', 0)
const etherNight = coindesk.fall('Ether from Monday’s midnight to the low', -0.214, 'ETH-PERP', MONDAY)
const sol = binance.fall('Solana from Friday morning to the low', -0.348, 'SOL-PERP', 0)
const solDay = binance.rebound('Solana a day after the low', 0.296, 'SOL-PERP', 24)
const relation = binance.relation('Ether’s fall since Friday as a multiple of Bitcoin’s', 1.35, 'ETH-PERP', ['BTC-PERP', 0])
const calm = binance.volatility('Bitcoin’s volatility before, a year', 0.52, 'BTC-PERP', [0, 24])

const eth0 = 3202
const sol0 = 167.3
const solLow = sol0 * (1 + sol.value)

/** The yen rises, everything that was bought with it falls. */
export const august2024: Crisis = {
  id: 'august-2024',
  title: '5 August 2024: the yen turns',
  when: '2 to 6 August 2024',
  story: 'Loans in yen are called, the Nikkei has its worst day since 1987, and in the night to Monday Bitcoin loses a sixth and Ether a fifth. A day later half of it is back.',
  real: 'Load BTCUSDT, ETHUSDT and SOLUSDT from Binance, USD-M, or from Bybit, linear, 15 minutes, 2 to 6 August 2024.',
  rules: 'binance-usdm',
  start: Date.UTC(2024, 7, 2),
  barMillis: 15 * MINUTE,
  seed: 20240805,
  volatility: calm.value,
  correlation: 0.8,
  instruments: [{ instrument: 'BTC-PERP', decimals: 1 }, { instrument: 'ETH-PERP', decimals: 2 }, { instrument: 'SOL-PERP', decimals: 3, volatility: 0.8 }],
  lines: {
    'BTC-PERP': [[0, before.value], [24, 61_484], [48, 60_685], [66, 57_842], [MONDAY, sunday.value], [74, 54_390], [77, 52_700], [LOW, low.value], [79, 51_562], [84, 50_500], [96, 54_004], [LOW + 24, low.value * (1 + day.value)], [120, 55_991]],
    'ETH-PERP': [[0, eth0], [24, 2988], [48, 2902], [66, 2699], [MONDAY, (eth0 * (1 + ether.value)) / (1 + etherNight.value)], [73, 2526], [ETH_LOW, eth0 * (1 + ether.value)], [74, 2317], [78, 2310], [84, 2240], [96, 2419], [102, 2515], [120, 2460]],
    'SOL-PERP': [[0, sol0], [24, 152.7], [48, 142.5], [66, 134.9], [MONDAY, 138.3], [74, 131], [77, 118.5], [LOW, solLow], [79, 117.6], [84, 113], [96, 129.8], [LOW + 24, solLow * (1 + solDay.value)], [120, 144.3]],
  },
  phases: [{ until: 24, noise: 1 }, { until: MONDAY, noise: 1 }, { until: 96, noise: 2 }, { until: 120, noise: 1.5 }],
  facts: [before, sunday, low, fall, night, hours, day, ether, etherNight, sol, solDay, relation, calm],
}
