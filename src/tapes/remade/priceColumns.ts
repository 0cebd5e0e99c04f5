import type { Series, Tape } from '../../engine/index.ts'
import { decimalsSeen } from '../columns/decimalsSeen.ts'

/** Reads the open, high, low and close of a series; a tape of closes has one column. */
export function columnsOf({ open, high, low, close }: Series): readonly Float64Array[] {
  return open === undefined || high === undefined || low === undefined ? [close] : [open, high, low, close]
}

/** A series with other prices, in the order of `columnsOf`. */
export function withColumns(series: Series, columns: readonly Float64Array[]): Series {
  const { instrument, kind } = series
  const name = { instrument, ...(kind === undefined ? {} : { kind }) }
  const [first = new Float64Array(), high = first, low = first, close = first] = columns
  return columns.length === 1 ? { ...name, close: first } : { ...name, open: first, high, low, close }
}

/** The tick size each series shows: that of all prices of its instrument. */
export function decimalsOf(tape: Tape): readonly number[] {
  return tape.series.map(({ instrument }) => decimalsSeen(tape.series.filter((one) => one.instrument === instrument).flatMap(columnsOf)))
}

/** What keeps a tape from being taken apart into logarithmic returns, in one sentence, or absent. */
export function logProblem(tape: Tape): string | undefined {
  if (tape.series.length === 0 || tape.time.length === 0) return 'There are no prices to make others of.'
  for (const series of tape.series) {
    for (const column of columnsOf(series)) {
      const tick = column.findIndex((price) => !(price > 0))
      if (tick < 0) continue
      const name = series.kind === undefined || series.kind === 'mark' ? series.instrument : `${series.instrument} (${series.kind})`
      return `${name} has the price ${column[tick]} at tick ${tick}. Relative changes exist above zero only: choose a period in which its prices are positive.`
    }
  }
  return undefined
}
