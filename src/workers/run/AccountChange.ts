import type { DecimalText } from '../Plain.ts'
import type { PlainEvent, PlainLiquidation } from './Frame.ts'

/** A figure before and after; equal texts when nothing changed. */
export interface Change<T = DecimalText> {
  readonly before: T
  readonly after: T
}

/** What a command changes, by running it on a copy of the account. Only pools that change are listed. [W1] */
export interface AccountChange {
  readonly equity: Change
  readonly available: Change
  readonly marginRatio: Change<DecimalText | undefined>
  readonly canStillLose: Change
  readonly pools: readonly PoolChange[]
  /** Positions that open, close, move, or whose liq. price changes. */
  readonly positions: readonly PositionChange[]
  /** Cash that crosses a wall, in order. */
  readonly transfers: readonly { readonly from: string; readonly to: string; readonly amount: DecimalText; readonly why: string }[]
  /** Trading fees charged at once. */
  readonly fees: DecimalText
  /** Result of what is closed at once, before fees. */
  readonly realizedPnl: DecimalText
  readonly events: readonly PlainEvent[]
}

export interface PoolChange {
  readonly pool: string
  readonly type: 'cross' | 'isolated' | 'bucket'
  /** Absent before it exists or after it is closed. */
  readonly equity: Change<DecimalText | undefined>
  readonly marginRatio: Change<DecimalText | undefined>
  readonly removable: Change<DecimalText | undefined>
}

export interface PositionChange {
  readonly leg: string
  readonly instrument: string
  readonly base: string
  readonly isLong: boolean
  readonly pool: Change<string | undefined>
  readonly qty: Change<DecimalText | undefined>
  readonly entryPrice: Change<DecimalText | undefined>
  readonly margin: Change<DecimalText | undefined>
  readonly liquidation: Change<PlainLiquidation | undefined>
  readonly bankruptcy: Change<PlainLiquidation | undefined>
}
