import type { RealSeries } from '../../../store/catalog/realSeries.ts'
import type { NewTape } from '../start/CurrentScenario.ts'

const DAY = 86_400_000
/** Days shown before a notable one, and after it. */
const BEFORE = 60
const AFTER = 90

export interface RealSlice {
  readonly id: string
  readonly series: string
  readonly from: string
  readonly to: string
  /** The notable day it is about; absent for the whole series. */
  readonly day: string | undefined
  readonly instrument: string | undefined
  readonly move: number | undefined
  readonly label: string | undefined
}

/** The whole series, and a slice of months around each of its notable days; days close together share one. */
export function slicesOf(series: RealSeries): readonly RealSlice[] {
  const whole: RealSlice = { id: series.id, series: series.id, from: series.first, to: series.last, day: undefined, instrument: undefined, move: undefined, label: undefined }
  const slices = series.moments.map(({ day, instrument, move, label }): RealSlice => ({
    id: `${series.id}@${day}`,
    series: series.id,
    from: later(shifted(day, -BEFORE), series.first),
    to: earlier(shifted(day, AFTER), series.last),
    day,
    instrument,
    move,
    label,
  }))
  return [whole, ...deepest(slices)]
}

/** Of several days of one story, within the months one slice shows, the one that moved most. */
function deepest(slices: readonly RealSlice[]): readonly RealSlice[] {
  return slices.filter((slice) =>
    slices.every((other) => {
      const isSameStory = other.label === slice.label && Math.abs(millisOf(other.day ?? '') - millisOf(slice.day ?? '')) <= AFTER * DAY
      return other === slice || !isSameStory || Math.abs(other.move ?? 0) <= Math.abs(slice.move ?? 0)
    }))
}

export interface RangeErrors {
  readonly from: string | undefined
  readonly to: string | undefined
}

export function rangeErrors(series: RealSeries, from: string, to: string): RangeErrors {
  const first = dayError(series, from)
  const last = dayError(series, to)
  return { from: first, to: last ?? (first === undefined && to.trim() <= from.trim() ? 'The end must be after the start.' : undefined) }
}

function dayError({ first, last }: RealSeries, text: string): string | undefined {
  const day = text.trim()
  if (!isDay(day)) return `Write the day as ${first}.`
  return day < first || day > last ? `This series has prices from ${first} to ${last}.` : undefined
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const millis = Date.parse(text)
  return !Number.isNaN(millis) && dayOf(millis) === text
}

/** The tape to play; absent while the days cannot be read. */
export function realTape(series: RealSeries, from: string, to: string): NewTape | undefined {
  const errors = rangeErrors(series, from, to)
  if (errors.from !== undefined || errors.to !== undefined) return undefined
  const isWhole = from.trim() === series.first && to.trim() === series.last
  const name = series.title.replace(/, [^,]*$/, '')
  return {
    title: isWhole ? series.title : `${name}, ${from.trim().slice(0, 7)} to ${to.trim().slice(0, 7)}`,
    tape: { type: 'bundled', id: series.id, ...(isWhole ? {} : { from: millisOf(from.trim()), to: millisOf(to.trim()) }) },
    instruments: series.instruments,
    lastTick: undefined,
  }
}

const millisOf = (day: string): number => Date.parse(day)
const dayOf = (millis: number): string => new Date(millis).toISOString().slice(0, 10)
const shifted = (day: string, days: number): string => dayOf(millisOf(day) + days * DAY)
const later = (a: string, b: string): string => (a > b ? a : b)
const earlier = (a: string, b: string): string => (a < b ? a : b)
