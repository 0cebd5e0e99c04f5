import { ok, refused, type FundingSeries, type Result, type Series, type Tape } from '../../engine/index.ts'
import { CounterRandom } from '../../kernel/index.ts'
import { roundedToDecimals } from '../columns/priceDigits.ts'
import type { TapeRefusal } from '../TapeRefusal.ts'
import { columnsOf, decimalsOf, logProblem, withColumns } from './priceColumns.ts'

const MOST_PRICE = 1e15

export interface Bootstrap {
  /** Whole number from 0 to 2^53 − 1. */
  readonly seed: number
  /** Points of the new tape, at least 1. */
  readonly bars: number
  /** Mean length of a stretch, in bars, at least 1. */
  readonly meanBlock: number
}

/**
 * Stretches of a tape in a random order: the stationary bootstrap of D. Politis and J. Romano, "The stationary bootstrap",
 * Journal of the American Statistical Association 89 (1994) 1303-1313. Stretches begin anywhere with the same probability,
 * their lengths are geometric with the given mean, and the end of the tape is followed by its second point.
 *
 * The first point is that of the tape. Each later one repeats a point drawn from it: its candle relative to the close
 * before, for all instruments and kinds of prices at once; the time that had passed, whether it was a jump, and the
 * funding paid meanwhile. Prices are rounded to the tick size the tape shows. Point k does not depend on how many follow.
 */
export function bootstrapTape(tape: Tape, { seed, bars, meanBlock }: Bootstrap): Result<Tape, TapeRefusal> {
  const problem = settingProblem({ seed, bars, meanBlock }) ?? logProblem(tape) ?? (tape.time.length < 3 ? 'A tape of at least three points was expected: there is nothing to draw from.' : undefined)
  if (problem !== undefined) return refused({ code: 'model', message: problem })
  const drawn = drawnTicks(tape.time.length, { seed, bars, meanBlock })
  const decimals = decimalsOf(tape)
  const series = tape.series.map((one, index) => redrawn(one, drawn, decimals[index] ?? 0))
  if (series.some(({ high, close }) => (high ?? close).some((price) => !(price < MOST_PRICE)))) return refused({ code: 'model', message: `A price grows beyond ${MOST_PRICE}. Choose fewer bars or another seed.` })
  const time = redrawnTime(tape.time, drawn)
  return ok({
    ...tape,
    id: `${tape.id}-bootstrap-${seed}`,
    title: `${tape.title}, in stretches, seed ${seed}`,
    source: `${tape.source}; stationary bootstrap, ${meanBlock} bars on average, seed ${seed}`,
    time,
    ...(tape.jump === undefined ? {} : { jump: Uint8Array.from(drawn, (tick, at) => (at === 0 ? 0 : (tape.jump?.[tick] ?? 0))) }),
    series,
    ...(tape.funding === undefined ? {} : { funding: tape.funding.map((one) => redrawnFunding(one, { tape, drawn, time })) }),
  })
}

function settingProblem({ seed, bars, meanBlock }: Bootstrap): string | undefined {
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= Number.MAX_SAFE_INTEGER)) return `The seed ${seed} is not a whole number from 0 to 9,007,199,254,740,991. Enter one.`
  if (!(Number.isInteger(bars) && bars >= 1 && bars <= 5_000_000)) return `${bars} bars cannot be made. Enter a whole number from 1 to 5,000,000.`
  return meanBlock >= 1 && meanBlock <= 1e9 ? undefined : `Stretches of ${meanBlock} bars cannot be drawn. Enter a number of at least 1.`
}

/** The tick each new tick repeats: 0, then 1 to ticks − 1. */
function drawnTicks(ticks: number, { seed, bars, meanBlock }: Bootstrap): Int32Array {
  const ends = new CounterRandom({ seed, path: 0, stream: 0 })
  const starts = new CounterRandom({ seed, path: 0, stream: 1 })
  const drawn = new Int32Array(bars)
  let tick = 0
  for (let at = 1; at < bars; at++) {
    // Both are drawn at every point, so that another mean length changes where stretches end and not where they begin.
    const isEnd = ends.uniform() * meanBlock < 1
    const start = 1 + Math.floor(starts.uniform() * (ticks - 1))
    tick = at === 1 || isEnd ? start : tick + 1
    if (tick >= ticks) tick = 1
    drawn[at] = tick
  }
  return drawn
}

function redrawn(series: Series, drawn: Int32Array, decimals: number): Series {
  const columns = columnsOf(series)
  const { close } = series
  const made = columns.map(() => new Float64Array(drawn.length))
  let before = close[0] as number
  for (let at = 0; at < drawn.length; at++) {
    const tick = drawn[at] as number
    // The close before is kept as it was computed: rounding it would make returns drift.
    const scale = at === 0 ? 1 : before / (close[tick - 1] as number)
    columns.forEach((column, c) => {
      const price = column[tick] as number
      ;(made[c] as Float64Array)[at] = at === 0 ? price : roundedToDecimals(price * scale, decimals)
    })
    before = (close[tick] as number) * scale
  }
  return withColumns(series, made)
}

function redrawnTime(time: Float64Array, drawn: Int32Array): Float64Array {
  const made = new Float64Array(drawn.length)
  made[0] = time[0] as number
  for (let at = 1; at < drawn.length; at++) {
    const tick = drawn[at] as number
    made[at] = (made[at - 1] as number) + (time[tick] as number) - (time[tick - 1] as number)
  }
  return made
}

/** Payments after one point of the tape, up to the next, come with it. */
function redrawnFunding(funding: FundingSeries, { tape, drawn, time }: { readonly tape: Tape; readonly drawn: Int32Array; readonly time: Float64Array }): FundingSeries {
  const times: number[] = []
  const rates: number[] = []
  for (let at = 1; at < drawn.length; at++) {
    const tick = drawn[at] as number
    const from = tape.time[tick - 1] as number
    for (let k = firstAfter(funding.time, from); k < funding.time.length && (funding.time[k] as number) <= (tape.time[tick] as number); k++) {
      times.push((time[at - 1] as number) + (funding.time[k] as number) - from)
      rates.push(funding.rate[k] as number)
    }
  }
  return { instrument: funding.instrument, time: Float64Array.from(times), rate: Float64Array.from(rates) }
}

/** Index of the first moment after another. */
function firstAfter(times: Float64Array, moment: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] as number) <= moment) low = middle + 1
    else high = middle
  }
  return low
}
