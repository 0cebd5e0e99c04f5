import type { Tape } from '../../engine/index.ts'
import type { ModelInstrument, ModelJumps, ModelProcess, ModelSource } from '../../documents/scenario/sources/ModelSource.ts'
import { crossCovariance, type Fitted } from '../../kernel/index.ts'
import { decimalsSeen } from '../../tapes/columns/decimalsSeen.ts'
import { POWERS_OF_TEN } from '../../tapes/columns/priceDigits.ts'
import { MOST_DRIFT, MOST_UNITS } from '../../tapes/synthetic/syntheticProblem.ts'
import type { MarketFit } from './calibrationSteps.ts'
import type { CalibratedModel } from './CalibrationReport.ts'
import type { CalibrationData } from './returnsOf.ts'

const YEAR_MILLIS = 31_536_000_000
const MOST_BARS = 200_000
/** Points of a candle, where the data have candles. */
const STEPS = 12
/** A bar in which an instrument moves further, in deviations of its diffusion, is taken for a jump. */
const OUTLIER = 4

/** Correlation of what is left of the returns; with jumps, of the bars in which none of them jumps. */
export function correlationOf(instruments: readonly Fitted[], hasJumps: boolean): readonly (readonly number[])[] {
  const isCalm = (_: number, t: number): boolean => !hasJumps || instruments.every(({ residuals }) => Math.abs(residuals[t] as number) < OUTLIER)
  const kept = instruments.map(({ residuals }) => residuals.filter(isCalm))
  const deviations = kept.map((x) => Math.sqrt(crossCovariance(x, x, 0)))
  return kept.map((x, i) => kept.map((y, j) => (i === j ? 1 : rounded(crossCovariance(x, y, 0) / ((deviations[i] as number) * (deviations[j] as number))))))
}

/** A millionth nearer to zero, to nine decimals: no rounding makes the table contradict itself. */
function rounded(value: number): number {
  return Math.round(value * (1 - 1e-6) * 1e9) / 1e9
}

/** Six digits: far below any standard error, and short in a document. */
function short(value: number): number {
  return Number(value.toPrecision(6))
}

/** Of a few hours the drift a year is anything: it is played up to the bound of what is played, which moves them little. */
export function playedDrift(drift: number): number {
  return short(Math.max(-MOST_DRIFT, Math.min(MOST_DRIFT, drift)))
}

/** The decimals the prices have, as many of them as what is played has room for. */
function playedDecimals(closes: Float64Array, price: number): number {
  const room = POWERS_OF_TEN.findLastIndex((power) => price * power < MOST_UNITS)
  return Math.max(0, Math.min(decimalsSeen([closes]), room))
}

/** The fitted model as what is played: from the first prices of the tape, as long as it. */
export function calibratedSource(tape: Tape, data: CalibrationData, { fit, correlation, model }: { readonly fit: MarketFit; readonly correlation: readonly (readonly number[])[]; readonly model: CalibratedModel }): ModelSource {
  const { regimes } = fit
  return {
    type: 'model',
    seed: 1,
    bars: Math.min(MOST_BARS, data.returns[0]?.length ?? 1),
    start: tape.time[0] ?? 0,
    barMillis: Math.max(1, Math.round(data.barYears * YEAR_MILLIS)),
    ...(data.series.some(({ open }) => open !== undefined) ? { stepsPerBar: STEPS } : {}),
    instruments: fit.instruments.map((one, i) => instrumentOf(one, data, { i, model })),
    ...(fit.instruments.length > 1 ? { correlation } : {}),
    ...(regimes === undefined
      ? {}
      : {
          regimes: {
            states: [{ name: 'calm', volatilityTimes: 1 }, { name: 'storm', volatilityTimes: short(regimes.volatilityTimes) }],
            switching: [[0, short(regimes.switching[0])], [short(regimes.switching[1]), 0]],
          },
        }),
  }
}

function instrumentOf({ process, jumps }: Fitted, { symbols, series }: CalibrationData, { i, model }: { readonly i: number; readonly model: CalibratedModel }): ModelInstrument {
  const closes = series[i]?.close ?? new Float64Array([1])
  const price = closes[0] ?? 1
  return {
    symbol: symbols[i] ?? '',
    price,
    decimals: playedDecimals(closes, price),
    process: processOf(process, model),
    ...(jumps === undefined ? {} : { jumps: jumpsOf(jumps) }),
  }
}

function processOf(process: Fitted['process'], model: CalibratedModel): ModelProcess {
  if (process.type === 'ou') return { type: 'ou', level: short(process.level), halfLife: Math.max(1, Math.round((Math.LN2 / process.reversion) * YEAR_MILLIS)), volatility: short(process.volatility) }
  if (process.type === 'garch') {
    const { type, drift, volatility, alpha, beta, gamma } = process
    const plain = { type, drift: playedDrift(drift), volatility: short(volatility), alpha: short(alpha), beta: short(beta) }
    return model === 'gjr' ? { ...plain, gamma: short(gamma) } : plain
  }
  if (process.type === 'heston') {
    const { type, drift, volatility, longVolatility, reversion, volOfVol, leverage } = process
    return { type, drift: playedDrift(drift), volatility: short(volatility), longVolatility: short(longVolatility), reversion: short(reversion), volOfVol: short(volOfVol), leverage: short(leverage) }
  }
  return process.type === 'gbm' ? { type: 'gbm', drift: playedDrift(process.drift), volatility: short(process.volatility) } : process
}

function jumpsOf(jumps: NonNullable<Fitted['jumps']>): ModelJumps {
  if (jumps.type !== 'kou') return { perYear: short(jumps.perYear), mean: short(jumps.mean), volatility: short(jumps.volatility) }
  return { type: 'kou', perYear: short(jumps.perYear), upShare: short(jumps.upShare), upMean: short(jumps.upMean), downMean: short(jumps.downMean) }
}
