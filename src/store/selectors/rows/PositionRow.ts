import type { PriceKind } from '../../../engine/index.ts'
import type { NoLiquidationReason } from '../../../engine/index.ts'
import type { TrailingCell } from './TableRows.ts'
import type { Twin } from '../../../workers/run/Frame.ts'

export type PositionRow = OpenPositionRow | LiquidatedRow

interface LegRow {
  readonly key: string
  readonly leg: string
  readonly twin: Twin
  readonly instrument: string
  readonly base: string
  readonly quote: string
  /** What `qty` is in. */
  readonly sizeUnit: string
  readonly isInverse: boolean
  readonly isLong: boolean
  readonly mode: 'cross' | 'isolated' | 'bucket'
  /** Name of the bucket; absent otherwise. */
  readonly bucket: string | undefined
  readonly leverage: string
  /** Decimals of prices and of quantities, from tick size and quantity step. */
  readonly priceDecimals: number
  readonly qtyDecimals: number
}

/** Amounts are decimal text, exact; fractions for bars and colours are numbers. */
export interface OpenPositionRow extends LegRow {
  readonly type: 'open'
  /** Parts of it that were liquidated since it was opened; absent where none were. */
  readonly reduced: { readonly times: number; readonly qty: string } | undefined
  /** Its pool was liquidated in part and is not tested before, ms. */
  readonly coolingUntil: number | undefined
  readonly positionSide: 'both' | 'long' | 'short'
  /** Signed. */
  readonly qty: string
  readonly notional: string
  readonly entryPrice: string
  readonly mark: string
  readonly liquidation: LevelCell
  /** If all of the pool's instruments move together. */
  readonly liquidationTogether: LevelCell
  readonly bankruptcy: LevelCell
  /** Collateral behind its own wall; absent where the pool is shared. */
  readonly margin: string | undefined
  readonly initialMargin: string
  readonly maintenanceMargin: string
  readonly tier: number
  readonly marginRatio: string | undefined
  readonly unrealizedPnl: string
  readonly roe: string
  readonly funding: string
  readonly realizedPnl: string
  readonly fees: string
  readonly takeProfit: string | undefined
  readonly stopLoss: string | undefined
  /** The price its targets watch. */
  readonly triggerBy: PriceKind
  readonly trailing: TrailingCell | undefined
  /** The wallet adds margin before it is liquidated; `left` of what was allowed, absent without a limit. */
  readonly autoMargin: { readonly left?: string | undefined } | undefined
}

export type LevelCell =
  | { readonly type: 'price'; readonly price: string; readonly exact: string; readonly distance: number }
  | { readonly type: 'none'; readonly reason: NoLiquidationReason }

/** A leg that was liquidated and not opened again. */
export interface LiquidatedRow extends LegRow {
  readonly type: 'liquidated'
  readonly tick: number
  /** Of the `pool-breached` event: opens the incident. */
  readonly breachSeq: number
  readonly closedAt: string
  readonly role: 'culprit' | 'bystander'
  /** In how many parts it was closed; the amounts are those of all. */
  readonly parts: number
  /** realizedPnl − fee ± share of the rest. */
  readonly lost: string
  readonly realizedPnl: string
  readonly fee: string
  /** Negative: forfeited. Positive: bad debt borne by the fund. */
  readonly share: string
}
