import type { Millis } from '../units/millis.ts'
import type { Price, Qty, Quote, Rate } from '../units/quantities.ts'

/**
 * What a venue prescribes, as dated data. Venues differ in these choices and nowhere else: each choice is a row of
 * `../../../../shared/margin-models.md`, and a set of rules of one's own may combine them freely. (SPEC.md, section 3)
 */
export interface Rules {
  readonly id: string
  readonly name: string
  /** One sentence for the screen. */
  readonly summary: string
  /** The day the data was read, ISO. */
  readonly date: string
  readonly source: string
  /** What its instruments are, where an instrument does not say: linear in the quote currency, or inverse, margined in coins. */
  readonly contract: 'linear' | 'inverse'
  /** Share of the notional traded. */
  readonly fees: { readonly maker: Rate; readonly taker: Rate }
  readonly funding: Funding
  /** Tier table by instrument symbol; `default` for all others. */
  readonly tiers: { readonly default: TierTable; readonly [symbol: string]: TierTable }
  /** What floors and caps of the tables count: notional in the account's currency, units of base (USD of an inverse contract), or contracts. */
  readonly tiersBy: 'notional' | 'size' | 'contracts'
  /** Whether a tier's rates are for the whole position, or each for the part of it inside the tier; then there are no amounts. */
  readonly tierRates: 'whole' | 'by-part'
  /** Which tier a boundary belongs to: the lower one (floor < N <= cap) or the upper one (floor <= N < cap). */
  readonly tierBoundary: 'cap-inclusive' | 'floor-inclusive'
  /** Rates that grow with the size of the position, by symbol; `default` for all others. */
  readonly sizeScaling: { readonly default: SizeScaling; readonly [symbol: string]: SizeScaling }
  /** The value the initial margin of an open position is a share of; `entry-if-isolated`: in a shared pool that at the mark. */
  readonly initialOn: 'mark' | 'entry' | 'entry-if-isolated'
  /** Whether the initial margin includes the exit costs (`exitCost`). */
  readonly initialWithExitCost: boolean
  /** Initial rates that grow with the open interest of an instrument, by symbol. */
  readonly openInterest: { readonly [symbol: string]: OpenInterestScaling }
  /** Share of the notional that must stay in a pool when margin is taken out, where it is more than the initial margin. */
  readonly transferFloor: Rate
  /** `add-only`: margin of an isolated position cannot be taken out (strict isolated). */
  readonly isolatedMargin: 'adjustable' | 'add-only'
  /** The value the maintenance rate applies to: at the current mark, or at entry. */
  readonly maintenanceOn: 'mark' | 'entry'
  /** Least maintenance margin of a position, whatever its tier asks. */
  readonly minimumMaintenance: Quote
  readonly exitCost: ExitCost
  /** Initial and maintenance margin are rounded up to a multiple of it where they are stated. 0: to the quantum. */
  readonly marginStep: Quote
  /** Liquidated when equity is at or below the requirement, or only when below. */
  readonly comparison: 'at-or-below' | 'below'
  /** To which side a liquidation price is rounded to the tick: `earlier` is up for a falling price, down for a rising one. */
  readonly liquidationPriceRounding: 'earlier' | 'later' | 'nearest'
  /** The highest price of an instrument, by symbol or `default`: a liquidation price there or beyond is none. */
  readonly maximumPrice: { readonly [symbol: string]: Price }
  readonly liquidation: LiquidationRules
  readonly insuranceFund: InsuranceFundRules
  readonly deleveraging: Deleveraging
  /** Haircut of assets that serve as collateral, by symbol; an asset that is not here counts nothing. */
  readonly collateral: { readonly [symbol: string]: HaircutTable }
}

/** Mark: the venue's fair price. Index: spot or oracle. Last: the last trade. A tape without the others has one price for all. */
export type PriceKind = 'mark' | 'index' | 'last'

export type Funding =
  | { readonly type: 'none' }
  /** Paid at every multiple of the interval since the epoch; positive rate: longs pay. */
  | { readonly type: 'fixed'; readonly intervalMillis: Millis; readonly rate: Rate; readonly price: PriceKind }
  | PremiumFunding

/**
 * Rate of an interval = (premium + clamp(interest - premium, -clamp, +clamp)) x interval / period, within -cap and +cap;
 * premium = (mark - index) / index at the funding time, or as stated where the tape has no index.
 */
export interface PremiumFunding {
  readonly type: 'premium'
  readonly intervalMillis: Millis
  /** The span that interest and premium are rates of. */
  readonly periodMillis: Millis
  readonly interest: Rate
  readonly clamp: Rate
  readonly cap: Rate | undefined
  readonly premium: Rate
  readonly price: PriceKind
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
  /** Least initial rate, for venues that state a rate instead of a leverage. Where absent: the position's leverage decides alone. */
  readonly initialRate: Rate | undefined
}

/**
 * What a rate becomes for a position of `size` units of base; of an inverse contract `linear` takes its coins at the mark, of
 * which the maintenance rate grows from the first on whatever `from` says, `sqrt` its USD.
 * linear: rate + slope x max(0, size - from) (Deribit). sqrt: max(rate, 0.8 rate + factor x sqrt(size)) (Drift).
 */
export type SizeScaling =
  | { readonly type: 'none' }
  | { readonly type: 'linear'; readonly slope: Rate; readonly from: Quote }
  | { readonly type: 'sqrt'; readonly factor: Rate }

