/** Making prices: a bar of each model beside one of geometric Brownian motion in the same run. */
import { marketPath, pricePath, type MarketModel, type PriceProcess } from '../../src/kernel/index.ts'
import { best, printTable, span, type Row } from './measure.ts'

const BARS = 20_000
const grid = { bars: BARS, barYears: 1 / 8760, stepsPerBar: 1 }
const address = { seed: 1, path: 0 }
const GBM: PriceProcess = { type: 'gbm', drift: 0, volatility: 0.6 }
const correlation = new Float64Array([1])

const MODELS: readonly { readonly name: string; readonly process: PriceProcess; readonly shared?: Partial<MarketModel> }[] = [
  { name: 'GBM as one of the models', process: GBM },
  { name: 'with Merton jumps, 100 a year', process: GBM, shared: { commonJumps: { type: 'merton', perYear: 100, mean: 0, volatility: 0.05 } } },
  { name: 'with Kou jumps, 100 a year', process: GBM, shared: { commonJumps: { type: 'kou', perYear: 100, upShare: 0.4, upMean: 0.02, downMean: 0.03 } } },
  { name: 'in two regimes', process: GBM, shared: { regimes: { states: [1, 3].map((volatilityTimes) => ({ volatilityTimes, drift: 0, jumpsTimes: 1 })), switching: Float64Array.of(0, 20, 100, 0) } } },
  { name: 'GARCH', process: { type: 'garch', drift: 0, volatility: 0.6, alpha: 0.1, beta: 0.85, gamma: 0 } },
  { name: 'Heston', process: { type: 'heston', drift: 0, volatility: 0.6, longVolatility: 0.6, reversion: 5, volOfVol: 1, leverage: -0.5 } },
  { name: 'Ornstein-Uhlenbeck', process: { type: 'ou', level: 100, reversion: 50, volatility: 0.3 } },
  { name: 'bridge', process: { type: 'bridge', end: 100, volatility: 0.6 } },
]

export function benchPaths(): void {
  const plain = best(3, () => void pricePath({ instruments: [{ start: 100, drift: 0, volatility: 0.6 }], correlation }, grid, address))
  const row = (name: string, millis: number): Row => ({ name, figures: { 'a bar': span(millis / BARS), ratio: `${(millis / plain).toFixed(2)} x` } })
  const rows = MODELS.map(({ name, process, shared }) => row(name, best(3, () => void marketPath({ instruments: [{ start: 100, process }], correlation, ...shared }, grid, address))))
  printTable('Making prices, one instrument, one point a bar', [row('GBM', plain), ...rows])
}
