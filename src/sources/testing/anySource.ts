import fc from 'fast-check'
import type { ModelProcess } from '../../documents/scenario/sources/ModelSource.ts'
import type { ScriptPart } from '../../documents/scenario/sources/ScriptSource.ts'
import type { TapeSource } from '../../documents/scenario/TapeSource.ts'
import { SCRIPTED_TAPES } from '../../tapes/scripted/scriptedTapes.ts'
import { SHOCK_PRESETS } from '../../tapes/scripted/shockPresets.ts'
import { CRISES } from '../../tapes/crises/crises.ts'

/* A source of each kind with random fields, small enough to be played many times. */

export type SourceType = TapeSource['type']

const seed = fc.nat(1_000_000)
const bars = fc.integer({ min: 3, max: 24 })
const steps = fc.constantFrom(undefined, 1, 4)
const volatility = fc.constantFrom(0.3, 0.9, 2.5)
const share = fc.integer({ min: -60, max: 40 }).map((percent) => percent / 100)
const HOUR = 3_600_000

const process: fc.Arbitrary<ModelProcess> = fc.oneof(
  volatility.map((of) => ({ type: 'gbm' as const, drift: 0.1, volatility: of })),
  volatility.map((of) => ({ type: 'heston' as const, volatility: of, longVolatility: 0.8, reversion: 4, volOfVol: 1.5, leverage: -0.6 })),
  volatility.map((of) => ({ type: 'garch' as const, volatility: of, alpha: 0.1, beta: 0.8, gamma: 0.1 })),
  volatility.map((of) => ({ type: 'ou' as const, level: 110, halfLife: 8 * HOUR, volatility: of })),
  fc.constantFrom(40, 100, 170).map((end) => ({ type: 'bridge' as const, end, volatility: 0.9 })),
)
const jumps = fc.constantFrom(undefined, { perYear: 800, mean: -0.05, volatility: 0.1 }, { type: 'kou' as const, perYear: 800, upShare: 0.3, upMean: 0.05, downMean: 0.1 })

const model: fc.Arbitrary<TapeSource> = fc
  .record({ seed, bars, steps, one: process, two: process, own: jumps, common: jumps, storms: fc.boolean() })
  .map(({ seed: of, bars: count, steps: stepsPerBar, one, two, own, common, storms }) => ({
    type: 'model',
    seed: of,
    bars: count,
    stepsPerBar,
    instruments: [
      { symbol: 'A', price: 100, process: one, jumps: own },
      { symbol: 'B', price: 3, decimals: 3, process: two },
    ],
    correlation: 0.6,
    commonJumps: common,
    regimes: storms ? { states: [{ name: 'calm', volatilityTimes: 0.5 }, { name: 'storm', volatilityTimes: 3, jumpsTimes: 5 }], switching: [[0, 2000], [2000, 0]] } : undefined,
  }))

const part: fc.Arbitrary<ScriptPart> = fc.oneof(
  fc.integer({ min: 1, max: 4 }).map((of) => ({ type: 'calm' as const, bars: of })),
  fc.tuple(fc.integer({ min: 1, max: 5 }), share).map(([of, by]) => ({ type: 'move' as const, bars: of, by })),
  share.map((by) => ({ type: 'gap' as const, by })),
  fc.tuple(fc.integer({ min: 2, max: 6 }), share).map(([of, by]) => ({ type: 'wick' as const, bars: of, by, back: 0.8 })),
  share.map((by) => ({ type: 'grind' as const, bars: 8, by, legs: 3 })),
  share.map((by) => ({ type: 'depeg' as const, bars: 8, by, back: 0.9 })),
  fc.tuple(fc.integer({ min: 1, max: 4 }), share).map(([of, by]) => ({ type: 'dead' as const, bars: of, by })),
)
const script: fc.Arbitrary<TapeSource> = fc.record({ seed, parts: fc.array(part, { minLength: 1, maxLength: 5 }), noise: fc.constantFrom(undefined, 0.8) }).map(({ seed: of, parts, noise }) => ({
  type: 'script',
  seed: of,
  volatility: noise,
  correlation: 0.5,
  instruments: [
    { symbol: 'A', price: 100 },
    { symbol: 'B', price: 3, decimals: 3, beta: 1.5 },
  ],
  parts,
}))

const gbm: fc.Arbitrary<TapeSource> = fc.record({ seed, bars, steps }).map(({ seed: of, bars: count, steps: stepsPerBar }) => ({
  type: 'gbm',
  seed: of,
  bars: count,
  stepsPerBar,
  instruments: [
    { symbol: 'A', price: 100, volatility: 2.5, jumps: { perYear: 800, mean: -0.05, volatility: 0.1 } },
    { symbol: 'B', price: 3, decimals: 3, volatility: 1 },
  ],
  correlation: 0.5,
}))

