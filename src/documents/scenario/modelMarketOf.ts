import { DEFAULT_BAR_MILLIS, DEFAULT_START } from '../tape/defaultClock.ts'
import { correlationMatrix, DEFAULT_DECIMALS } from './marketOf.ts'
import type { ModelJumps, ModelProcess, ModelSource } from './sources/ModelSource.ts'

const YEAR_MILLIS = 31_536_000_000

/** What the tape of a model is made from, every default filled in: the argument of `modelTape`. */
export function modelMarketOf(source: ModelSource) {
  const { regimes } = source
  return {
    id: `model-${source.seed}`,
    title: `Model, seed ${source.seed}`,
    seed: source.seed,
    start: source.start ?? DEFAULT_START,
    barMillis: source.barMillis ?? DEFAULT_BAR_MILLIS,
    bars: source.bars,
    ...(source.stepsPerBar === undefined ? {} : { stepsPerBar: source.stepsPerBar }),
    instruments: source.instruments.map(({ symbol, price, decimals, process, jumps, commonJumpBeta }) => ({
      instrument: symbol,
      start: price,
      decimals: decimals ?? DEFAULT_DECIMALS,
      process: processOf(process),
      ...(jumps === undefined ? {} : { jumps: jumpsOf(jumps) }),
      ...(commonJumpBeta === undefined ? {} : { commonJumpBeta }),
    })),
    correlation: correlationMatrix(source.correlation ?? 0, source.instruments.length),
    ...(source.commonJumps === undefined ? {} : { commonJumps: jumpsOf(source.commonJumps) }),
    ...(regimes === undefined
      ? {}
      : { regimes: { states: regimes.states.map(({ name, volatilityTimes, drift = 0, jumpsTimes = 1 }) => ({ name, volatilityTimes, drift, jumpsTimes })), switching: regimes.switching } }),
  }
}

function processOf(process: ModelProcess) {
  switch (process.type) {
    case 'gbm':
      return { type: process.type, drift: process.drift ?? 0, volatility: process.volatility }
    case 'heston': {
      const { type, drift = 0, volatility, longVolatility, reversion, volOfVol, leverage } = process
      return { type, drift, volatility, longVolatility, reversion, volOfVol, leverage }
    }
    case 'garch': {
      const { type, drift = 0, volatility, alpha, beta, gamma = 0 } = process
      return { type, drift, volatility, alpha, beta, gamma }
    }
    case 'ou':
      return { type: process.type, level: process.level, reversion: (Math.LN2 * YEAR_MILLIS) / process.halfLife, volatility: process.volatility }
    case 'bridge':
      return { type: process.type, end: process.end, volatility: process.volatility }
  }
}

function jumpsOf(jumps: ModelJumps) {
  if (jumps.type !== 'kou') return { type: 'merton' as const, perYear: jumps.perYear, mean: jumps.mean, volatility: jumps.volatility }
  const { type, perYear, upShare, upMean, downMean } = jumps
  return { type, perYear, upShare, upMean, downMean }
}