/** rate + (1 - rate) x clamp((open interest in quote - lower) / (upper - lower), 0, 1); never on maintenance. (dYdX) */
export interface OpenInterestScaling {
  readonly lower: Quote
  readonly upper: Quote
  /** The raised rate is cut to a multiple of it; 0: not cut. */
  readonly rateStep: Rate
  /** What is open, in units of base: the instrument's, where it is not stated here. */
  readonly open: Qty | undefined
}

/** Costs of closing that the liquidation test counts. With `combine: larger` the requirement is the larger of them and maintenance. */
export interface ExitCost {
  /** Share of `on`. */
  readonly rate: Rate
  /**
   * The value closed at: at the mark; at entry; at the bankruptcy price that the leverage gives from the mark,
   * q P (1 - s / L), or from entry, q E (1 - s / L); or at the one that the pool's cash gives: where the pool is isolated
   * (`margin-bankruptcy`), or wherever it backs one position alone (`pool-bankruptcy`); else the leverage from entry.
   */
  readonly on: 'mark' | 'entry' | 'mark-bankruptcy' | 'entry-bankruptcy' | 'margin-bankruptcy' | 'pool-bankruptcy'
  readonly fixed: Quote
  readonly combine: 'sum' | 'larger'
}

export interface LiquidationRules {
  /** The price that the liquidation test looks at. */
  readonly trigger: PriceKind
  /** A shared pool closes whole, or position by position until it is safe. */
  readonly sharedPool: 'whole-pool' | 'worst-loss-first' | 'largest-requirement-first'
  readonly partial: PartialLiquidation
  readonly orderPrice: LiquidationOrderPrice
  /** Below this share of the maintenance margin a backstop takes the whole pool, and what is left of it. 0: there is none. */
  readonly backstopBelow: Rate
  /** Share of the notional liquidated, at the price of `feeOn`. */
  readonly feeRate: Rate
  /** The price the fee is of: that of the closing, the mark, or the entry. */
  readonly feeOn: 'fill' | 'mark' | 'entry'
  readonly feeTo: 'insurance-fund' | 'venue'
  /** What happens to cash left in a pool whose last position was liquidated. */
  readonly residual: 'forfeit' | 'return'
}

/** How much of a position is closed at a time. After a part, the pool is not tested again before the cool-down is over. */
export type PartialLiquidation =
  | { readonly type: 'whole' }
  /** Down to the cap of the tier so many below, as long as the position is in `fromTier` or above; whole below it. */
  | { readonly type: 'tier-step-down'; readonly tiers: number; readonly fromTier: number }
  /**
   * A share of the position, as long as its notional is above `above`; else whole. With `inCooldown: whole` the pool is
   * tested on, and what fails before the cool-down is over is closed whole (Hyperliquid); else it waits.
   */
  | { readonly type: 'share'; readonly share: Rate; readonly above: Quote; readonly cooldownMillis: Millis; readonly inCooldown?: 'wait' | 'whole' | undefined }
  /**
   * What frees the shortage (and `buffer` x requirement more): of it `initialShare` at once, all of it after
   * `fullAfterMillis`, in between in proportion; all at once where the shortage is below `fullBelow`.
   */
  | {
      readonly type: 'shortage'
      readonly buffer: Rate
      readonly initialShare: Rate
      readonly fullAfterMillis: Millis
      readonly fullBelow: Quote
      readonly cooldownMillis: Millis
    }

/** The price of the liquidation order. */
export type LiquidationOrderPrice =
  /** The trigger price, worse by a share of it. */
  | { readonly type: 'mark'; readonly slippage: Rate }
  /** Taken over by the fund at the price that leaves nothing, shared by maintenance margin; the fund closes at the mark. */
  | { readonly type: 'bankruptcy' }
  /** mark x (1 - s x min(1, adjustment x (1 - equity / maintenance)) x spread x maintenance rate). (dYdX) */
  | { readonly type: 'fillable'; readonly adjustment: Rate; readonly spread: Rate }

export interface InsuranceFundRules {
  /** What a fund holds at the start. */
  readonly balance: Quote
  /** One for the venue, or one for each instrument. */
  readonly scope: 'venue' | 'instrument'
}

/** What happens to a loss that the fund cannot pay. Nothing: it is shown as a shortfall. */
export type Deleveraging =
  | { readonly type: 'none' }
  | { readonly type: 'ranked'; readonly ranking: DeleveragingRanking }

/**
 * How counterparties of the other side are ranked, highest first.
 * `profit-times-leverage` (BitMEX family): PnL % x effective leverage, of a loss PnL % / effective leverage, with
 * effective leverage = |mark value| / (mark value - bankruptcy value).
 * `leveraged-profit` (Binance): PnL % x |mark value| / equity, of a loss PnL % / that.
 * `profit-and-leverage` (Hyperliquid): mark / entry ratio of the side x notional / account value.
 */
export type DeleveragingRanking = 'profit-times-leverage' | 'leveraged-profit' | 'profit-and-leverage'

/** Ascending slices of the value (or the quantity) of one asset held; each counts with its own haircut. */
export interface HaircutTable {
  readonly by: 'value' | 'quantity'
  readonly slices: readonly { readonly floor: Quote; readonly haircut: Rate }[]
}
