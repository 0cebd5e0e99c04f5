import * as v from 'valibot'
import type { CandlePath, PriceKind } from '../../engine/index.ts'
import { ofPriceKey } from '../../engine/index.ts'
import { knownObject } from '../validators/knownObject.ts'
import { nameText, proseText } from '../validators/nameText.ts'
import { priceColumn, rateColumn } from '../validators/priceColumn.ts'
import { timeColumn, timeText, wholeMillis } from '../validators/times.ts'

/** Prices in the document itself: columns as long as there are ticks. */
export interface TapeColumns {
  readonly id?: string | undefined
  readonly title?: string | undefined
  readonly source?: string | undefined
  /** Milliseconds since the epoch, or the first one when `time` is left out. */
  readonly time?: Float64Array | undefined
  readonly start?: number | undefined
  readonly barMillis?: number | undefined
  readonly between?: 'path' | 'jump' | undefined
  readonly candlePath?: CandlePath | undefined
  /** Ticks into which the price jumps. */
  readonly jumps?: readonly number[] | undefined
  readonly series: readonly SeriesDocument[]
  /** What was paid on some of the instruments, in place of what the rules say. [F5] */
  readonly funding?: readonly FundingDocument[] | undefined
}

export interface FundingDocument {
  readonly instrument: string
  /** Moments of the payments, ascending; of their own, not those of the ticks. */
  readonly time: Float64Array
  /** One a moment, a share of the value; above 0 longs pay. */
  readonly rate: Float64Array
}

export interface SeriesDocument {
  readonly instrument: string
  /** Which price it is: `mark` unless said. */
  readonly kind?: PriceKind | undefined
  readonly open?: Float64Array | undefined
  readonly high?: Float64Array | undefined
  readonly low?: Float64Array | undefined
  readonly close: Float64Array
}

export interface TapeDocument extends TapeColumns {
  readonly schema: 1
}

export const betweenSchema = v.pipe(
  v.picklist(['path', 'jump']),
  v.description('"path": marks move linearly between points. "jump": only the points exist.'),
)
export const candlePathSchema = v.picklist(['nearest-extreme', 'open-high-low-close', 'open-low-high-close', 'close-only'])

export const priceKindSchema = v.pipe(
  v.picklist(['mark', 'index', 'last']),
  v.description('Which price of the instrument; "mark" unless said. An index or last price stands beside a mark.'),
)

/** A tape's instrument. The names that other kinds of its price go by are taken. */
export const symbolText = v.pipe(
  nameText,
  v.check((name) => ofPriceKey(name).kind === 'mark', 'a symbol that does not end in "#index" or "#last" was expected; say "kind" instead'),
)

export const columnEntries = {
  id: v.optional(nameText),
  title: v.optional(proseText),
  source: v.optional(proseText),
  time: v.optional(timeColumn),
  start: v.optional(timeText),
  barMillis: v.optional(v.pipe(wholeMillis, v.description('Length of a bar in milliseconds; 3600000, one hour, unless said.'))),
  between: v.optional(betweenSchema),
  candlePath: v.optional(candlePathSchema),
  jumps: v.optional(v.array(v.pipe(v.number(), v.integer('a whole tick was expected'), v.minValue(0, 'a tick of at least 0 was expected')))),
  series: v.pipe(
    v.array(
      knownObject({
        instrument: symbolText,
        kind: v.optional(priceKindSchema),
        open: v.optional(priceColumn),
        high: v.optional(priceColumn),
        low: v.optional(priceColumn),
        close: priceColumn,
      }),
    ),
    v.minLength(1, 'at least one instrument was expected'),
    v.maxLength(200, 'at most 200 instruments are read'),
  ),
  funding: v.optional(
    v.pipe(
      v.array(knownObject({ instrument: symbolText, time: timeColumn, rate: rateColumn })),
      v.maxLength(200, 'at most 200 instruments are read'),
      v.description('Funding as it was paid on instruments of the tape; the others pay what the rules say.'),
    ),
  ),
}

export const tapeSchema: v.GenericSchema<unknown, TapeDocument> = knownObject({ schema: v.literal(1), ...columnEntries })
