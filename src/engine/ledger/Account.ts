import type { InstrumentType } from '../instruments/Instrument.ts'
import type { Millis } from '../units/millis.ts'
import type { Price, Qty, Quote, Rate } from '../units/quantities.ts'
import type { PriceKind } from '../venues/Rules.ts'
import type { TrailingStop } from './Trailing.ts'

/** `cross` is the wallet and the positions it backs; `isolated:<leg>` holds one position; `bucket:<name>` several. */
export type PoolId = string
/** Names one position through its life, the same in every twin. Default: `<instrument>@<pool as set>`. */
export type LegId = string
export type OrderId = string

export type PositionSide = 'both' | 'long' | 'short'

export type PoolType = 'cross' | 'isolated' | 'bucket'

export interface Pool {
  readonly id: PoolId
  readonly type: PoolType
  readonly cash: Quote
  /** In the order they were opened. */
  readonly legs: readonly LegId[]
  /** Positions of the pool that are known by their figures only. */
  readonly others?: PoolOthers | undefined
  /** A part of it was liquidated: it is not tested before `until`. `since`: when this liquidation began. [Q7] */
  readonly cooling?: { readonly since: Millis; readonly until: Millis } | undefined
}

/** What positions that a book does not list add to their pool, held where they are. */
export interface PoolOthers {
  readonly unrealizedPnl: Quote
  readonly maintenanceMargin: Quote
  readonly initialMargin: Quote
}

export interface Position {
  readonly leg: LegId
  readonly instrument: string
  readonly type: InstrumentType
  readonly pool: PoolId
  /** Signed; never zero. */
  readonly qty: Qty
  /** Value at entry (`valueOf`): qty x average entry price; of an inverse contract -qty / entry price. The entry price is derived from it. */
  readonly entryNotional: Quote
  readonly positionSide: PositionSide
  readonly leverage: Rate
  readonly takeProfit: Price | undefined
  readonly stopLoss: Price | undefined
  /** Closes the position when the price falls back from its best. [P11] */
  readonly trailing?: TrailingStop | undefined
  /** The price that sets off its targets; the mark unless said. [K7] */
  readonly triggerBy?: PriceKind | undefined
  /** The wallet adds margin before it is liquidated; `left` of what the user allowed. [P12] */
  readonly autoMargin?: { readonly left?: Quote | undefined } | undefined
}

export interface Order {
  readonly id: OrderId
  readonly leg: LegId
  readonly instrument: string
  readonly pool: PoolId
  /** Signed: what is still to be filled. */
  readonly qty: Qty
  readonly type: 'limit' | 'stop' | 'stop-limit' | 'trailing-stop'
  /** The limit, or the trigger of a stop or stop-limit; of a trailing stop where it stood when it was placed. */
  readonly price: Price
  /** The limit a stop-limit becomes. [P10] */
  readonly limitPrice?: Price | undefined
  /** Of a trailing stop. [P11] */
  readonly trailing?: TrailingStop | undefined
  /** For a stop: fires when the price it watches rises to its own (`rise`) or falls to it. */
  readonly direction: 'rise' | 'fall'
  readonly reduceOnly: boolean
  readonly positionSide: PositionSide
  readonly leverage: Rate
  /** Collateral held back while the order rests. */
  readonly reserve: Quote
  readonly takeProfit: Price | undefined
  readonly stopLoss: Price | undefined
  /** The price that sets off a stop, and the targets the order brings; the mark unless said. [K7] */
  readonly triggerBy?: PriceKind | undefined
}

/** Everything a leg has earned and cost so far, from the trader's side (costs negative); unrealised PnL excluded. */
export interface LegTotals {
  readonly realizedPnl: Quote
  readonly fees: Quote
  readonly funding: Quote
  readonly liquidationFees: Quote
  /** Margin kept by the venue at a liquidation. */
  readonly forfeited: Quote
  /** Loss beyond the pool, borne by the insurance fund: a credit. */
  readonly badDebt: Quote
}

/** The other sides of the double entry. With the pools they sum to zero. [L1] */
export interface Counterparties {
  /** What came from outside, negative: the wallet's deposits. */
  readonly external: Quote
  readonly venueFees: Quote
  readonly funding: Quote
  readonly market: Quote
  /** Change of the insurance funds since the start, all together. */
  readonly insuranceFund: Quote
  /** What counterparties gave up in auto-deleveraging, negative. */
  readonly deleveraging: Quote
  /** Losses that nobody covered, negative. */
  readonly uncovered: Quote
}

/** The state of one account in one run: a fold of its events. */
export interface Account {
  readonly pools: ReadonlyMap<PoolId, Pool>
  readonly positions: ReadonlyMap<LegId, Position>
  readonly orders: ReadonlyMap<OrderId, Order>
  readonly totals: ReadonlyMap<LegId, LegTotals>
  readonly counterparties: Counterparties
  /** The instrument each leg was last traded in. */
  readonly instruments: ReadonlyMap<LegId, string>
  /** Change of the insurance fund by instrument; they sum to `counterparties.insuranceFund`. */
  readonly funds: ReadonlyMap<string, Quote>
  /** What auto-deleveraging has closed of each counterparty. */
  readonly deleveraged: ReadonlyMap<string, { readonly qty: Qty; readonly realizedPnl: Quote }>
  /** Number of events folded. */
  readonly seq: number
}
