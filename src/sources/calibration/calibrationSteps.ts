import { ok, refused, type Result, type Tape } from '../../engine/index.ts'
import { fitGarch, fitGbm, fitHeston, fitJumps, fitOu, fitRegimes, type Fitted, type FittedParameter, type FittedRegimes, type Fitting } from '../../kernel/index.ts'
import type { CalibratedModel, CalibrationReport, FitFigure } from './CalibrationReport.ts'
import { ESTIMATORS } from './estimators.ts'
import { modelMarketOf } from '../../documents/scenario/modelMarketOf.ts'
import type { ModelSource } from '../../documents/scenario/sources/ModelSource.ts'
import { modelProblem } from '../../tapes/synthetic/modelProblem.ts'
import { MOST_DRIFT } from '../../tapes/synthetic/syntheticProblem.ts'
import { FIGURES, figuresOf } from './fitFigures.ts'
import { calibratedSource, correlationOf, playedDrift } from './calibratedSource.ts'
import { returnsOf, type CalibrationData } from './returnsOf.ts'
import { PATHS, simulatedBars, simulatedFigures } from './simulatedFigures.ts'

export interface CalibrationStep {
  readonly done: number
  readonly total: number
}
type Steps<T> = Generator<CalibrationStep, T>

/** As many steps as a search takes, about: what comes after it is counted in the same. */
const SEARCH = 300

/** A fit of all instruments. */
export interface MarketFit {
  readonly instruments: readonly Fitted[]
  readonly regimes?: FittedRegimes
}

/**
 * Fits a model to the marks of a tape, instrument by instrument, and compares it with them: figures of the data beside those
 * of paths of the fitted model, simulated with fixed seeds. The same tape gives the same report, everywhere.
 * @param instruments  symbols; all of the tape unless said      @returns  what keeps it from being fitted in one sentence
 */
export function* calibrationSteps(tape: Tape, model: CalibratedModel, instruments?: readonly string[]): Steps<Result<CalibrationReport, string>> {
  const data = returnsOf(tape, instruments)
  if (!data.ok) return data
  const { symbols, returns, barYears } = data.value
  const searches = model === 'regimes' ? 1 : symbols.length
  const total = searches * SEARCH + PATHS * 10
  const fit = yield* fitted(data.value, model, total)
  if (typeof fit === 'string') return refused(fit)
  const correlation = correlationOf(fit.instruments, model === 'merton' || model === 'kou')
  const source = calibratedSource(tape, data.value, { fit, correlation, model })
  const bars = simulatedBars(returns[0]?.length ?? 0)
  const simulated: (readonly Float64Array[])[] = []
  for (let path = 0; path < PATHS; path++) {
    simulated.push(simulatedFigures(source, { barYears, bars, path }))
    yield { done: searches * SEARCH + (path + 1) * 10, total }
  }
  return ok({
    model,
    data: { returns: returns[0]?.length ?? 0, from: tape.time[0] ?? 0, to: tape.time[tape.time.length - 1] ?? 0, barsPerYear: 1 / barYears },
    ...ESTIMATORS[model],
    notes: [...notesOf(tape, data.value, fit), ...unplayed(source)],
    instruments: symbols.map((symbol, i) => {
      const figures = compared(figuresOf(returns[i] as Float64Array, barYears), simulated.map((path) => path[i] as Float64Array))
      return { symbol, parameters: plain(fit.instruments[i]?.parameters ?? []), figures: figures.slice(0, FIGURES.length), squares: figures.slice(FIGURES.length) }
    }),
    market: plain(fit.regimes?.parameters ?? []),
    correlation,
    source,
    simulated: { paths: PATHS, bars },
  })
}

function* fitted(data: CalibrationData, model: CalibratedModel, total: number): Steps<MarketFit | string> {
  if (model === 'regimes') {
    const found = yield* counted(fitRegimes(data.returns, data.barYears), 0, total)
    return typeof found === 'string' ? found : { instruments: found.instruments, regimes: found }
  }
  const instruments: Fitted[] = []
  for (const [i, returns] of data.returns.entries()) {
    const found = yield* counted(fitOf(model, returns, data.logs[i] as Float64Array, data.barYears), i * SEARCH, total)
    if (typeof found === 'string') return `${data.symbols[i]}: ${found}`
    instruments.push(found)
  }
  return { instruments }
}

function* fitOf(model: Exclude<CalibratedModel, 'regimes'>, returns: Float64Array, logs: Float64Array, barYears: number): Fitting {
  switch (model) {
    case 'gbm':
      return fitGbm(returns, barYears)
    case 'merton':
    case 'kou':
      return yield* fitJumps(returns, barYears, model)
    case 'garch':
    case 'gjr':
      return yield* fitGarch(returns, barYears, model === 'gjr')
    case 'heston':
      return fitHeston(returns, barYears)
    case 'ou':
      return fitOu(logs, barYears)
  }
}

/** A search does not know how long it takes: it approaches its share of the whole. */
function* counted<T>(steps: Generator<undefined, T>, from: number, total: number): Steps<T> {
  for (let n = 0; ; n++) {
    const step = steps.next()
    if (step.done === true) return step.value
    yield { done: from + Math.floor((SEARCH * n) / (n + SEARCH)), total }
  }
}

function compared(data: Float64Array, paths: readonly Float64Array[]): readonly FitFigure[] {
  return Array.from(data, (value, at) => {
    const values = paths.map((path) => path[at] as number)
    const model = values.reduce((a, b) => a + b, 0) / values.length
    const error = Math.sqrt(values.reduce((sum, each) => sum + (each - model) * (each - model), 0) / (values.length - 1))
    const name = FIGURES[at]
    return name === undefined ? { name: 'squares', lag: at - FIGURES.length + 1, data: value, model, error } : { name, data: value, model, error }
  })
}

function plain(parameters: readonly FittedParameter[]): readonly FittedParameter[] {
  return parameters.map(({ name, value, error }) => ({ name, value, error }))
}

function notesOf(tape: Tape, { symbols, barYears }: CalibrationData, fit: MarketFit): readonly string[] {
  const stretched = (barYears * 31_536_000_000) / tape.barMillis
  return [
    ...fit.instruments.flatMap(({ notes, process }, i) => [...notes, ...driftNotes(process)].map((note) => (symbols.length > 1 ? `${symbols[i]}: ${note}` : note))),
    ...(fit.regimes?.notes ?? []),
    ...(stretched > 1.02 ? [`There are holes in time (weekends, closed hours, missing bars): a bar of the model is ${stretched.toFixed(2)} times as long as one of the data, so that a year has as many.`] : []),
  ]
}

/** What its player will say. */
function unplayed(source: ModelSource): readonly string[] {
  const problem = modelProblem(modelMarketOf(source))
  return problem === undefined ? [] : [`As it was fitted it cannot be played. ${problem}`]
}

function driftNotes(process: Fitted['process']): readonly string[] {
  if (!('drift' in process) || Math.abs(process.drift) <= MOST_DRIFT) return []
  return [`The drift a year of these few prices, ${Number(process.drift.toPrecision(3))}, says little: ${playedDrift(process.drift)} is played. Take a longer period to tell it.`]
}
