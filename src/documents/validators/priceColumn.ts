import * as v from 'valibot'
import { significantDigits } from '../json/limits.ts'
import { quoted } from '../Problem.ts'

/** Enough for a year of minutes; longer tapes come as files. */
export const MOST_TICKS = 600_000

/** A hundred times the value in one payment: anything beyond is in another unit. */
const MOST_RATE = 100

const SHAPE = /^-?\d+(\.\d+)?([eE][+-]?\d{1,2})?$/

/**
 * A column of prices: numbers or decimal strings of at most 15 significant digits, so that each double means exactly the
 * decimal that was written (see the engine's `Tape`). One pass without an object a value: columns are long.
 */
export const priceColumn: v.GenericSchema<unknown, Float64Array> = v.pipe(
  v.array(v.unknown()),
  v.metadata({ items: { type: ['number', 'string'] }, description: 'One price a tick, quote per base.' }),
  v.maxLength(MOST_TICKS, `at most ${MOST_TICKS} ticks are read`),
  columnOf('price'),
)

/** A column of funding rates, written and kept as prices are. */
export const rateColumn: v.GenericSchema<unknown, Float64Array> = v.pipe(
  v.array(v.unknown()),
  v.metadata({ items: { type: ['number', 'string'] }, description: 'One rate a moment, a share of the value for that one payment: 0.0001 is 0.01 %, paid by longs.' }),
  v.maxLength(MOST_TICKS, `at most ${MOST_TICKS} payments are read`),
  columnOf('rate'),
)

function columnOf(what: 'price' | 'rate') {
  return v.rawTransform<unknown[], Float64Array>(({ dataset, addIssue }) => {
    const column = new Float64Array(dataset.value.length)
    dataset.value.forEach((value, index) => {
      const message = problemOf(value, what)
      if (message === undefined) column[index] = Number(value)
      else addIssue({ message, path: [{ type: 'array', origin: 'value', input: [], key: index, value }] })
    })
    return column
  })
}

function problemOf(value: unknown, what: 'price' | 'rate'): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || !SHAPE.test(text)) return `a ${what} was expected, ${quoted(value)} was given`
  if (significantDigits(text) > 15) return `a ${what} of at most 15 significant digits was expected, ${quoted(value)} was given`
  if (what === 'rate') return Math.abs(Number(text)) <= MOST_RATE ? undefined : `a rate from -${MOST_RATE} to ${MOST_RATE} was expected (0.0001 is 0.01 %), ${quoted(value)} was given`
  return Math.abs(Number(text)) < 1e15 ? undefined : `a price below 1e15 was expected, ${quoted(value)} was given`
}
