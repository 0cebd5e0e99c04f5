import type { LegId } from '../ledger/Account.ts'
import type { TransferReason } from '../ledger/LedgerEvent.ts'
import type { NoLiquidationReason } from '../margin/LiquidationPrice.ts'
import type { Millis } from '../units/millis.ts'
import type { Price, Quote } from '../units/quantities.ts'

/** What moved a liquidation price. `leg` is whose doing it was: the position asked about itself, or another of its pool. */
export type ChainCause =
  /** The price of another position: its gain or loss, less what its requirement grew within its tier. */
  | OfLeg<'price'>
  /** The requirement of a position went on in another tier. */
  | OfLeg<'tier'>
  | OfLeg<'funding'>
  | OfLeg<'fee'>
  /** A position was opened, added to or reduced: its size, its entry, its requirement; the fee stands apart. */
  | OfLeg<'fill'>
  /** A position, or a part of it, was liquidated; with its fee. */
  | OfLeg<'liquidation'>
  | OfLeg<'exit-cost'>
  /** A position came into the pool or left it, with the cash that went along. */
  | OfLeg<'moved'>
  /** Cash that came or went. */
  | { readonly type: 'margin'; readonly why: Exclude<TransferReason, 'moved'> | 'deposited' | 'withdrawn' }

interface OfLeg<Type extends string> {
  readonly type: Type
  readonly leg: LegId
  readonly base: string
}

/** One cause and its part of the way of the liquidation price. */
export interface ChainShare {
  readonly cause: ChainCause
  /** What it did to the pool's surplus; absent where it changed the size of the position asked about. */
  readonly surplus: Quote | undefined
  /** What that did to the liquidation price: positive is up. */
  readonly price: Price
}

/** A single change. `before` + `price` = `after`; the next one begins where it ends. */
export interface ChainStep extends ChainShare {
  /** When it was over. */
  readonly tick: number
  readonly at: Millis
  readonly before: Price
  readonly after: Price
  /** Changes of one kind that are told as one: payments of a long history. */
  readonly count: number
}

/** A span of time in which the position had a liquidation price all along, or had none. */
export type ChainPhase =
  | ChainWay
  | { readonly type: 'none'; readonly from: ChainMoment; readonly to: ChainMoment; readonly reason: NoLiquidationReason }

export interface ChainWay {
  readonly type: 'price'
  readonly from: ChainMoment
  readonly to: ChainMoment
  readonly before: Price
  readonly after: Price
  /** `before` plus the prices of all = `after`, exactly; the largest first. [I1] */
  readonly shares: readonly ChainShare[]
  readonly steps: readonly ChainStep[]
}

export interface ChainMoment {
  readonly tick: number
  readonly at: Millis
}

/** How the liquidation price of one position came to where it was when its pool failed. [I1] */
export interface LiquidationChain {
  readonly leg: LegId
  readonly instrument: string
  readonly base: string
  /** The way the price moves toward the liquidation price that was reached. */
  readonly direction: 'falling' | 'rising'
  /** The fill that opened it. */
  readonly opened: ChainMoment & { readonly seq: number }
  /** In the order of time. The last one ends just before the pool failed. */
  readonly phases: readonly ChainPhase[]
}
