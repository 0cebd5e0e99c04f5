import { describe, expect, it } from 'vitest'
import { modelMarketOf } from '../../documents/scenario/modelMarketOf.ts'
import type { ModelProcess, ModelSource } from '../../documents/scenario/sources/ModelSource.ts'
import { tapeHash } from '../tapeHash.ts'
import { brownianMarket } from './builtInMarkets.ts'
import type { ModelMarket } from './ModelMarket.ts'
import { modelTape } from './modelTape.ts'
import { syntheticTape } from './syntheticTape.ts'

const DAY = 86_400_000
const HESTON = { type: 'heston', volatility: 0.6, longVolatility: 0.5, reversion: 5, volOfVol: 1, leverage: -0.6 } as const
const GARCH = { type: 'garch', volatility: 0.6, alpha: 0.1, beta: 0.85, gamma: 0.04 } as const
const OU = { type: 'ou', level: 1, halfLife: DAY, volatility: 0.05 } as const
const BRIDGE = { type: 'bridge', end: 1.25, volatility: 0.5 } as const
const KOU = { type: 'kou', perYear: 60, upShare: 0.4, upMean: 0.03, downMean: 0.05 } as const
const MERTON = { perYear: 60, mean: -0.02, volatility: 0.05 } as const
const REGIMES = { states: [{ name: 'calm', volatilityTimes: 1 }, { name: 'storm', volatilityTimes: 3, jumpsTimes: 4, drift: -1 }], switching: [[0, 50], [200, 0]] }

function sourceOf(process: ModelProcess, more: Partial<ModelSource> = {}): ModelSource {
  return { type: 'model', seed: 1, bars: 200, instruments: [{ symbol: 'A', price: 1, decimals: 6, process }], ...more }
}

function tapeOf(source: ModelSource) {
  const made = modelTape(modelMarketOf(source))
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}

function refusal(source: ModelSource, change: (market: ModelMarket) => ModelMarket = (market) => market): string {
  const made = modelTape(change(modelMarketOf(source)))
  return made.ok ? 'it was made' : made.error.message
}

