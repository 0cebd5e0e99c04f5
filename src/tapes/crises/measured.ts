import { priceKey, type Tape } from '../../engine/index.ts'
import { log } from '../../kernel/index.ts'
import { YEAR_MILLIS } from '../synthetic/syntheticTape.ts'
import type { Measure } from './Crisis.ts'

const HOUR = 3_600_000

/** A fact as a tape has it. [S23] */
export function measured(tape: Tape, measure: Measure): number {
  if (measure.type === 'closed') return longestGap(tape)
  const path = pathOf(tape, measure.of)
  switch (measure.type) {
    case 'price':
      return path.at(measure.at)
    case 'change':
      return change(path.at(measure.from), path.at(measure.to))
    case 'low':
    case 'high':
      return path.extreme(measure.type).price
    case 'hours-to':
      return path.extreme(measure.extreme).hour - measure.from
    case 'to-extreme':
      return change(path.at(measure.from), path.extreme(measure.extreme).price)
    case 'after-extreme': {
      const { hour, price } = path.extreme(measure.extreme)
      return change(price, path.at(hour + measure.hours))
    }
    case 'relation': {
      const other = pathOf(tape, measure.to)
      return change(path.at(measure.from), path.extreme('low').price) / change(other.at(measure.from), other.extreme('low').price)
    }
    case 'volatility':
      return volatility(tape, path.close, measure)
    case 'jump':
      return path.close.reduce((worst, price, tick) => (tick > 0 && tape.jump?.[tick] === 1 ? Math.min(worst, change(path.close[tick - 1] ?? NaN, price)) : worst), 0)
  }
}

function change(from: number, to: number): number {
  return (to - from) / Math.abs(from)
}

function pathOf({ time, series }: Tape, key: string) {
  const close = series.find(({ instrument, kind }) => priceKey(instrument, kind) === key)?.close ?? new Float64Array(0)
  const start = time[0] ?? 0
  return {
    close,
    at: (hour: number): number => close[time.indexOf(start + Math.round(hour * HOUR))] ?? Number.NaN,
    extreme(which: 'low' | 'high'): { readonly price: number; readonly hour: number } {
      const price = close.reduce((a, b) => (which === 'low' ? Math.min(a, b) : Math.max(a, b)))
      return { price, hour: ((time[close.indexOf(price)] ?? Number.NaN) - start) / HOUR }
    },
  }
}

function longestGap({ time }: Tape): number {
  return time.reduce((longest, at, tick) => Math.max(longest, at - (time[tick - 1] ?? at)), 0) / HOUR
}

/** Of the logarithmic returns of every bar from one hour to another, a year. */
function volatility({ time, barMillis }: Tape, close: Float64Array, { from, to }: { readonly from: number; readonly to: number }): number {
  const start = time[0] ?? 0
  let sum = 0
  let n = 0
  for (let tick = 1; tick < close.length; tick += 1) {
    const hour = ((time[tick] ?? 0) - start) / HOUR
    if (hour <= from || hour > to) continue
    const step = log((close[tick] ?? NaN) / (close[tick - 1] ?? NaN))
    sum += step * step
    n += 1
  }
  return Math.sqrt((sum / n) * (YEAR_MILLIS / barMillis))
}
