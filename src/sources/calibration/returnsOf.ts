import { ok, refused, type Result, type Series, type Tape } from '../../engine/index.ts'
import { log } from '../../kernel/index.ts'
import { YEAR_MILLIS } from '../../tapes/synthetic/syntheticTape.ts'

/** Fewer returns say too little about any model. */
const LEAST = 60

/** What a model is fitted to. */
export interface CalibrationData {
  readonly symbols: readonly string[]
  /** Logarithms of the closes, one series an instrument. */
  readonly logs: readonly Float64Array[]
  /** Their differences: one fewer. */
  readonly returns: readonly Float64Array[]
  /** Time covered divided by the number of returns, in years of 365 days: gaps and closed hours are part of it. */
  readonly barYears: number
  readonly series: readonly Series[]
}

/** The returns of the marks of a tape; what keeps a model from being fitted to them in one sentence. */
export function returnsOf(tape: Tape, instruments: readonly string[] | undefined): Result<CalibrationData, string> {
  const marks = tape.series.filter(({ kind = 'mark' }) => kind === 'mark')
  const missing = instruments?.find((symbol) => !marks.some(({ instrument }) => instrument === symbol))
  if (missing !== undefined) return refused(`there are no prices of ${missing}; there are those of ${marks.map(({ instrument }) => instrument).join(', ')}`)
  const series = instruments === undefined ? marks : marks.filter(({ instrument }) => instruments.includes(instrument))
  const count = tape.time.length - 1
  if (series.length === 0) return refused('no instrument was chosen: choose at least one')
  if (count < LEAST) return refused(`${Math.max(0, count)} returns are too few to fit a model to: at least ${LEAST} are needed, some hundreds say more`)
  for (const { instrument, close } of series) {
    const tick = close.findIndex((price) => !(price > 0))
    if (tick >= 0) return refused(`${instrument} has the price ${close[tick]} at tick ${tick}: logarithmic returns exist above zero only. Choose a period in which its prices are positive`)
    if (close.every((price) => price === close[0])) return refused(`the price of ${instrument} does not move: there is nothing to fit`)
  }
  const logs = series.map(({ close }) => close.map(log))
  const years = ((tape.time[count] as number) - (tape.time[0] as number)) / YEAR_MILLIS
  const returns = logs.map((column) => column.subarray(1).map((value, t) => value - (column[t] as number)))
  return ok({ symbols: series.map(({ instrument }) => instrument), logs, returns, barYears: years / count, series })
}
