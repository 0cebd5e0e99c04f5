import type { PriceKind } from '../../../engine/index.ts'
import type { Twin } from '../../../workers/run/Frame.ts'

/** What the sentence over the charts says, as data. Amounts are decimal text. */
export interface HeadlineFacts {
  readonly kind:
    | 'nothing-open' // no position was ever opened
    | 'same' // isolated and cross stand at the same equity
    | 'isolated-ahead'
    | 'cross-ahead'
    | 'cross-lost-all' // equity of cross is 0 while isolated still has some
    | 'isolated-lost-all'
    | 'both-lost-all'
  /** A liquidation happened in the tick shown. */
  readonly isMoment: boolean
  readonly hasEnded: boolean
  /** Deposits less withdrawals so far. */
  readonly deposited: string
  readonly isolated: string
  readonly cross: string
  /** isolated − cross, not negative: the leader is in `kind`. */
  readonly gap: string
  readonly quote: string
  /** Bases of what is still open, and of what was liquidated, in opening order. */
  readonly isolatedOpen: readonly string[]
  readonly crossOpen: readonly string[]
  readonly isolatedLiquidated: readonly string[]
  readonly crossLiquidated: readonly string[]
  /** The liquidation that decided it: the latest of the twin that is behind; of any twin while they are level. */
  readonly cause: HeadlineCause | undefined
}

export interface HeadlineCause {
  readonly twin: Twin
  readonly seq: number
  readonly tick: number
  readonly base: string
  /** Which price liquidated it: the mark, or another the tape has beside it. */
  readonly priceKind: PriceKind
  /** That price against its entry price, a fraction; negative: fell. */
  readonly move: number
  /** Bases closed along with it. */
  readonly along: readonly string[]
  /** Assets behind the pool that stood below their first price. */
  readonly assets: readonly { readonly leg: string; readonly base: string; readonly price: string }[]
}
