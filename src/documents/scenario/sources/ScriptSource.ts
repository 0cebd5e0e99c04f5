import * as v from 'valibot'
import type { Millis, PriceKind } from '../../../engine/index.ts'
import { priceKindSchema, symbolText } from '../../tape/TapeDocument.ts'
import { knownObject } from '../../validators/knownObject.ts'
import { nameText } from '../../validators/nameText.ts'
import { finiteNumber, wholeNumber } from '../../validators/numbers.ts'
import { atLeastOne, barCount, clockFields, decimalPlaces, notNegative, seedNumber } from './sourceFields.ts'

/** A path put together from parts in time, for several instruments. The same source gives the same prices everywhere. */
export interface ScriptSource {
  readonly type: 'script'
  /** Of the noise; 0 unless said. Without `volatility` there is none and the seed does nothing. */
  readonly seed?: number | undefined
  readonly start?: Millis | undefined
  readonly barMillis?: Millis | undefined
  readonly instruments: readonly ScriptInstrument[]
  /** Noise between the corners of the script, a year; corners are met exactly. None unless said. */
  readonly volatility?: number | undefined
  /** Share of the noise's variance that all instruments have in common, 0 to 1. 0 unless said. */
  readonly correlation?: number | undefined
  /** The noise keeps between the lowest and the highest corner of its instrument, so that those are the lows and highs of the tape. */
  readonly keepExtremes?: boolean | undefined
  /** Prices of zero and below are part of it; unless said, a price stops one tick above zero. */
  readonly negativePrices?: boolean | undefined
  /** One after the other. */
  readonly parts: readonly ScriptPart[]
}

export interface ScriptInstrument {
  readonly symbol: string
  /** `mark` unless said. */
  readonly kind?: PriceKind | undefined
  /** At the beginning, quote per base. */
  readonly price: number
  /** Decimal places of the prices; 2 unless said. */
  readonly decimals?: number | undefined
  /** Share of the market's move; 1 unless said. */
  readonly beta?: number | undefined
  /** Noise of its own, a year, in place of the script's. */
  readonly volatility?: number | undefined
}

/**
 * How far: a number moves the market, every instrument by its beta times it; a table gives single instruments their own
 * move, by symbol (`SYM#index` and `SYM#last` for those prices), and leaves the others where they are. A share of the
 * price at the beginning of the part: -0.1 is 10 % down.
 */
export type ScriptMove = number | Readonly<Record<string, number>>

interface Noisy {
  /** Noise in this part, a year, times that of the instrument: 0 none, 2 twice as much. 1 unless said. */
  readonly noise?: number | undefined
}

/** `bars` is the length in bars; `back` the share of the move that is given back, 1 all of it. */
export type ScriptPart =
  /** Nothing happens. */
  | ({ readonly type: 'calm'; readonly bars: number } & Noisy)
  /** A straight line. */
  | ({ readonly type: 'move'; readonly bars: number; readonly by: ScriptMove } & Noisy)
  /** One bar, reached by a jump: nothing trades between. */
  | { readonly type: 'gap'; readonly by: ScriptMove }
  /** There within the first half, back within the second. */
  | ({ readonly type: 'wick'; readonly bars: number; readonly by: ScriptMove; readonly back: number } & Noisy)
  /** In so many legs, each with a recovery of a third of it. */
  | ({ readonly type: 'grind'; readonly bars: number; readonly by: ScriptMove; readonly legs: number } & Noisy)
  /** Slips by a quarter of the way, breaks to the whole of it, and comes back slowly. */
  | ({ readonly type: 'depeg'; readonly bars: number; readonly by: ScriptMove; readonly back: number } & Noisy)
  /** Nothing trades: so many bars are missing, then one is reached by a jump. */
  | { readonly type: 'dead'; readonly bars: number; readonly by?: ScriptMove | undefined }
  /** Straight lines through corners: bars since the beginning of the part, ascending, and the moves until then. */
  | ({ readonly type: 'corners'; readonly corners: readonly ScriptCorner[] } & Noisy)

export interface ScriptCorner {
  readonly bar: number
  readonly by: ScriptMove
}

/** The types of parts there are. */
export const SCRIPT_PARTS = ['calm', 'move', 'gap', 'wick', 'grind', 'depeg', 'dead', 'corners'] as const

const move = v.union(
  [finiteNumber, v.record(nameText, finiteNumber)],
  'a share of the price, or a table of such shares by symbol, was expected',
)
const by = v.pipe(move, v.description('Share of the price when the part begins: -0.1 is 10 % down. A number is times each beta; a table moves those named and no others.'))
const bars = v.pipe(barCount, v.description('Length in bars.'))
const back = v.pipe(finiteNumber, v.description('Share of the move that is given back: 1 all of it.'))
const noise = v.optional(v.pipe(notNegative, v.description('Times the noise of the instrument; 1 unless said.')))
const twoBars = v.pipe(bars, v.minValue(2, 'at least 2 bars were expected'))

const part = v.variant('type', [
  knownObject({ type: v.literal('calm'), bars, noise }),
  knownObject({ type: v.literal('move'), bars, by, noise }),
  knownObject({ type: v.literal('gap'), by }),
  knownObject({ type: v.literal('wick'), bars: twoBars, by, back, noise }),
  knownObject({ type: v.literal('grind'), bars: twoBars, by, legs: v.pipe(wholeNumber, v.minValue(1, 'at least one leg was expected')), noise }),
  knownObject({ type: v.literal('depeg'), bars: v.pipe(bars, v.minValue(4, 'at least 4 bars were expected')), by, back, noise }),
  knownObject({ type: v.literal('dead'), bars, by: v.optional(by) }),
  knownObject({ type: v.literal('corners'), corners: atLeastOne(knownObject({ bar: bars, by })), noise }),
])

export const scriptSchema = knownObject({
  type: v.literal('script'),
  seed: v.optional(seedNumber),
  ...clockFields,
  instruments: atLeastOne(
    knownObject({
      symbol: symbolText,
      kind: v.optional(priceKindSchema),
      price: v.pipe(finiteNumber, v.check((value) => value !== 0, 'a price other than 0 was expected')),
      decimals: decimalPlaces,
      beta: v.optional(finiteNumber),
      volatility: v.optional(notNegative),
    }),
  ),
  volatility: v.optional(v.pipe(notNegative, v.description('Noise between the corners, a year; corners are met exactly.'))),
  correlation: v.optional(v.pipe(finiteNumber, v.check((value) => value >= 0 && value <= 1, 'a share from 0 to 1 was expected'))),
  keepExtremes: v.optional(v.boolean()),
  negativePrices: v.optional(v.boolean()),
  parts: atLeastOne(part),
})
