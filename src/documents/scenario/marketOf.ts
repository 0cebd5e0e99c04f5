import { DEFAULT_BAR_MILLIS, DEFAULT_START } from '../tape/defaultClock.ts'
import type { GbmSource, ShockSource } from './TapeSource.ts'

export const DEFAULT_DECIMALS = 2

/** What a synthetic tape is made from, every default filled in: the argument of `syntheticTape`. */
export function marketOf(source: GbmSource) {
  const n = source.instruments.length
  return {
    id: `gbm-${source.seed}`,
    title: `Random walk, seed ${source.seed}`,
    seed: source.seed,
    start: source.start ?? DEFAULT_START,
    barMillis: source.barMillis ?? DEFAULT_BAR_MILLIS,
    bars: source.bars,
    ...(source.stepsPerBar === undefined ? {} : { stepsPerBar: source.stepsPerBar }),
    instruments: source.instruments.map(({ symbol, price, decimals, drift, volatility, jumps, commonJumpBeta }) => ({
      instrument: symbol,
      start: price,
      decimals: decimals ?? DEFAULT_DECIMALS,
      drift: drift ?? 0,
      volatility,
      ...(jumps === undefined ? {} : { jumps }),
      ...(commonJumpBeta === undefined ? {} : { commonJumpBeta }),
    })),
    correlation: correlationMatrix(source.correlation ?? 0, n),
    ...(source.commonJumps === undefined ? {} : { commonJumps: source.commonJumps }),
  }
}

/** The instruments of a shock: the argument of `shockTape`. */
export function shockedInstruments({ instruments }: ShockSource) {
  return instruments.map(({ symbol, price, decimals, beta }) => ({
    instrument: symbol,
    start: price,
    decimals: decimals ?? DEFAULT_DECIMALS,
    beta: beta ?? 1,
  }))
}

/** The whole matrix, row by row. */
export function correlationMatrix(correlation: number | readonly (readonly number[])[], n: number): readonly (readonly number[])[] {
  if (typeof correlation !== 'number') return correlation
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : correlation)))
}
