import * as v from 'valibot'
import type { PoolRef } from '../../engine/index.ts'
import { instrumentSchema, type InstrumentDocument } from '../instruments/InstrumentDocument.ts'
import { rulesSchema, type RulesDocument } from '../rules/RulesDocument.ts'
import { decimals } from '../validators/decimals.ts'
import { knownObject } from '../validators/knownObject.ts'
import { nameText, proseText } from '../validators/nameText.ts'
import { poolRef } from '../validators/poolRef.ts'

/** A book: a position set with marks and rules, no time axis. What `margin` reads. */
export interface BookDocument {
  readonly schema: 1
  readonly title?: string | undefined
  readonly rules?: string | RulesDocument | undefined
  readonly instruments?: readonly InstrumentDocument[] | undefined
  readonly marks: Readonly<Record<string, string>>
  readonly wallet?: string | undefined
  readonly pools?: readonly PoolDocument[] | undefined
  readonly positions: readonly BookPositionDocument[]
}

/** A bucket and the collateral in it. */
export interface PoolDocument {
  readonly id: string
  readonly type?: 'bucket' | undefined
  readonly margin: string
}

export interface BookPositionDocument {
  readonly leg?: string | undefined
  readonly instrument: string
  readonly pool: PoolRef
  readonly side?: 'long' | 'short' | undefined
  readonly qty: string
  readonly entryPrice: string
  readonly leverage?: string | undefined
  readonly margin?: string | undefined
  readonly takeProfit?: string | undefined
  readonly stopLoss?: string | undefined
}

const position = knownObject({
  leg: v.optional(nameText),
  instrument: nameText,
  pool: poolRef,
  side: v.optional(v.pipe(v.picklist(['long', 'short']), v.description('Needed when qty has no sign; must agree with one.'))),
  qty: decimals.signedQty,
  entryPrice: decimals.price,
  leverage: v.optional(v.pipe(decimals.leverage, v.description('10 unless said.'))),
  margin: v.optional(v.pipe(decimals.signedAmount, v.description('Collateral of an isolated position, without unrealised PnL; its initial margin at entry unless said.'))),
  takeProfit: v.optional(decimals.price),
  stopLoss: v.optional(decimals.price),
})

export const bookSchema: v.GenericSchema<unknown, BookDocument> = knownObject({
  schema: v.literal(1),
  title: v.optional(proseText),
  rules: v.optional(v.union([v.string(), rulesSchema])),
  instruments: v.optional(v.array(instrumentSchema)),
  marks: v.pipe(v.record(v.string(), decimals.price), v.description('Mark price of every instrument held.')),
  wallet: v.optional(v.pipe(decimals.signedAmount, v.description('Cash of the cross pool; 0 unless said.'))),
  pools: v.optional(
    v.array(
      knownObject({
        id: v.pipe(v.string(), v.regex(/^bucket:./, 'the id of a bucket begins with "bucket:"')),
        type: v.optional(v.literal('bucket')),
        margin: decimals.signedAmount,
      }),
    ),
  ),
  positions: v.pipe(v.array(position), v.maxLength(10_000, 'at most 10000 positions are read')),
})
