import type { Millis } from '../../engine/index.ts'
import type { CsvGaps } from './CsvReport.ts'

const DAY = 86400000

export interface BarSpacing {
  readonly barMillis: Millis
  readonly gaps: CsvGaps
  /** True for daily bars none of which is on a Saturday or Sunday. */
  readonly weekdaysOnly: boolean
  /** Steps shorter than a bar: sizes are mixed, or the times are of trades. */
  readonly shortSteps: number
}

/**
 * Bar size and gaps of ascending times. The bar size is the most frequent step unless it is `known`; a gap is a step that leaves out at least
 * one bar. Where a daily file never has a weekend, weekends are not missing.
 */
export function barSpacing(time: Float64Array, known?: Millis): BarSpacing {
  const barMillis = known ?? commonStep(time)
  const weekdaysOnly = barMillis === DAY && time.length >= 10 && !time.some(isWeekend)
  // Months have 28 to 31 days, quarters 90 to 92: those are steps of one size.
  const shortest = barMillis < 28 * DAY ? barMillis : 0.9 * barMillis
  let count = 0
  let missingBars = 0
  let shortSteps = 0
  let longest: { after: Millis; missingBars: number } | undefined
  for (let i = 1; i < time.length; i++) {
    const from = time[i - 1] as number
    const step = (time[i] as number) - from
    if (step < shortest) shortSteps += 1
    if (step <= barMillis) continue
    const bars = Math.round(step / barMillis) - 1 - (weekdaysOnly ? weekendDays(from, time[i] as number) : 0)
    if (bars < 1) continue
    count += 1
    missingBars += bars
    if (longest === undefined || bars > longest.missingBars) longest = { after: from, missingBars: bars }
  }
  return { barMillis, gaps: { count, missingBars, ...(longest === undefined ? {} : { longest }) }, weekdaysOnly, shortSteps }
}

/** The most frequent difference, the smaller of equals; a minute for a single bar. */
function commonStep(time: Float64Array): Millis {
  const counts = new Map<number, number>()
  let step = 0
  let run = 0
  const flush = (): void => {
    if (run > 0) counts.set(step, (counts.get(step) ?? 0) + run)
  }
  for (let i = 1; i < time.length; i++) {
    const next = (time[i] as number) - (time[i - 1] as number)
    if (next !== step) {
      flush()
      step = next
      run = 0
    }
    run += 1
  }
  flush()
  let best = 60000
  let most = 0
  for (const [difference, times] of counts) {
    if (times > most || (times === most && difference < best)) {
      best = difference
      most = times
    }
  }
  return best
}

function isWeekend(time: number): boolean {
  // 1970-01-01 was a Thursday: day 2 is a Saturday, day 3 a Sunday.
  const day = Math.floor(time / DAY) % 7
  return day === 2 || day === 3
}

/** Saturdays and Sundays strictly between two days. */
function weekendDays(from: number, to: number): number {
  let days = 0
  for (let time = from + DAY; time < to; time += DAY) if (isWeekend(time)) days += 1
  return days
}
