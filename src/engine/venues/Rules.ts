import type { Millis } from '../units/millis.ts'
import type { Quote, Rate } from '../units/quantities.ts'

/** What a venue prescribes, as dated data. */
export interface Rules {
  readonly id: string
  readonly name: string
  /** One sentence for the screen. */
  readonly summary: string
  /** The day the data was read, ISO. */
  readonly date: string
  readonly source: string
  /** Share of the notional traded. */
  readonly fees: { readonly maker: Rate; readonly taker: Rate }
  readonly funding: Funding
  /** Tier table by instrument symbol; `default` for all others. */
  readonly tiers: { readonly default: TierTable; readonly [symbol: string]: TierTable }
  /** The value the maintenance rate applies to: at the current mark, or at entry. */
  readonly maintenanceOn: 'mark' | 'entry'
  /** Whether the taker fee of closing counts in the liquidation test. */
  readonly exitFeeInTest: boolean
  /** Liquidated when equity is at or below the requirement, or only when below. */
  readonly comparison: 'at-or-below' | 'below'
  readonly liquidation: LiquidationRules
  /** What the fund holds at the start. */
  readonly insuranceFund: Quote
}

export type Funding =
  | { readonly type: 'none' }
  /** Paid at every multiple of the interval since the epoch; positive rate: longs pay. */
  | { readonly type: 'fixed'; readonly intervalMillis: Millis; readonly rate: Rate }

export interface LiquidationRules {
  /** A shared pool closes whole, or worst unrealised loss first until it is safe. */
  readonly sharedPool: 'whole-pool' | 'worst-loss-first'
  /** Share of the notional liquidated. */
  readonly feeRate: Rate
  readonly feeTo: 'insurance-fund' | 'venue'
  /** What happens to cash left in a pool whose last position was liquidated. */
  readonly residual: 'forfeit' | 'return'
}

/** Ascending, without gaps: each tier's cap is the next one's floor; the last has none. */
export type TierTable = readonly Tier[]

/** Applies to a notional N with floor < N <= cap. Requirement: N x maintenanceRate - maintenanceAmount. */
export interface Tier {
  readonly floor: Quote
  readonly cap: Quote | undefined
  readonly maintenanceRate: Rate
  readonly maintenanceAmount: Quote
  readonly maxLeverage: Rate
}
