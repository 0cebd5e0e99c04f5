import * as v from 'valibot'
import type { DeleveragingRanking, PriceKind, Rules } from '../../engine/index.ts'
import { decimals } from '../validators/decimals.ts'
import { knownObject } from '../validators/knownObject.ts'
import { nameText, proseText } from '../validators/nameText.ts'
import { writtenEntries } from './ruleChoices.ts'

/** A row of a tier table as written: floor and maintenance amount may be left out, and are then computed. */
export interface TierDocument {
  readonly floor?: string | undefined
  readonly cap?: string | undefined
  readonly maintenanceRate: string
  readonly maintenanceAmount?: string | undefined
  readonly maxLeverage?: string | undefined
  readonly initialRate?: string | undefined
}

/** Each choice as written; one that states no `type` changes the extended choice. */
export interface FundingDocument {
  readonly type?: 'none' | 'fixed' | 'premium' | undefined
  /** One of the two. */
  readonly intervalHours?: number | undefined
  readonly intervalMillis?: number | undefined
  readonly rate?: string | undefined
  /** One of the two, for `premium`. */
  readonly periodHours?: number | undefined
  readonly periodMillis?: number | undefined
  readonly interest?: string | undefined
  readonly clamp?: string | undefined
  readonly cap?: string | undefined
  readonly premium?: string | undefined
  readonly price?: PriceKind | undefined
}

export interface SizeScalingDocument {
  readonly type?: 'none' | 'linear' | 'sqrt' | undefined
  readonly slope?: string | undefined
  readonly from?: string | undefined
  readonly factor?: string | undefined
}

export interface OpenInterestDocument {
  readonly lower?: string | undefined
  readonly upper?: string | undefined
  readonly rateStep?: string | undefined
  /** What is open, in base units; that of the instrument unless said. */
  readonly open?: string | undefined
}

export interface ExitCostDocument {
  readonly rate?: string | undefined
  readonly on?: Rules['exitCost']['on'] | undefined
  readonly fixed?: string | undefined
  readonly combine?: Rules['exitCost']['combine'] | undefined
}

export interface PartialDocument {
  readonly type?: Rules['liquidation']['partial']['type'] | undefined
  readonly tiers?: number | undefined
  readonly fromTier?: number | undefined
  readonly share?: string | undefined
  readonly above?: string | undefined
  readonly buffer?: string | undefined
  readonly initialShare?: string | undefined
  readonly fullAfterMillis?: number | undefined
  readonly fullBelow?: string | undefined
  readonly cooldownMillis?: number | undefined
  readonly inCooldown?: 'wait' | 'whole' | undefined
}

export interface OrderPriceDocument {
  readonly type?: Rules['liquidation']['orderPrice']['type'] | undefined
  readonly slippage?: string | undefined
  readonly adjustment?: string | undefined
  readonly spread?: string | undefined
}

export interface LiquidationDocument {
  readonly trigger?: PriceKind | undefined
  readonly sharedPool?: Rules['liquidation']['sharedPool'] | undefined
  readonly partial?: PartialDocument | undefined
  readonly orderPrice?: OrderPriceDocument | undefined
  readonly backstopBelow?: string | undefined
  readonly feeRate?: string | undefined
  readonly feeOn?: Rules['liquidation']['feeOn'] | undefined
  readonly feeTo?: 'insurance-fund' | 'venue' | undefined
  readonly residual?: 'forfeit' | 'return' | undefined
}

export interface InsuranceFundDocument {
  readonly balance?: string | undefined
  readonly scope?: 'venue' | 'instrument' | undefined
}

export interface HaircutDocument {
  readonly by?: 'value' | 'quantity' | undefined
  readonly slices?: readonly { readonly floor?: string | undefined; readonly haircut: string }[] | undefined
}

/** Rules as written; what is left out comes from the set named by `extends`, or is the choice that adds nothing. */
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
  readonly tiersBy?: Rules['tiersBy'] | undefined
  readonly maximumPrice?: Readonly<Record<string, string>> | undefined
  readonly contract?: Rules['contract'] | undefined
  readonly tierRates?: Rules['tierRates'] | undefined
  readonly tierBoundary?: Rules['tierBoundary'] | undefined
  readonly sizeScaling?: Readonly<Record<string, SizeScalingDocument>> | undefined
  readonly initialOn?: Rules['initialOn'] | undefined
  readonly initialWithExitCost?: boolean | undefined
  readonly openInterest?: Readonly<Record<string, OpenInterestDocument>> | undefined
  readonly transferFloor?: string | undefined
  readonly isolatedMargin?: Rules['isolatedMargin'] | undefined
  readonly maintenanceOn?: 'mark' | 'entry' | undefined
  readonly minimumMaintenance?: string | undefined
  readonly exitCost?: ExitCostDocument | undefined
  /** Old form of an exit cost: the taker fee on the mark, or none. */
  readonly exitFeeInTest?: boolean | undefined
  readonly marginStep?: string | undefined
  readonly comparison?: 'at-or-below' | 'below' | undefined
  readonly liquidationPriceRounding?: Rules['liquidationPriceRounding'] | undefined
  readonly liquidation?: LiquidationDocument | undefined
  /** An amount alone is its balance. */
  readonly insuranceFund?: string | InsuranceFundDocument | undefined
  readonly deleveraging?: { readonly type?: 'none' | 'ranked' | undefined; readonly ranking?: DeleveragingRanking | undefined } | undefined
  /** A share alone is the haircut of everything. */
  readonly collateral?: Readonly<Record<string, string | HaircutDocument>> | undefined
}

const tier = knownObject({
  floor: v.optional(decimals.amount),
  cap: v.optional(decimals.positiveAmount),
  maintenanceRate: decimals.rate,
  maintenanceAmount: v.optional(decimals.amount),
  maxLeverage: v.optional(decimals.leverage),
  initialRate: v.optional(decimals.initialRate),
})

const tierRows = v.pipe(v.array(tier), v.minLength(1, 'at least one row was expected'), v.maxLength(200, 'at most 200 rows are read'))

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
  tiers: v.optional(v.pipe(v.record(nameText, tierRows), v.description('Tier table by instrument; "default" for all others.'))),
  ...writtenEntries,
})
