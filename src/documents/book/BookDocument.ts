import * as v from 'valibot'
import type { PoolRef } from '../../engine/index.ts'
import { instrumentSchema, type InstrumentDocument } from '../instruments/InstrumentDocument.ts'
import { rulesSchema, type HaircutDocument, type RulesDocument } from '../rules/RulesDocument.ts'
import { ruleParts } from '../rules/ruleChoices.ts'
import { decimals } from '../validators/decimals.ts'
import { knownObject } from '../validators/knownObject.ts'
import { nameText, proseText } from '../validators/nameText.ts'
import { poolRef } from '../validators/poolRef.ts'
import { sideText } from '../validators/sideText.ts'

/** A book: a position set with marks and rules, no time axis. What `margin` reads. */
export interface BookDocument {
  readonly schema: 1
  readonly title?: string | undefined
  readonly rules?: string | RulesDocument | undefined
  readonly instruments?: readonly InstrumentDocument[] | undefined
  readonly marks: Readonly<Record<string, string | PricesDocument>>
  /** What backs the cross pool: one of the three. */
  readonly wallet?: string | undefined
  readonly equity?: string | undefined
  readonly quoteBalance?: string | undefined
  readonly otherPositions?: OthersDocument | undefined
  readonly collateral?: readonly CollateralDocument[] | undefined
  readonly pools?: readonly PoolDocument[] | undefined
  readonly positions: readonly BookPositionDocument[]
}

/** What is known of an instrument's price; the others are the mark where they are left out. */
export interface PricesDocument {
  readonly mark: string
  readonly index?: string | undefined
  readonly last?: string | undefined
}

/** Positions of a pool that are known by their figures only. */
export interface OthersDocument {
  readonly unrealizedPnl?: string | undefined
  readonly maintenanceMargin?: string | undefined
  readonly initialMargin?: string | undefined
}

/** An asset in the cross pool that counts less a haircut. */
export interface CollateralDocument {
  readonly asset: string
  readonly amount: string
  readonly price?: string | undefined
  readonly haircut?: string | undefined
  readonly by?: HaircutDocument['by']
  readonly slices?: HaircutDocument['slices']
}

/** A bucket and what backs it: one of the three. */
export interface PoolDocument {
  readonly id: string
  readonly type?: 'bucket' | undefined
  readonly margin?: string | undefined
  readonly equity?: string | undefined
  readonly quoteBalance?: string | undefined
  readonly otherPositions?: OthersDocument | undefined
}

/** The row of a tier table that a venue states for a position. */
export interface TierRowDocument {
  readonly maintenanceRate: string
  readonly maintenanceAmount?: string | undefined
  readonly initialRate?: string | undefined
  readonly maxLeverage?: string | undefined
}

export interface BookPositionDocument {
  /** Its row in the document: flat ones are left out. */
  readonly index: number
  readonly leg?: string | undefined
  readonly instrument: string
  readonly pool: PoolRef
  readonly side?: 'long' | 'short' | undefined
  /** One of the two. */
  readonly qty?: string | undefined
  readonly contracts?: string | undefined
  readonly entryPrice?: string | undefined
  readonly leverage?: string | undefined
  /** What backs an isolated position: one of the three. */
  readonly margin?: string | undefined
  readonly equity?: string | undefined
  readonly quoteBalance?: string | undefined
  readonly feeReserve?: string | undefined
  readonly tier?: TierRowDocument | undefined
  readonly realizedPnl?: string | undefined
  readonly takeProfit?: string | undefined
  readonly stopLoss?: string | undefined
}

const described = <const S extends v.GenericSchema<string | number, string>>(schema: S, text: string) => v.optional(v.pipe(schema, v.description(text)))

const EQUITY = 'Cash and unrealised PnL at the marks together, instead of the cash alone.'
const QUOTE_BALANCE = 'Equity less the signed value of the positions at the marks (the quote side of an account that books both), instead of the cash.'

