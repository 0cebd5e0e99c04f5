import type { DrawnLine } from '../../documents/scenario/sources/DrawnSource.ts'
import type { Twin } from './Frame.ts'

/** What would happen on drawn prices; they begin after a tick, and nothing is changed. */
export interface OutlookRequest {
  /** The last tick that stays as it is. */
  readonly tick: number
  /** As a drawn source has them, every point after `tick`. */
  readonly lines: readonly DrawnLine[]
  readonly jumps?: readonly number[] | undefined
  /** The last tick that is looked at. */
  readonly until: number
}

export interface Outlook {
  readonly tick: number
  readonly until: number
  readonly twins: Readonly<Record<Twin, OutlookTwin>>
  /** Every leg that is open at the tick, or liquidated after it, in any twin: in the order of their opening. */
  readonly legs: readonly OutlookLeg[]
}

export interface OutlookLeg {
  readonly leg: string
  readonly instrument: string
  readonly isLong: boolean
}

export interface OutlookTwin {
  /** Equity at the end of the look, decimal text. */
  readonly equity: string
  /** Of each leg that was closed by force in between the first time; in their order. */
  readonly liquidations: readonly OutlookLiquidation[]
  /** Legs that are open at the end. */
  readonly open: readonly string[]
}

export interface OutlookLiquidation {
  readonly leg: string
  readonly instrument: string
  /** The bar in which it happens, and where in it on the axis of ticks: 12.37. */
  readonly tick: number
  readonly place: number
  /** Decimal text. */
  readonly price: string
  /** Something of it is left. */
  readonly isPart: boolean
}
