import type { Crisis } from './Crisis.ts'
import { MINUTE, said, SOURCES } from './facts.ts'

const mark = said('Binance USD-M mark price of BTCUSDT, 5 minutes (data.binance.vision)')
const bybit = said(SOURCES.bybit)
const square = said('Binance Square, “Market meltdown: derivatives driven catastrophe”')
const edgen = said('Edgen, “Binance altcoins flash crash amid 19 billion liquidation event”')
const polygon = said('Binance one-minute candles of POLUSDT')
const memory = said(SOURCES.memory, true)

const FIVE = 5 / 60
/** Hours since 10 October 2025, 12:00 UTC; in steps of five minutes. */
const at = (hour: number, minute: number): number => hour - 12 + Math.round(minute / 5) * FIVE
const HIGH = at(13, 35)
const NEWS = at(20, 50)
const LOW = at(21, 20)
const DEPEG = at(21, 40)

const high = mark.high('Bitcoin’s mark at its high, 13:35 UTC', 122_458, 'BTC-PERP')
const news = mark.price('Bitcoin’s mark when the tariffs were confirmed, 20:50 UTC', 116_830, 'BTC-PERP', NEWS)
const low = mark.low('Bitcoin’s mark at the low, 21:20 UTC', 101_878, 'BTC-PERP')
const fall = mark.fall('Bitcoin from its high to the low', -0.168, 'BTC-PERP', HIGH)
const hours = square.hours('Hours from the news to the low', 0.5, 'BTC-PERP', NEWS)
const back = mark.rebound('Bitcoin 40 minutes after the low', 0.111, 'BTC-PERP', 8 * FIVE)
const ether = bybit.fall('Ether from 13:35 UTC to the low', -0.246, 'ETH-PERP', HIGH)
const sol = bybit.fall('Solana from 13:35 UTC to the low', -0.347, 'SOL-PERP', HIGH)
const pol = polygon.fall('Polygon from 13:35 UTC to the low', -0.52, 'POL-PERP', HIGH)
const alt = square.fall('The worst of the larger altcoins from 13:35 UTC to the low', -0.8, 'ALT-PERP', HIGH)
const usde = edgen.low('USDe at the low on one venue', 0.66, 'USDE')
const elsewhere = memory.low('USDe elsewhere', 0.99, 'USDE#index')
const relation = bybit.relation('Solana’s fall since 13:35 as a multiple of Bitcoin’s', 2.07, 'SOL-PERP', ['BTC-PERP', HIGH])
const calm = bybit.volatility('Bitcoin’s volatility before, a year', 0.39, 'BTC-PERP', [0, HIGH])

/** A path between its price at 13:35 and its low, as much of the way down as Bitcoin's at each moment, and `kept` of the fall at the end. */
function follows(start: number, move: number, kept: number): readonly (readonly [number, number])[] {
  const down = (share: number): number => start * (1 + move * share)
  return [[0, start * 0.99], [HIGH, start], [at(15, 0), down(0.12)], [NEWS, down(0.35)], [at(21, 0), down(0.5)], [at(21, 15), down(0.68)], [LOW, down(1)], [at(21, 25), down(0.85)], [at(22, 0), down(kept)], [18, down(kept)]]
}

/** The largest liquidation of all: an hour, and a collateral that was 0.66 in one place only. */
export const october2025: Crisis = {
  id: 'october-2025',
  title: '10 October 2025: the largest liquidation',
  when: '10 and 11 October 2025',
  story: 'Tariffs are confirmed on a Friday evening: in half an hour Bitcoin falls to 102,000, Solana by a third, altcoins by half and more; on one venue the collateral USDe is worth 0.66. 19 billion dollars are liquidated.',
  real: 'Load BTCUSDT, ETHUSDT and SOLUSDT from Bybit, linear, with mark and index, 5 minutes, 10 and 11 October 2025; USDEUSDT, spot, from the files of data.binance.vision.',
  rules: 'bybit-uta',
  start: Date.UTC(2025, 9, 10, 12),
  barMillis: 5 * MINUTE,
  seed: 20251010,
  volatility: calm.value,
  correlation: 0.8,
  instruments: [
    { instrument: 'BTC-PERP', decimals: 1 },
    { instrument: 'ETH-PERP', decimals: 2 },
    { instrument: 'SOL-PERP', decimals: 3 },
    { instrument: 'POL-PERP', decimals: 4 },
    { instrument: 'ALT-PERP', decimals: 4 },
    { instrument: 'USDE', decimals: 4, volatility: 0 },
    { instrument: 'USDE', kind: 'index', decimals: 4, volatility: 0 },
  ],
  lines: {
    'BTC-PERP': [[0, 121_500], [HIGH, high.value], [at(15, 0), 120_458], [NEWS, news.value], [at(21, 0), 114_262], [at(21, 15), 111_957], [LOW, low.value], [at(21, 25), 106_500], [at(21, 30), 109_306], [LOW + 8 * FIVE, low.value * (1 + back.value)], [at(24, 0), 112_717], [18, 112_338]],
    'ETH-PERP': follows(4393, ether.value, 0.44),
    'SOL-PERP': follows(224.4, sol.value, 0.48),
    'POL-PERP': follows(0.2402, pol.value, 0.53),
    'ALT-PERP': follows(4, alt.value, 0.35),
    USDE: [[0, 1], [NEWS, 0.9995], [at(21, 20), 0.93], [at(21, 35), 0.8], [DEPEG, usde.value], [at(22, 15), 0.97], [at(23, 0), 0.995], [18, 0.999]],
    'USDE#index': [[0, 1], [NEWS, 0.9995], [at(21, 20), 0.997], [DEPEG, elsewhere.value], [at(22, 15), 0.997], [18, 0.999]],
  },
  phases: [{ until: HIGH, noise: 1 }, { until: NEWS, noise: 1 }, { until: at(22, 0), noise: 2 }, { until: 18, noise: 2 }],
  facts: [high, news, low, fall, hours, back, ether, sol, pol, alt, usde, elsewhere, relation, calm],
}