const prices = fc.array(fc.integer({ min: 2000, max: 20_000 }).map((cents) => cents / 100), { minLength: 4, maxLength: 16 })

const inline: fc.Arbitrary<TapeSource> = fc.tuple(prices, fc.boolean(), seed).map(([close, isJumpy, of]) => ({
  type: 'inline',
  start: 0,
  barMillis: HOUR,
  between: isJumpy ? 'jump' : 'path',
  jumps: [1],
  series: [
    { instrument: 'A', close: Float64Array.from(close) },
    { instrument: 'A', kind: 'last', close: Float64Array.from(close, (price, i) => (i === of % close.length ? 0.01 : price)) },
    { instrument: 'B', close: Float64Array.from(close, (price) => Number((price / 10).toFixed(3))) },
  ],
  // Rates of its own, off the ticks.
  funding: [{ instrument: 'A', time: Float64Array.of(HOUR / 3, HOUR, 2.5 * HOUR), rate: Float64Array.of(0.001, -0.02, 0.05) }],
}))

const drawn: fc.Arbitrary<TapeSource> = fc.tuple(fc.option(fc.oneof(model, gbm, inline, script), { nil: undefined }), fc.integer({ min: 0, max: 1 }), share).map(([base, from, by]) => ({
  type: 'drawn',
  base,
  lines: [{ symbol: 'A', points: [[from, 100], [from + 1, Number((100 * (1 + by)).toFixed(2))]] }],
}))

const loaded: fc.Arbitrary<TapeSource> = fc.constantFrom<TapeSource>(
  { type: 'file', files: [{ name: 'a.csv', instrument: 'A' }] },
  { type: 'file', files: [{ name: 'a.csv', instrument: 'A' }, { name: 'b.csv', instrument: 'B' }] },
  { type: 'file', files: [{ name: 'a.csv', instrument: 'A' }, { name: 'f.csv', instrument: 'A', kind: 'funding' }, { name: 'l.csv', instrument: 'A', kind: 'last' }] },
)

/** What the files of `loaded` hold. */
export const FILES: Readonly<Record<string, string>> = {
  'a.csv': `time,open,high,low,close\n${Array.from({ length: 20 }, (_, i) => `${1_700_000_000 + i * 3600},${100 - i},${104 - i},${i === 9 ? 40 : 97 - i},${99 - i}`).join('\n')}\n`,
  'b.csv': `time,open,high,low,close\n${Array.from({ length: 20 }, (_, i) => `${1_700_000_000 + i * 3600},${3 + i / 10},${3.3 + i / 10},${2.8 + i / 10},${3.1 + i / 10}`).join('\n')}\n`,
  'l.csv': `time,open,high,low,close\n${Array.from({ length: 20 }, (_, i) => `${1_700_000_000 + i * 3600},${100 - i},${105 - i},${i === 4 ? 0.5 : 96 - i},${99 - i}`).join('\n')}\n`,
  'f.csv': `calc_time,funding_interval_hours,last_funding_rate\n${Array.from({ length: 6 }, (_, i) => `${(1_700_000_000 + i * 3 * 3600) * 1000},3,${i % 2 === 0 ? '0.0004' : '-0.003'}`).join('\n')}\n`,
}

const REAL = fc.constantFrom<TapeSource>({ type: 'bundled', id: 'spx', from: Date.UTC(2008, 8, 1), to: Date.UTC(2008, 9, 20) }, { type: 'bundled', id: 'usdchf', from: Date.UTC(2015, 0, 1), to: Date.UTC(2015, 0, 30) })

/** Prices from which others are made. */
const base = fc.oneof(model, gbm, script, loaded)

export const SOURCES: Readonly<Record<SourceType, fc.Arbitrary<TapeSource>>> = {
  scripted: fc.constantFrom(...Object.keys(SCRIPTED_TAPES).filter((id) => !id.startsWith('coin-'))).map((id) => ({ type: 'scripted', id })),
  shock: fc.constantFrom(...SHOCK_PRESETS.map(({ id }) => id)).map((id) => ({ type: 'shock', id, instruments: [{ symbol: 'A', price: 100 }, { symbol: 'B', price: 3, decimals: 3, beta: 1.4 }] })),
  gbm,
  bundled: REAL,
  inline,
  file: loaded,
  model,
  bootstrap: fc.tuple(base, seed, bars).map(([of, number, count]) => ({ type: 'bootstrap', seed: number, bars: count, meanBlock: 4, of })),
  amplified: fc.tuple(base, fc.constantFrom(0.5, 2, 3.5)).map(([of, factor]) => ({ type: 'amplified', factor, of })),
  script,
  crisis: fc.tuple(fc.constantFrom(...CRISES.map(({ id }) => id)), seed).map(([id, number]) => ({ type: 'crisis', id, seed: number })),
  drawn,
}
