import type { ReadColumns } from './BarColumns.ts'

export interface FlatRun {
  readonly bars: number
  /** Time of the first of them. */
  readonly from: number
}

/** Fewer are a quiet day; a closed weekend of hourly bars has 48. */
const LONG = 24

/**
 * The longest run of candles that do not move at all from the close before, where it is long: what Dukascopy writes for
 * weekends, and Bitstamp's minutes for the time without trades. Absent of closing prices alone.
 */
export function flatRun({ time, open, high, low, close }: ReadColumns): FlatRun | undefined {
  if (open === undefined || high === undefined || low === undefined) return undefined
  let best = { bars: 0, from: 0 }
  let run = { bars: 0, from: 0 }
  for (let i = 1; i < time.length; i++) {
    const isFlat = high[i] === low[i] && close[i] === close[i - 1]
    run = !isFlat ? { bars: 0, from: 0 } : { bars: run.bars + 1, from: run.bars === 0 ? (time[i] as number) : run.from }
    if (run.bars > best.bars) best = run
  }
  return best.bars >= LONG ? best : undefined
}
