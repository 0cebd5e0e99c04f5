import type { PriceKind } from '../../engine/index.ts'
import type { DecimalText } from '../Plain.ts'
import type { AccountChange, PositionChange } from './AccountChange.ts'
import type { PlainLiquidation, PlainRejection } from './Frame.ts'

/** The ticket of a draft for both sides at once, on the account as set, at one tick. */
export interface TicketPreview {
  readonly tick: number
  readonly mark: DecimalText
  readonly buy: SidePreview
  readonly sell: SidePreview
}

export interface SidePreview {
  /** `empty`: no size (or no price) yet; only `maxQty`, `maxNotional` and price warnings are given. */
  readonly status: 'empty' | 'accepted' | 'refused'
  readonly rejection: PlainRejection | undefined
  /** The leg the order would belong to. */
  readonly leg: string
  /** Whether the order would rest in the book; the figures then are those after its fill at its own price. */
  readonly rests: boolean
  /** Largest size accepted, 0 when none is. */
  readonly maxQty: DecimalText
  readonly maxNotional: DecimalText
  /** Signed, rounded to the step. */
  readonly qty: DecimalText | undefined
  readonly notional: DecimalText | undefined
  readonly fillPrice: DecimalText | undefined
  readonly fee: DecimalText | undefined
  /** Margin and fee that leave what is available. */
  readonly cost: DecimalText | undefined
  /** What the leg's pool can lose from here on, and has paid in fees: the cost in an isolated pool, the pool's equity in a shared one. */
  readonly mostItCanLose: DecimalText | undefined
  readonly liquidation: PlainLiquidation | undefined
  /** (liq. price − mark) / mark. */
  readonly liquidationDistance: DecimalText | undefined
  readonly bankruptcy: PlainLiquidation | undefined
  readonly bankruptcyDistance: DecimalText | undefined
  readonly change: AccountChange | undefined
  /** Other positions whose liq. price the order moves. */
  readonly others: readonly PositionChange[]
  readonly warnings: readonly TicketWarning[]
}

export type TicketWarning =
  /** `nearest` is one tick before the liq. price: it would fire. */
  | { readonly code: 'stop-beyond-liquidation'; readonly stop: DecimalText; readonly liquidation: DecimalText; readonly nearest: DecimalText }
  | { readonly code: 'liquidated-on-fill'; readonly equity: DecimalText; readonly maintenance: DecimalText; readonly maxQty: DecimalText; readonly maxNotional: DecimalText }
  /** `missing` = required − available, exact; `maxQty` is what there is enough for. */
  | { readonly code: 'insufficient-margin'; readonly required: DecimalText; readonly available: DecimalText; readonly missing: DecimalText; readonly maxQty: DecimalText; readonly maxNotional: DecimalText }
  /** The tier of this notional allows less leverage: lower the leverage, or the size. */
  | { readonly code: 'leverage-above-limit'; readonly leverage: DecimalText; readonly limit: DecimalText; readonly maxQty: DecimalText; readonly maxNotional: DecimalText }
  | { readonly code: 'take-profit-wrong-side'; readonly takeProfit: DecimalText; readonly price: DecimalText }
  | { readonly code: 'stop-wrong-side'; readonly stop: DecimalText; readonly price: DecimalText }
  /** A limit or stop that is already reached. */
  | { readonly code: 'fills-at-once'; readonly price: DecimalText; readonly last: DecimalText }
  /** Until the price it watches, now at `now`, is there. */
  | { readonly code: 'rests'; readonly price: DecimalText; readonly by: PriceKind; readonly now: DecimalText; readonly reserve: DecimalText }
  /** A trailing stop: where it would fire if the price turned now, or at its activation. */
  | { readonly code: 'trails'; readonly price: DecimalText; readonly by: PriceKind; readonly activation: DecimalText | undefined }
  /** Nearest multiple of the tick size. */
  | { readonly code: 'price-off-tick'; readonly field: 'price' | 'limitPrice' | 'callback' | 'activation' | 'takeProfit' | 'stopLoss'; readonly value: DecimalText; readonly nearest: DecimalText; readonly tickSize: DecimalText }
  /** The leverage of the ticket is not used: the order adds to a position that has its own. */
  | { readonly code: 'position-leverage-stays'; readonly leverage: DecimalText }
