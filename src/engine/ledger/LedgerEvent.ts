import type { InstrumentType } from '../instruments/Instrument.ts'
import type { Rejection } from '../result/Rejection.ts'
import type { Millis } from '../units/millis.ts'
import type { Price, Qty, Quote, Rate } from '../units/quantities.ts'
import type { PriceKind } from '../venues/Rules.ts'
import type { TrailingStop } from './Trailing.ts'
import type { LegId, Order, OrderId, PoolId, PoolType, PositionSide } from './Account.ts'

/** A consequence, decided once. Amounts are final: folding an event applies no rule and reads no price. */
export type LedgerEvent = EventStamp & EventBody

export interface EventStamp {
  /** 1, 2, 3 … in one run. */
  readonly seq: number
  /** Tick of the tape in which it happened. */
  readonly tick: number
  /** The exact moment, whole milliseconds (rounded down). */
  readonly at: Millis
}

export type EventBody =
  | { readonly type: 'deposited'; readonly amount: Quote }
  | { readonly type: 'withdrawn'; readonly amount: Quote }
  | { readonly type: 'command-refused'; readonly commandId: string; readonly command: string; readonly reason: Rejection }
  | { readonly type: 'order-placed'; readonly order: Order }
  /** A stop-limit whose trigger was reached: from now on the limit order given. [P10] */
  | { readonly type: 'order-triggered'; readonly order: Order }
  | { readonly type: 'order-canceled'; readonly orderId: OrderId; readonly why: CancelReason; readonly reason: Rejection | undefined }
  | Filled
  | { readonly type: 'pool-opened'; readonly pool: PoolId; readonly poolType: PoolType }
  /** An isolated pool whose position is gone and whose cash has left it. */
  | { readonly type: 'pool-closed'; readonly pool: PoolId }
  | { readonly type: 'transferred'; readonly from: PoolId; readonly to: PoolId; readonly amount: Quote; readonly why: TransferReason }
  | { readonly type: 'leverage-set'; readonly leg: LegId; readonly before: Rate; readonly after: Rate }
  | { readonly type: 'position-moved'; readonly leg: LegId; readonly from: PoolId; readonly to: PoolId }
  | {
      readonly type: 'protection-set'
      readonly leg: LegId
      readonly takeProfit: Price | undefined
      readonly stopLoss: Price | undefined
      readonly trailing?: TrailingStop | undefined
      readonly triggerBy?: PriceKind | undefined
    }
  | { readonly type: 'auto-margin-set'; readonly leg: LegId; readonly on: boolean; readonly upTo?: Quote | undefined }
  | { readonly type: 'funding-paid'; readonly pool: PoolId; readonly rate: Rate; readonly legs: readonly FundingLeg[] }
  | PoolBreached
  | PositionLiquidated
  | { readonly type: 'residual-forfeited'; readonly pool: PoolId; readonly amount: Quote; readonly shares: readonly LegShare[] }
  | { readonly type: 'bad-debt-covered'; readonly pool: PoolId; readonly amount: Quote; readonly shares: readonly LegShare[] }
  /** After a part was closed the pool is not tested before `until`; `since` is when its liquidation began. [Q7] */
  | { readonly type: 'pool-cooling'; readonly pool: PoolId; readonly since: Millis; readonly until: Millis }
  /** The cool-down is over and the pool passes its test. */
  | { readonly type: 'pool-cooled'; readonly pool: PoolId }
  | FundSettled
  | Deleveraged
  /** What nobody covers: neither the fund nor a counterparty. Paid into the fund from nowhere, so that it is seen. [Q5] */
  | { readonly type: 'shortfall'; readonly pool: PoolId; readonly amount: Quote; readonly shares: readonly LegShare[] }

export type CancelReason = 'by-user' | 'position-closed' | 'pool-liquidated' | 'refused-at-fill'
export type TransferReason = 'initial-margin' | 'released' | 'added' | 'auto-added' | 'removed' | 'moved' | 'leverage'

export interface Filled {
  readonly type: 'filled'
  /** The command or order that caused it. */
  readonly orderId: OrderId
  readonly cause: 'market' | 'limit' | 'stop' | 'take-profit' | 'stop-loss' | 'trailing-stop' | 'close' | 'reverse' | 'collateral'
  readonly leg: LegId
  readonly instrument: string
  readonly instrumentType: InstrumentType
  readonly pool: PoolId
  /** Signed. */
  readonly qty: Qty
  readonly price: Price
  readonly role: 'maker' | 'taker'
  /** Paid by the pool, not negative. */
  readonly fee: Quote
  readonly realizedPnl: Quote
  /** Position after the fill; zero when closed. */
  readonly qtyAfter: Qty
  readonly entryNotionalAfter: Quote
  readonly positionSide: PositionSide
  readonly leverage: Rate
  readonly takeProfit: Price | undefined
  readonly stopLoss: Price | undefined
  readonly triggerBy?: PriceKind | undefined
}

export interface FundingLeg {
  readonly leg: LegId
  readonly mark: Price
  /** Received when positive. */
  readonly amount: Quote
}

/** An account-level amount allocated to legs pro rata to maintenance margin; the shares add up exactly. */
export interface LegShare {
  readonly leg: LegId
  readonly amount: Quote
}

/** The liquidation test failed: what the pool had, what it needed, at which marks. */
export interface PoolBreached {
  readonly type: 'pool-breached'
  readonly pool: PoolId
  /** Whether the price jumped over the liquidation point instead of passing it. */
  readonly jumped: boolean
  readonly equity: Quote
  readonly maintenanceMargin: Quote
  readonly legs: readonly BreachedLeg[]
  /** Present where the backstop takes the whole pool. [Q9] */
  readonly backstop?: true
}

export interface BreachedLeg {
  readonly leg: LegId
  readonly instrument: string
  readonly qty: Qty
  readonly mark: Price
  readonly unrealizedPnl: Quote
  readonly maintenanceMargin: Quote
}

export interface PositionLiquidated {
  readonly type: 'position-liquidated'
  readonly leg: LegId
  readonly instrument: string
  readonly pool: PoolId
  /** Signed quantity that was closed. */
  readonly qty: Qty
  readonly price: Price
  readonly realizedPnl: Quote
  readonly fee: Quote
  readonly feeTo: 'insurance-fund' | 'venue'
  /** The position that is left, where only a part was closed. [Q6] */
  readonly rest?: { readonly qty: Qty; readonly entryNotional: Quote }
}

/** The fund took a position over and closed it at the mark. [Q8] */
export interface FundSettled {
  readonly type: 'fund-settled'
  readonly leg: LegId
  readonly instrument: string
  readonly pool: PoolId
  /** Signed quantity taken over. */
  readonly qty: Qty
  /** Taken over at, and closed at. */
  readonly price: Price
  readonly mark: Price
  /** What the fund made of it; negative: what it lost. */
  readonly amount: Quote
}

/** A counterparty's position was closed to pay for a loss that the fund could not. [Q10] */
export interface Deleveraged {
  readonly type: 'deleveraged'
  readonly counterparty: string
  readonly instrument: string
  /** The liquidated pool and leg. */
  readonly pool: PoolId
  readonly leg: LegId
  /** Signed quantity of the counterparty that was closed. */
  readonly qty: Qty
  /** Bankruptcy price of the liquidated leg. */
  readonly price: Price
  /** What the counterparty gave up against the price the leg was closed at. */
  readonly amount: Quote
  /** What the counterparty has realised by it, from its own entry. */
  readonly realizedPnl: Quote
  readonly score: Rate
  /** 1 is the first in line. */
  readonly rank: number
}