/** The row that a venue states, in place of the table. */
export const tierRow = knownObject({
  maintenanceRate: decimals.rate,
  maintenanceAmount: v.optional(decimals.amount),
  initialRate: v.optional(decimals.initialRate),
  maxLeverage: v.optional(decimals.leverage),
})

const position = knownObject({
  leg: v.optional(nameText),
  instrument: nameText,
  pool: poolRef,
  side: v.optional(sideText),
  qty: described(decimals.signedQty, 'Base units; quote units of an inverse instrument. Long positive, short negative.'),
  contracts: described(decimals.signedQty, 'Quantity in contracts of contractSize, instead of qty.'),
  entryPrice: described(decimals.price, 'The mark, where equity or quoteBalance is given instead.'),
  leverage: described(decimals.leverage, '10 unless said, or less where the tier allows less; where the tier states an initial rate, what the tier allows.'),
  margin: described(decimals.signedStated, 'Collateral of an isolated position, without unrealised PnL; its initial margin at entry unless said.'),
  equity: described(decimals.signedStated, EQUITY),
  quoteBalance: described(decimals.signedStated, QUOTE_BALANCE),
  feeReserve: described(decimals.stated, 'Part of the margin (or equity) that is set aside for closing and does not count.'),
  tier: v.optional(tierRow),
  realizedPnl: described(decimals.signedStated, 'Closed PnL, fees and funding so far, signed; the break-even price counts it.'),
  takeProfit: v.optional(decimals.price),
  stopLoss: v.optional(decimals.price),
})

const others = knownObject({
  unrealizedPnl: v.optional(decimals.signedStated),
  maintenanceMargin: v.optional(decimals.stated),
  initialMargin: v.optional(decimals.stated),
})

const prices = knownObject({ mark: decimals.price, index: v.optional(decimals.price), last: v.optional(decimals.price) })

const collateral = knownObject({
  asset: nameText,
  amount: decimals.holding,
  price: described(decimals.price, 'In the currency of the account; that of "marks" unless said.'),
  haircut: described(decimals.part, 'Share of the value that does not count; that of the rules unless said.'),
  by: v.optional(ruleParts.collateral.by),
  slices: v.optional(ruleParts.collateral.slices),
})

/** What a book says, key by key; a calculation may be about a trade beside one. */
export const bookParts = {
  title: v.optional(proseText),
  rules: v.optional(v.union([v.string(), rulesSchema])),
  instruments: v.optional(v.array(instrumentSchema)),
  marks: v.pipe(
    v.record(v.string(), v.union([decimals.price, prices], 'a price, or an object with mark, index and last, was expected')),
    v.description('Mark price of every instrument held; where they are known, its index and last price.'),
  ),
  wallet: described(decimals.signedStated, 'Cash of the cross pool; 0 unless said.'),
  equity: described(decimals.signedStated, EQUITY),
  quoteBalance: described(decimals.signedStated, QUOTE_BALANCE),
  otherPositions: v.optional(v.pipe(others, v.description('Positions of the cross pool that are known by their figures only.'))),
  collateral: v.optional(v.pipe(v.array(collateral), v.maxLength(1000, 'at most 1000 assets are read'), v.description('Assets in the cross pool that count less a haircut.'))),
  pools: v.optional(
    v.array(
      knownObject({
        id: v.pipe(v.string(), v.regex(/^bucket:./, 'the id of a bucket begins with "bucket:"')),
        type: v.optional(v.literal('bucket')),
        margin: v.optional(decimals.signedStated),
        equity: described(decimals.signedStated, EQUITY),
        quoteBalance: described(decimals.signedStated, QUOTE_BALANCE),
        otherPositions: v.optional(others),
      }),
    ),
  ),
  positions: v.pipe(
    v.array(v.nullable(position)),
    v.maxLength(10_000, 'at most 10000 positions are read'),
    v.transform((rows) => rows.flatMap((row, index) => (row === null ? [] : [{ ...row, index }]))),
  ),
}

export const bookSchema: v.GenericSchema<unknown, BookDocument> = knownObject({ schema: v.literal(1), ...bookParts })
