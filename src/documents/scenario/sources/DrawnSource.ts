import * as v from 'valibot'
import type { Millis } from '../../../engine/index.ts'
import { significantDigits } from '../../json/limits.ts'
import { symbolText } from '../../tape/TapeDocument.ts'
import { knownObject } from '../../validators/knownObject.ts'
import { wholeNumber } from '../../validators/numbers.ts'
import { timeText, wholeMillis } from '../../validators/times.ts'
import type { TapeSource } from '../TapeSource.ts'

/** Prices drawn by hand, over other prices or alone. [S30–S34] */
export interface DrawnSource {
  readonly type: 'drawn'
  /** The prices it is drawn over; outside of what is drawn they stay as they are. Without them the lines are the whole tape. */
  readonly base?: TapeSource | undefined
  /** Of a tape without base; bars are hours unless said, and as many as the lines need. */
  readonly start?: Millis | undefined
  readonly barMillis?: Millis | undefined
  readonly bars?: number | undefined
  /** Ticks into which what is drawn jumps. */
  readonly jumps?: readonly number[] | undefined
  readonly lines: readonly DrawnLine[]
}

/** The price of one instrument: from the bar of its first point to that of its last it runs straight from point to point. */
export interface DrawnLine {
  readonly symbol: string
  /** Decimal places of the prices between the points; those of the base, or 2, or as many as the points have, unless said. */
  readonly decimals?: number | undefined
  /** Ascending by tick; one at least. */
  readonly points: readonly DrawnPoint[]
}

/** Tick of the tape, and the close of its bar, quote per base. */
export type DrawnPoint = readonly [tick: number, price: number]

/** As many bars as a model makes. */
export const MOST_DRAWN_BARS = 200_000
/** Of one line. A hand draws some hundreds. */
export const MOST_DRAWN_POINTS = 5_000

const tick = v.pipe(wholeNumber, v.maxValue(MOST_DRAWN_BARS - 1, `a tick below ${MOST_DRAWN_BARS} was expected`))

const price = v.pipe(
  v.number(),
  v.check((value) => Math.abs(value) < 1e15 && significantDigits(String(value)) <= 15, 'a price of at most 15 significant digits was expected'),
)

const points = v.pipe(
  v.array(v.strictTuple([tick, price])),
  v.minLength(1, 'at least one point was expected'),
  v.maxLength(MOST_DRAWN_POINTS, `at most ${MOST_DRAWN_POINTS} points are read`),
  v.description('[tick, price], ascending: the price runs straight from one to the next.'),
  v.rawCheck<[number, number][]>(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const late = dataset.value.findIndex(([at], index) => index > 0 && at <= (dataset.value[index - 1]?.[0] ?? -1))
    if (late < 0) return
    addIssue({ message: 'ticks of points ascend; this one is not after the one before', path: [{ type: 'array', origin: 'value', input: dataset.value, key: late, value: dataset.value[late] }] })
  }),
)

const line = knownObject({
  symbol: symbolText,
  decimals: v.optional(v.pipe(wholeNumber, v.maxValue(12, 'at most 12 decimal places were expected'))),
  points,
})

/** @param base  the validator of the prices it may be drawn over */
export function drawnSchema(base: v.GenericSchema<unknown, TapeSource>) {
  return knownObject({
    type: v.literal('drawn'),
    base: v.optional(base),
    start: v.optional(timeText),
    barMillis: v.optional(wholeMillis),
    bars: v.optional(v.pipe(wholeNumber, v.minValue(1, 'at least one bar was expected'), v.maxValue(MOST_DRAWN_BARS, `at most ${MOST_DRAWN_BARS} bars are made`))),
    jumps: v.optional(v.pipe(v.array(tick), v.maxLength(MOST_DRAWN_POINTS, `at most ${MOST_DRAWN_POINTS} jumps are read`), v.description('Ticks into which what is drawn jumps, with nothing between.'))),
    lines: v.pipe(v.array(line), v.minLength(1, 'at least one line was expected'), v.maxLength(200, 'at most 200 lines are read')),
  })
}