describe('modelTape', () => {
  it.each([
    ['Heston', HESTON, 'Synthetic: Heston, seed 1'],
    ['GJR', GARCH, 'Synthetic: GJR-GARCH, seed 1'],
    ['Ornstein–Uhlenbeck', OU, 'Synthetic: Ornstein–Uhlenbeck, seed 1'],
    ['bridge', BRIDGE, 'Synthetic: Brownian bridge, seed 1'],
  ] as const)('[S12] of %s has candles on the tick, says what it is, and is the same for the same seed', (_, process, source) => {
    const made = sourceOf(process, { stepsPerBar: 5, instruments: [{ symbol: 'A', price: 1, decimals: 4, process }] })
    const tape = tapeOf(made)
    expect(tape.source).toBe(source)
    expect(tape.time.length).toBe(200)
    for (const column of ['open', 'high', 'low', 'close'] as const) {
      for (const price of tape.series[0]?.[column] ?? []) expect(Number(price.toFixed(4))).toBe(price)
    }
    expect(tapeHash(tapeOf(made))).toBe(tapeHash(tape))
    expect(tapeHash(tapeOf({ ...made, seed: 2 }))).not.toBe(tapeHash(tape))
  })

  it('[S12] ends a bridge on its price, and says so of regimes and jumps', () => {
    expect(tapeOf(sourceOf(BRIDGE)).series[0]?.close.at(-1)).toBe(1.25)
    expect(tapeOf(sourceOf(BRIDGE, { regimes: REGIMES, commonJumps: KOU })).series[0]?.close.at(-1)).toBe(1.25)
    expect(tapeOf(sourceOf(HESTON, { regimes: REGIMES, commonJumps: KOU })).source).toBe('Synthetic: Heston with jumps in regimes, seed 1')
  })

  it('[S12] of geometric Brownian motions is the random walk of the same seed', () => {
    const market = brownianMarket(7)
    const old = syntheticTape(market)
    const source = sourceOf({ type: 'gbm', volatility: 1 }, {
      seed: 7, bars: market.bars, start: market.start, barMillis: market.barMillis, stepsPerBar: 12, correlation: market.correlation,
      instruments: market.instruments.map(({ instrument, start, decimals, drift, volatility }) => ({ symbol: instrument, price: start, decimals, process: { type: 'gbm', drift, volatility } })),
    })
    expect(tapeHash(tapeOf(source))).toBe(old.ok ? tapeHash(old.value) : undefined)
  })

  it('[S12] keeps several kinds of processes in one market, each as it is alone', () => {
    const first = sourceOf(GARCH, { correlation: 0.5 })
    const both = { ...first, instruments: [...first.instruments, { symbol: 'B', price: 100, process: HESTON, jumps: MERTON }, { symbol: 'C', price: 1, process: OU, commonJumpBeta: 0 }] }
    expect([...(tapeOf(both).series[0]?.close ?? [])]).toEqual([...(tapeOf(first).series[0]?.close ?? [])])
  })

  const jumping = (jumps: NonNullable<ModelSource['commonJumps']>, beta?: number): ModelSource => {
    const process = { type: 'gbm', volatility: 0.5 } as const
    return sourceOf(process, { instruments: [{ symbol: 'A', price: 1, process, jumps }], ...(beta === undefined ? {} : { commonJumps: jumps, instruments: [{ symbol: 'A', price: 1, process, commonJumpBeta: beta }] }) })
  }
  it.each<[string, ModelSource, RegExp]>([
    ['a volatility of 12', sourceOf({ type: 'gbm', volatility: 12 }), /^The volatility of A is 12 a year\. Enter a number from 0 to 10/],
    ['a drift of 20', sourceOf({ ...HESTON, drift: 20 }), /^The drift of A is 20 a year\. Enter/],
    ['a drift of GARCH', sourceOf({ ...GARCH, drift: -11 }), /^The drift of A is -11/],
    ['a long-run volatility', sourceOf({ ...HESTON, longVolatility: 11 }), /^The long-run volatility of A is 11 a year/],
    ['no return', sourceOf({ ...HESTON, reversion: 0 }), /^The speed at which the volatility of A returns is 0 a year\. Enter/],
    ['volatility of volatility', sourceOf({ ...HESTON, volOfVol: 200 }), /^The volatility of the volatility of A is 200\. Enter/],
    ['leverage', sourceOf({ ...HESTON, leverage: -1.5 }), /^The correlation of A with its volatility is -1.5\. Enter/],
    ['alpha', sourceOf({ ...GARCH, alpha: -0.1 }), /^alpha of A is -0.1\. Enter/],
    ['beta', sourceOf({ ...GARCH, beta: -0.1 }), /^beta of A is -0.1\. Enter/],
    ['gamma', sourceOf({ ...GARCH, gamma: -0.2 }), /^alpha \+ gamma of A is -0.1: a fall would make the variance negative/],
    ['a volatility that grows', sourceOf({ ...GARCH, alpha: 0.1, beta: 0.9, gamma: 0 }), /^alpha \+ beta \+ gamma\/2 of A is 1: its volatility would grow without end\. Keep it below 1/],
    ['a level', sourceOf({ ...OU, level: 0 }), /^The level A returns to is 0\. Enter a price above 0/],
    ['an end', sourceOf({ ...BRIDGE, end: -1 }), /^The end price of A is -1\. Enter a price above 0/],
    ['a share of jumps', jumping({ ...KOU, upShare: 1.2 }), /^Jumps of A: the share that goes up is 1.2\. Enter/],
    ['upward jumps', jumping({ ...KOU, upMean: 1 }), /^Jumps of A: the mean upward jump is 1\. Enter a number above 0 and below 1, or the expected price is infinite/],
    ['downward jumps', jumping({ ...KOU, downMean: -0.03 }), /^Jumps of A: the mean downward jump is -0.03\. Enter a size above 0/],
    ['too many jumps', jumping({ ...KOU, perYear: 1e9 }), /^Jumps of A: 1000000000 a year cannot be simulated with these bars\. Enter a number from 0 to 438000/],
    ['normal jumps', jumping({ ...MERTON, volatility: 5 }), /^Jumps of A: the spread 5 is not from 0 to 3/],
    ['common jumps that are infinite there', jumping({ ...KOU, upMean: 0.5 }, 2), /^A takes 2 times the common jumps: its expected price is infinite/],
    ['a table of switches', sourceOf(HESTON, { regimes: { ...REGIMES, switching: [[0, 1]] } }), /^The table of switches is not 2 × 2/],
    ['switches', sourceOf(HESTON, { regimes: { ...REGIMES, switching: [[0, 1e6], [1, 0]] } }), /^1000000 switches of regime a year cannot be simulated/],
    ['a regime', sourceOf(HESTON, { regimes: { ...REGIMES, states: [{ name: 'calm', volatilityTimes: 1 }, { name: 'hell', volatilityTimes: 1000 }] } }), /^In the regime hell the volatility is multiplied by 1000\. Enter/],
    ['jumps in a regime', sourceOf(HESTON, { commonJumps: MERTON, regimes: { ...REGIMES, states: [{ name: 'calm', volatilityTimes: 1 }, { name: 'hell', volatilityTimes: 1, jumpsTimes: 1e6 }] } }), /^Jumps in the regime hell: 60000000 a year cannot/],
    ['correlations', sourceOf(HESTON, { instruments: ['A', 'B', 'C'].map((symbol) => ({ symbol, price: 1, process: OU })), correlation: -0.9 }), /^The correlations contradict each other/],
    ['a price below its tick', sourceOf(OU, { instruments: [{ symbol: 'A', price: 0.001, process: OU }] }), /^The start price of A, 0.001, does not fit its tick size/],
  ])('[S12] refuses %s and says what to enter', (_, source, sentence) => expect(refusal(source)).toMatch(sentence))

  it('[S12] takes every one of these where it is in its bounds', () => {
    for (const process of [HESTON, GARCH, OU, BRIDGE]) expect(refusal(sourceOf(process, { regimes: REGIMES, commonJumps: KOU }))).toBe('it was made')
    for (const jumps of [KOU, MERTON]) expect(refusal(jumping(jumps))).toBe('it was made')
    expect(refusal(sourceOf(OU), (market) => ({ ...market, seed: 0.5 }))).toMatch(/^The seed 0.5 is not a whole number/)
  })
})
