import type { AccountView, Instrument, LedgerEvent, LiquidationPrice, Order, PoolView, PositionView, Rejection, TrailView } from '../../engine/index.ts'
import type { DecimalText, Plain } from '../Plain.ts'
import type { AccountMore } from './AccountMore.ts'
import type { ChartData } from './ChartData.ts'

/** The three runs of a scenario: the same commands and prices, the walls in different places. */
export type Twin = 'as-set' | 'all-isolated' | 'all-cross'

export type PlainEvent = Plain<LedgerEvent>
export type PlainRejection = Plain<Rejection>
export type PlainLiquidation = Plain<LiquidationPrice>
export type PlainPosition = Plain<PositionView>
export type PlainPool = Plain<PoolView>
export type PlainOrder = Plain<Order>
export type PlainAccount = Plain<AccountView>
/** The best price followed, and the price that sets it off; absent before its activation. */
export type PlainTrail = Plain<TrailView>
export type PlainInstrument = Plain<Instrument>

/** The figures of one account that are computed anew for every frame. */
export interface TwinTotals {
  readonly equity: DecimalText
  /** Of a coin account: its equity at the mark of the coin. */
  readonly worth: DecimalText | undefined
  readonly walletBalance: DecimalText
  readonly available: DecimalText
  readonly initialMargin: DecimalText
  readonly maintenanceMargin: DecimalText
  readonly unrealizedPnl: DecimalText
  /** Highest of its pools; absent without positions. */
  readonly marginRatio: DecimalText | undefined
  readonly canStillLose: DecimalText
  readonly insuranceFund: DecimalText
  readonly openPositions: number
  readonly openOrders: number
  /** The compartments, for the picture of the walls. Pools without positions are left out. */
  readonly walls: readonly WallsPool[]
}

export interface WallsPool {
  readonly pool: string
  readonly type: 'cross' | 'isolated' | 'bucket'
  readonly legs: readonly WallsLeg[]
}

export interface WallsLeg {
  readonly leg: string
  readonly instrument: string
  readonly base: string
  readonly isLong: boolean
  /** Liquidated and not opened again since. */
  readonly isFlooded: boolean
}

/** Every figure of one account, as of `tick`; at most 15 a second while playing, at once when paused. */
export interface AccountDetail {
  readonly twin: Twin
  readonly tick: number
  readonly account: PlainAccount
  /** Where trailing stops stand, by `order:<id>` or `leg:<leg>`. [P11] */
  readonly trails: Readonly<Record<string, PlainTrail>>
  readonly more: AccountMore
}

/** What is open in the account as set; decides which leg an order belongs to. */
export interface Holding {
  readonly leg: string
  readonly instrument: string
  readonly pool: string
  readonly positionSide: 'both' | 'long' | 'short'
  readonly qty: DecimalText
}

export interface NewEvents {
  /** How many of the events known before stay. */
  readonly keep: number
  readonly added: readonly PlainEvent[]
  /** Events up to and including the frame's tick; those after it are not shown. */
  readonly visible: number
}

/** The last payment of a tape's own funding, and how long until the next is presumed; no rate where nothing was paid yet. */
export interface PaidFunding {
  readonly rate: DecimalText | undefined
  readonly intervalMillis: number
}

/** Everything the screen shows at one tick. Plain data. */
export interface Frame {
  readonly revision: number
  readonly tick: number
  /** The moment at which the tick is over, ms since the epoch. */
  readonly time: number
  /** By price key: the mark under the symbol, where the tape has them `SYM#index` and `SYM#last`. */
  readonly marks: Readonly<Record<string, DecimalText>>
  /** Of instruments whose funding the tape says: what was paid last; absent where it says none. [F5] */
  readonly paidFunding?: Readonly<Record<string, PaidFunding>> | undefined
  readonly twins: Readonly<Record<Twin, TwinTotals>>
  readonly holdings: readonly Holding[]
  readonly events: Readonly<Record<Twin, NewEvents>>
  /** The first liquidation on the way here, when the request asked to stop at one. */
  readonly stoppedAt: { readonly twin: Twin; readonly seq: number } | undefined
  /** Absent when the one the main thread has is recent enough. */
  readonly detail: AccountDetail | undefined
  readonly chart: ChartData | undefined
  /** What the engine computed for this frame, and how long it took, ms. Decides how far the next one may go. */
  readonly advance: { readonly bars: number; readonly millis: number }
}
