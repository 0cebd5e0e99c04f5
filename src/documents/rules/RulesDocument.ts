import * as v from 'valibot'
import { decimals } from '../validators/decimals.ts'
import { knownObject } from '../validators/knownObject.ts'
import { nameText, proseText } from '../validators/nameText.ts'
import { wholeMillis } from '../validators/times.ts'

/** A row of a tier table as written: floor and maintenance amount may be left out, and are then computed. */
export interface TierDocument {
  readonly floor?: string | undefined
  readonly cap?: string | undefined
  readonly maintenanceRate: string
  readonly maintenanceAmount?: string | undefined
  readonly maxLeverage?: string | undefined
}

export interface FundingDocument {
  readonly type: 'none' | 'fixed'
  /** One of the two, for `fixed`. */
  readonly intervalHours?: number | undefined
  readonly intervalMillis?: number | undefined
  readonly rate?: string | undefined
}

/** Rules as written; what is left out comes from the set named by `extends`. */
export interface RulesDocument {
  readonly schema?: 1 | undefined
  readonly extends?: string | undefined
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly summary?: string | undefined
  readonly date?: string | undefined
  readonly source?: string | undefined
  readonly fees?: { readonly maker?: string | undefined; readonly taker?: string | undefined } | undefined
  readonly funding?: FundingDocument | undefined
  readonly tiers?: Readonly<Record<string, readonly TierDocument[]>> | undefined
  readonly maintenanceOn?: 'mark' | 'entry' | undefined
  readonly exitFeeInTest?: boolean | undefined
  readonly comparison?: 'at-or-below' | 'below' | undefined
  readonly liquidation?: LiquidationDocument | undefined
  readonly insuranceFund?: string | undefined
}

export interface LiquidationDocument {
  readonly sharedPool?: 'whole-pool' | 'worst-loss-first' | undefined
  readonly feeRate?: string | undefined
  readonly feeTo?: 'insurance-fund' | 'venue' | undefined
  readonly residual?: 'forfeit' | 'return' | undefined
}

const tier = knownObject({
  floor: v.optional(decimals.amount),
  cap: v.optional(decimals.positiveAmount),
  maintenanceRate: decimals.rate,
  maintenanceAmount: v.optional(decimals.amount),
  maxLeverage: v.optional(decimals.leverage),
})

const funding = v.variant('type', [
  knownObject({ type: v.literal('none') }),
  knownObject({
    type: v.literal('fixed'),
    intervalHours: v.optional(
      v.pipe(v.number(), v.integer('whole hours were expected; shorter spans as intervalMillis'), v.minValue(1, 'at least one hour was expected')),
    ),
    intervalMillis: v.optional(v.pipe(wholeMillis, v.description('Paid at every multiple of it since 1970-01-01 00:00 UTC.'))),
    rate: decimals.signedRate,
  }),
])

const tierRows = v.pipe(v.array(tier), v.minLength(1, 'at least one row was expected'), v.maxLength(200, 'at most 200 rows are read'))

const fees = { maker: decimals.rate, taker: decimals.rate }

const liquidation = {
  sharedPool: v.picklist(['whole-pool', 'worst-loss-first']),
  feeRate: decimals.rate,
  feeTo: v.picklist(['insurance-fund', 'venue']),
  residual: v.picklist(['forfeit', 'return']),
}

const procedure = {
  funding,
  maintenanceOn: v.picklist(['mark', 'entry']),
  exitFeeInTest: v.boolean(),
  comparison: v.picklist(['at-or-below', 'below']),
  insuranceFund: decimals.amount,
}

const date = v.optional(v.pipe(v.string(), v.isoDate('a date like 2025-01-31 was expected')))

/** Rules as people write them: everything may be left out that `extends` gives. */
export const rulesSchema: v.GenericSchema<unknown, RulesDocument> = knownObject({
  schema: v.optional(v.literal(1)),
  extends: v.optional(v.pipe(nameText, v.description('Id of a built-in set of rules that gives everything left out here.'))),
  id: v.optional(nameText),
  name: v.optional(proseText),
  summary: v.optional(proseText),
  date,
  source: v.optional(proseText),
  fees: v.optional(knownObject(v.partial(v.object(fees)).entries)),
  tiers: v.optional(v.pipe(v.record(v.string(), tierRows), v.description('Tier table by instrument; "default" for all others.'))),
  liquidation: v.optional(knownObject(v.partial(v.object(liquidation)).entries)),
  ...v.partial(v.object(procedure)).entries,
})

/** Rules with nothing left out. */
export interface CompleteRules {
  readonly id: string
  readonly name: string
  readonly summary: string
  readonly date?: string | undefined
  readonly source: string
  readonly fees: { readonly maker: string; readonly taker: string }
  readonly funding: FundingDocument
  readonly maintenanceOn: 'mark' | 'entry'
  readonly exitFeeInTest: boolean
  readonly comparison: 'at-or-below' | 'below'
  readonly liquidation: Required<{ readonly [K in keyof LiquidationDocument]: Exclude<LiquidationDocument[K], undefined> }>
  readonly insuranceFund: string
}

/** What must be there once `extends` has been followed. */
export const completeRulesSchema: v.GenericSchema<unknown, CompleteRules> = v.object({
  id: nameText,
  name: proseText,
  summary: proseText,
  date,
  source: proseText,
  fees: v.object(fees),
  tiers: v.object({ default: tierRows }),
  liquidation: v.object(liquidation),
  ...procedure,
})
