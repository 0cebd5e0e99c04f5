import * as v from 'valibot'
import { bookParts, tierRow, type BookDocument, type TierRowDocument } from '../book/BookDocument.ts'
import { instrumentSchema, type InstrumentDocument } from '../instruments/InstrumentDocument.ts'
import { rulesSchema, type RulesDocument } from '../rules/RulesDocument.ts'
import { knownObject } from '../validators/knownObject.ts'
import { nameText } from '../validators/nameText.ts'
import { sideText } from '../validators/sideText.ts'
import { timeText } from '../validators/times.ts'
import { CALC_FIELDS, type CalcFieldId } from './calcFields.ts'
import { modeText } from './modeText.ts'
import { typedNumber, type TypedNumber } from './typedNumber.ts'

/** What one calculation is about: a trade, what it stands beside, and the numbers that are known of it. */
export type CalcDocument = {
  readonly schema: 1
  /** The name, where the document is kept by itself. */
  readonly calculator?: string | undefined
  readonly instrument?: string | InstrumentDocument | undefined
  readonly side?: 'long' | 'short' | undefined
  readonly mode?: 'isolated' | 'cross' | undefined
  readonly tier?: TierRowDocument | undefined
  /** Assets in the cross pool; or, of a wall, what is put behind it. */
  readonly collateral?: BookDocument['collateral'] | TypedNumber | undefined
  readonly at?: number | undefined
  /** Legs of the account beside that are left out: the trade stands in their place. */
  readonly without?: readonly string[] | undefined
  /** The field asked for. */
  readonly solve?: string | undefined
  readonly fills?: readonly CalcFillDocument[] | undefined
  /** What is compared side by side. */
  readonly leverages?: readonly TypedNumber[] | undefined
  readonly modes?: readonly ('isolated' | 'cross')[] | undefined
  readonly ruleSets?: readonly (string | RulesDocument)[] | undefined
  readonly marks?: BookDocument['marks'] | undefined
  readonly positions?: BookDocument['positions'] | undefined
} & Pick<BookDocument, 'title' | 'rules' | 'instruments' | 'equity' | 'quoteBalance' | 'otherPositions' | 'pools'>
  & SizeDocument
  & { readonly feeRate?: TypedNumber | undefined; readonly feeReserve?: TypedNumber | undefined; readonly stopDistance?: TypedNumber | undefined }
  & { readonly [K in Exclude<CalcFieldId, 'collateral' | 'size' | 'notional'>]?: TypedNumber | undefined }

/** A size, in whichever of these a source states it. */
export interface SizeDocument {
  readonly size?: TypedNumber | undefined
  readonly qty?: TypedNumber | undefined
  readonly contracts?: TypedNumber | undefined
  readonly notional?: TypedNumber | undefined
  readonly quoteNotional?: TypedNumber | undefined
}

export type CalcFillDocument = SizeDocument & { readonly price: TypedNumber }

const sizes = {
  size: v.optional(typedNumber('size', 'Negative is a short where no side is stated.')),
  qty: v.optional(typedNumber('size', 'The same as size.')),
  contracts: v.optional(typedNumber('size', 'Size in contracts of contractSize, instead of size.')),
  notional: v.optional(typedNumber('money', 'Value at the entry price, instead of size.')),
  quoteNotional: v.optional(typedNumber('money', 'Value at the entry price in the quote currency (USD), instead of size; of an inverse contract that is its size.')),
}

/** Fields whose keys hold something else besides, and those of a size. */
const OTHERWISE_STATED: ReadonlySet<string> = new Set(['collateral', ...Object.keys(sizes)])

const numbers = Object.fromEntries(
  Object.entries(CALC_FIELDS).flatMap(([id, { unit, says }]) => (OTHERWISE_STATED.has(id) ? [] : [[id, v.optional(typedNumber(unit, says))]])),
)

const { title, rules, instruments, marks, equity, quoteBalance, otherPositions, collateral, pools, positions } = bookParts

/** `wallet` is a number like the others here; the rest of a book stands beside the trade. */
export const calcSchema = knownObject({
  schema: v.literal(1),
  calculator: v.optional(v.string()),
  instrument: v.optional(v.union([nameText, instrumentSchema])),
  side: v.optional(sideText),
  mode: v.optional(modeText),
  tier: v.optional(v.pipe(tierRow, v.description('The row that a venue states for the trade, in place of the table of the rules.'))),
  at: v.optional(timeText),
  without: v.optional(v.pipe(v.array(nameText), v.maxLength(1000, 'at most 1000 legs are left out'), v.description('Legs of the account that is open that are left out: the trade stands in their place.'))),
  solve: v.optional(v.pipe(v.string(), v.description('The field asked for, where it is not the one that is missing.'))),
  fills: v.optional(v.pipe(v.array(knownObject({ price: typedNumber('price'), ...sizes })), v.maxLength(1000, 'at most 1000 fills are read'))),
  leverages: v.optional(v.pipe(v.array(typedNumber('leverage')), v.maxLength(100, 'at most 100 are compared'))),
  modes: v.optional(v.array(modeText)),
  ruleSets: v.optional(v.pipe(v.array(v.union([v.string(), rulesSchema])), v.maxLength(100, 'at most 100 are compared'))),
  feeRate: v.optional(typedNumber('share', 'Both entryFeeRate and exitFeeRate; the taker fee in place of that of the rules.')),
  feeReserve: v.optional(typedNumber('money', 'Part of the margin (or equity) of an isolated trade that is set aside for closing and does not count.')),
  stopDistance: v.optional(typedNumber('price', 'How far the stop is from the entry price, in price; instead of stopPrice.')),
  ...sizes,
  ...numbers,
  title, rules, instruments, equity, quoteBalance, otherPositions, pools,
  collateral: v.optional(v.union([v.nonOptional(collateral), typedNumber('money', CALC_FIELDS.collateral.says)])),
  marks: v.optional(marks),
  positions: v.optional(positions),
}) as v.GenericSchema<unknown, CalcDocument>
