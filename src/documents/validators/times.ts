import * as v from 'valibot'
import { quoted } from '../Problem.ts'
import { MOST_TICKS } from './priceColumn.ts'

const ISO = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?)?$/
/** Years 1900 to 2200: a time in microseconds falls outside and is noticed. */
const FIRST = Date.UTC(1900, 0, 1)
const LAST = Date.UTC(2200, 0, 1)

/** Seconds of the years 1973 to 2286; as milliseconds they would be the first months of 1970, which one can write as dates. */
function looksLikeSeconds(value: unknown): boolean {
  return typeof value === 'number' && value >= 1e8 && value < 1e10
}

/** A moment: milliseconds since the epoch, or an ISO date or date-time (UTC unless it says otherwise). */
export const timeText: v.GenericSchema<unknown, number> = v.pipe(
  v.union([v.string(), v.number()], (issue) => expected(issue.input)),
  v.description('Milliseconds since 1970-01-01 UTC, or an ISO date or date-time.'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const millis = millisOf(dataset.value)
    if (millis !== undefined) return millis
    addIssue({ message: expected(dataset.value) })
    return NEVER
  }),
)

/** One moment a tick. */
export const timeColumn: v.GenericSchema<unknown, Float64Array> = v.pipe(
  v.array(v.unknown()),
  v.metadata({ items: { type: ['number', 'string'] }, description: 'One moment a tick, ascending: milliseconds or ISO.' }),
  v.maxLength(MOST_TICKS, `at most ${MOST_TICKS} ticks are read`),
  v.rawTransform(({ dataset, addIssue }) => {
    const column = new Float64Array(dataset.value.length)
    let before = -Infinity
    dataset.value.forEach((value, index) => {
      const millis = millisOf(value)
      const late = millis !== undefined && millis <= before
      if (millis === undefined || late) {
        const message = late ? `times ascend; ${quoted(value)} is not after the one before` : expected(value)
        addIssue({ message, path: [{ type: 'array', origin: 'value', input: [], key: index, value }] })
      } else {
        column[index] = millis
        before = millis
      }
    })
    return column
  }),
)

function millisOf(value: unknown): number | undefined {
  const millis = typeof value === 'string' ? isoMillis(value) : value
  if (looksLikeSeconds(value) || typeof millis !== 'number' || !Number.isInteger(millis) || millis < FIRST || millis > LAST) return undefined
  return millis
}

function isoMillis(text: string): number | undefined {
  if (!ISO.test(text) || !isDay(text.slice(0, 10))) return undefined
  const zoned = text.length <= 10 || /(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`
  const millis = Date.parse(zoned.replace(' ', 'T'))
  return Number.isNaN(millis) ? undefined : millis
}

/** Whether there is such a day: `Date.parse` takes 2024-02-31 for the second of March. @param day  YYYY-MM-DD */
export function isDay(day: string): boolean {
  const millis = Date.parse(day)
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(day)
}

function expected(value: unknown): string {
  const given = `${quoted(value)} was given${looksLikeSeconds(value) ? ', which looks like seconds' : ''}`
  return `milliseconds since 1970 or an ISO date was expected, ${given}`
}

/** A span of time: whole milliseconds, up to a hundred years. */
export const wholeMillis = v.pipe(
  v.number(),
  v.integer('whole milliseconds were expected'),
  v.minValue(1, 'at least one millisecond was expected'),
  v.maxValue(3_155_760_000_000, 'at most a hundred years were expected'),
)
