import type { Crisis } from './Crisis.ts'
import { HOUR, said, SOURCES } from './facts.ts'

const binance = said(SOURCES.binance)
const closes = said('Binance hourly closes of LUNAUSDT')
const panorama = said('bestcryptoexchange.com, “A panoramic view of Terra, LUNA and UST”')
const weekly = said('BitScreener, weekly takeaways of 15 May 2022')
const noah = said('techtalksbynoah.com, “The meteoric crash of Terra Luna”')
const memory = said(SOURCES.memory, true)

/** Hours since 7 May 2022, 00:00 UTC. */
const BTC_LOW = 125
const LUNA_END = 144

const lunaBefore = closes.price('LUNA before', 76.76, 'LUNA-PERP', 0)
const lunaTuesday = closes.price('LUNA at midnight of 10 May', 38.61, 'LUNA-PERP', 72)
const lunaWednesday = closes.price('LUNA at noon of 11 May', 0.7302, 'LUNA-PERP', 108)
const lunaLow = closes.low('LUNA at the end', 0.00005, 'LUNA-PERP')
const lunaFall = closes.fall('LUNA from before to the end', -1, 'LUNA-PERP', 0)
const slip = panorama.price('TerraUSD after the first slip, 8 May', 0.9857, 'UST', 24)
const broken = weekly.price('TerraUSD when the peg broke, 10 May', 0.65, 'UST', 72)
const wednesday = memory.price('TerraUSD at the low of 11 May', 0.3, 'UST', 104)
const again = memory.price('TerraUSD after the hope of 11 May', 0.8, 'UST', 112)
const ustLow = noah.low('TerraUSD at the low of 13 May', 0.13, 'UST')
const btcBefore = binance.price('Bitcoin before', 36_014, 'BTC-PERP', 0)
const btcFall = binance.fall('Bitcoin from before to the low of 12 May', -0.259, 'BTC-PERP', 0)
const btcHours = binance.hours('Hours from the first slip’s morning to Bitcoin’s low', 125, 'BTC-PERP', 0)
const btcDay = binance.rebound('Bitcoin half a day after the low', 0.073, 'BTC-PERP', 12)
const calm = binance.volatility('Bitcoin’s volatility before, a year', 0.65, 'BTC-PERP', [0, 24])

const btcLow = btcBefore.value * (1 + btcFall.value)

/** A stablecoin and the coin that backs it go to nothing within a week. */
export const luna2022: Crisis = {
  id: 'luna-2022',
  title: 'May 2022: Terra, from a dollar to nothing',
  when: '7 to 14 May 2022',
  story: 'TerraUSD slips, breaks and never returns; LUNA, which was to hold it, is printed to nothing. Bitcoin falls by a quarter beside it. Who had TerraUSD as collateral had none.',
  real: 'Load BTCUSDT from Binance, spot, 1 hour, 7 to 14 May 2022; LUNAUSDT and USTUSDT (later LUNCUSDT, USTCUSDT) from the files of data.binance.vision.',
  rules: 'binance-usdm',
  start: Date.UTC(2022, 4, 7),
  barMillis: HOUR / 2,
  seed: 20220507,
  volatility: calm.value,
  correlation: 0.5,
  instruments: [{ instrument: 'BTC-PERP', decimals: 1 }, { instrument: 'LUNA-PERP', decimals: 5, volatility: 1.5 }, { instrument: 'UST', decimals: 4, volatility: 0.3 }],
  lines: {
    'BTC-PERP': [[0, btcBefore.value], [24, 35_472], [48, 34_038], [60, 33_122], [72, 30_074], [84, 31_622], [96, 31_017], [108, 31_533], [109, 29_329], [120, 29_104], [BTC_LOW, btcLow], [127, 27_115], [BTC_LOW + 12, btcLow * (1 + btcDay.value)], [LUNA_END, 29_030], [168, 29_287]],
    'LUNA-PERP': [[0, lunaBefore.value], [24, 65.63], [48, 64.35], [60, 59.31], [72, lunaTuesday.value], [84, 33.54], [96, 16.93], [108, lunaWednesday.value], [120, 1.1297], [127, 0.1407], [132, 0.02018], [LUNA_END, lunaLow.value], [168, 0.0003]],
    UST: [[0, 1], [18, 0.997], [24, slip.value], [48, 0.995], [60, 0.96], [72, broken.value], [84, 0.92], [96, 0.75], [104, wednesday.value], [112, again.value], [120, 0.6], [132, 0.4], [LUNA_END, ustLow.value], [168, 0.2]],
  },
  phases: [{ until: 24, noise: 1 }, { until: LUNA_END, noise: 1.5 }, { until: 168, noise: 1 }],
  facts: [lunaBefore, lunaTuesday, lunaWednesday, lunaLow, lunaFall, slip, broken, wednesday, again, ustLow, btcBefore, btcFall, btcHours, btcDay, calm],
}
