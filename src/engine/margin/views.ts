import type { PriceKind } from '../venues/Rules.ts'
import type { LegId, LegTotals, Order, PoolId, PoolType, Position, PositionSide } from '../ledger/Account.ts'
import type { TrailingStop } from '../ledger/Trailing.ts'
import type { InstrumentType } from '../instruments/Instrument.ts'
import type { Price, Qty, Quote, Rate } from '../units/quantities.ts'
import type { LiquidationPrice } from './LiquidationPrice.ts'

/** Every figure of an account at given marks. Amounts of positions are posted amounts (12 places), so they add up. */
export interface AccountView {
  /** Cash of all pools plus unrealised PnL. */
  readonly equity: Quote
  /** Cash of the cross pool. */
  readonly walletBalance: Quote
  /** Wallet balance plus unrealised PnL of the cross pool, less its initial margin and what orders hold back; not below 0. */
  readonly available: Quote
  readonly initialMargin: Quote
  readonly maintenanceMargin: Quote
  readonly unrealizedPnl: Quote
  /** Held back by resting orders. */
  readonly orderReserve: Quote
  /** Equity of the pools that hold positions: what a move of prices can still take. */
  readonly canStillLose: Quote
  /** Highest margin ratio of any pool with positions. */
  readonly marginRatio: Rate | undefined
  readonly pools: readonly PoolView[]
  readonly positions: readonly PositionView[]
  readonly orders: readonly Order[]
  readonly insuranceFund: Quote
}

export interface PoolView {
  readonly id: PoolId
  readonly type: PoolType
  readonly cash: Quote
  readonly unrealizedPnl: Quote
  /** cash + unrealizedPnl */
  readonly equity: Quote
  /** Of positions, and the haircut of collateral assets: neither is free. */
  readonly initialMargin: Quote
  /** Of positions alone. */
  readonly maintenanceMargin: Quote
  /** Exit costs that the rules count in the liquidation test. */
  readonly exitCosts: Quote
  /** equity - initialMargin - orderReserve; may be negative. */
  readonly freeCollateral: Quote
  /** Held back by resting orders this pool pays for. */
  readonly orderReserve: Quote
  /** What the liquidation test asks: maintenance margin and exit costs together, as the rules combine them. */
  readonly requirement: Quote
  /** The part of collateral assets that does not count as equity in the test. [C1] */
  readonly haircut: Quote
  /** requirement / (equity - haircut); 1 liquidates. Absent without positions or without equity. */
  readonly marginRatio: Rate | undefined
  /** Largest amount of cash that can be taken out now. */
  readonly removable: Quote
  readonly legs: readonly LegId[]
}

export interface PositionView {
  readonly leg: LegId
  readonly instrument: string
  readonly type: InstrumentType
  readonly pool: PoolId
  readonly poolType: PoolType
  readonly positionSide: PositionSide
  readonly qty: Qty
  /** Value at entry, signed: qty x entry price, inverse -qty / entry price. */
  readonly entryNotional: Quote
  readonly entryPrice: Price
  readonly mark: Price
  /** |value at the mark| */
  readonly notional: Quote
  readonly leverage: Rate
  /** Collateral of the position's own pool; absent where the pool is shared. */
  readonly margin: Quote | undefined
  readonly initialMargin: Quote
  /** Share of the notional at the mark, exit costs left out. */
  readonly initialMarginRate: Rate
  readonly maintenanceMargin: Quote
  readonly maintenanceMarginRate: Rate
  readonly exitCosts: Quote
  /** Its part of the liquidation test. */
  readonly requirement: Quote
  /** 1 for the first tier. */
  readonly tier: number
  readonly unrealizedPnl: Quote
  /** Unrealised PnL / initial margin at entry. */
  readonly roe: Rate
  /** Of the pool. */
  readonly marginRatio: Rate | undefined
  /** If only this instrument moves. */
  readonly liquidation: LiquidationPrice
  /** If all of the pool's instruments move together, each by its beta. */
  readonly liquidationTogether: LiquidationPrice
  /** Where the pool's equity is zero if only this instrument moves. */
  readonly bankruptcy: LiquidationPrice
  readonly takeProfit: Price | undefined
  readonly stopLoss: Price | undefined
  /** The price its targets watch. [K7] */
  readonly triggerBy: PriceKind
  /** [P11] */
  readonly trailing: TrailingStop | undefined
  /** [P12] */
  readonly autoMargin: Position['autoMargin']
  readonly totals: LegTotals
}
