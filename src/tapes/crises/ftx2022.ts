import type { Crisis } from './Crisis.ts'
import { HOUR, said, SOURCES } from './facts.ts'

const binance = said(SOURCES.binance)
const closes = said('Binance hourly closes of FTTUSDT')
const coindesk = said('CoinDesk, “The epic collapse of FTX: a crypto markets timeline”, 12 November 2022')

/** Hours since 5 November 2022, 00:00 UTC. */
const LOW = 118
const SOL_LOW = 117

const high = binance.high('Bitcoin at its high, 5 November', 21_474, 'BTC-PERP')
const btc = binance.fall('Bitcoin from its high to the low of 9 November', -0.28, 'BTC-PERP', 3)
const hours = binance.hours('Hours from the high to the low', 115, 'BTC-PERP', 3)
const btcDay = binance.rebound('Bitcoin a day after the low', 0.152, 'BTC-PERP', 24)
const solHigh = binance.high('Solana at its high, 5 November', 38.79, 'SOL-PERP')
const sol = binance.fall('Solana from its high to the low', -0.757, 'SOL-PERP', 16)
const solDay = binance.rebound('Solana a day after the low', 0.915, 'SOL-PERP', 24)
const defended = coindesk.price('FTT at the price Alameda offered to buy at, until 8 November', 22, 'FTT-PERP', 72)
const hour = closes.change('FTT in the hour from 17:00 UTC of 8 November', -0.39, 'FTT-PERP', [89, 90])
const fttEvening = closes.price('FTT after it', 6.99, 'FTT-PERP', 90)
const ftt = closes.fall('FTT from before to the low of 9 November', -0.914, 'FTT-PERP', 0)
const relation = binance.relation('Solana’s fall since 5 November as a multiple of Bitcoin’s', 2.68, 'SOL-PERP', ['BTC-PERP', 0])
const calm = binance.volatility('Bitcoin’s volatility before, a year', 0.46, 'BTC-PERP', [0, 48])

const low = high.value * (1 + btc.value)
const solLow = solHigh.value * (1 + sol.value)
const ftt0 = 25.81

/** An exchange fails: its own coin goes, then what it held. */
export const ftx2022: Crisis = {
  id: 'ftx-2022',
  title: 'November 2022: FTX fails',
  when: '5 to 11 November 2022',
  story: 'The coin of an exchange is held at 22 dollars for two days and then lost in hours; Solana, of which it held much, loses three quarters, Bitcoin a quarter.',
  real: 'Load BTCUSDT and SOLUSDT from Binance, USD-M, 1 hour, 5 to 11 November 2022; FTTUSDT, spot, from the files of data.binance.vision.',
  rules: 'binance-usdm',
  start: Date.UTC(2022, 10, 5),
  barMillis: HOUR / 2,
  seed: 20221108,
  volatility: calm.value,
  correlation: 0.7,
  instruments: [{ instrument: 'BTC-PERP', decimals: 1 }, { instrument: 'SOL-PERP', decimals: 3, volatility: 1 }, { instrument: 'FTT-PERP', decimals: 4, volatility: 0.8 }],
  lines: {
    'BTC-PERP': [[0, 21_138], [3, high.value], [24, 21_290], [48, 20_900], [72, 20_578], [84, 19_689], [90, 19_328], [91, 18_585], [96, 18_534], [108, 17_800], [LOW, low], [120, 15_905], [132, 16_388], [LOW + 24, low * (1 + btcDay.value)], [144, 17_588]],
    'SOL-PERP': [[0, 33.73], [16, solHigh.value], [24, 36.89], [48, 32.61], [72, 29.58], [84, 27.97], [90, 25.26], [96, 23.82], [108, 17.44], [SOL_LOW, solLow], [120, 11.69], [132, 14], [SOL_LOW + 24, solLow * (1 + solDay.value)], [144, 17.6]],
    'FTT-PERP': [[0, ftt0], [24, 23.86], [48, 22.08], [72, defended.value], [84, 17.66], [89, fttEvening.value / (1 + hour.value)], [90, fttEvening.value], [96, 5.93], [108, 4.47], [LOW, ftt0 * (1 + ftt.value)], [120, 2.71], [132, 2.74], [142, 3.46], [144, 3.37]],
  },
  phases: [{ until: 48, noise: 1 }, { until: 144, noise: 2 }],
  facts: [high, btc, hours, btcDay, solHigh, sol, solDay, defended, hour, fttEvening, ftt, relation, calm],
}
