import type { CarryLiquidation, FundRow, NoBreakEven } from '../../engine/index.ts'
import type { DecimalText, Plain } from '../Plain.ts'

/** What is known of an account besides its view: shown where it is asked for. */
export interface AccountMore {
  readonly positions: readonly PositionMore[]
  readonly pools: readonly PoolMore[]
  readonly assets: readonly AssetFigures[]
  /** When funding is paid next, ms; absent without funding. */
  readonly nextFunding: number | undefined
  readonly funds: readonly FundFigures[]
  /** Newest first, at most `MOST_FUND_ROWS`. */
  readonly fundHistory: readonly Plain<FundRow>[]
}

export interface PositionMore {
  readonly leg: string
  readonly breakEven: { readonly type: 'price'; readonly price: DecimalText } | { readonly type: 'none'; readonly reason: NoBreakEven }
  /** What break-even is worked out from: realised so far with fees and funding, and the rate of a closing trade. */
  readonly realized: DecimalText
  readonly closingRate: DecimalText
  /** At the prices of now; absent where nothing is paid. */
  readonly nextFunding: { readonly rate: DecimalText; readonly price: DecimalText; readonly amount: DecimalText } | undefined
}

export interface PoolMore {
  readonly pool: string
  readonly carry: Plain<CarryLiquidation>
  /** A part of it was liquidated, and it is not tested before, ms. */
  readonly coolingUntil: number | undefined
}

/** An asset that serves as collateral. */
export interface AssetFigures {
  readonly leg: string
  readonly asset: string
  readonly amount: DecimalText
  readonly price: DecimalText
  readonly value: DecimalText
  /** The part of the value that does not count, and as a share of it. */
  readonly haircut: DecimalText
  readonly haircutShare: DecimalText
}

/** An insurance fund: the venue's, or that of an instrument. */
export interface FundFigures {
  readonly fund: string
  readonly start: DecimalText
  readonly balance: DecimalText
}

export const MOST_FUND_ROWS = 500
