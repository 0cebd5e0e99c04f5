import type { FieldValues } from '../fields/RulesField.ts'

/** Cells of a row, as typed, by column. */
export type Cells = Readonly<Record<string, string>>

/** A tier table as typed. */
export interface TierTableForm {
  /** `default`: for every instrument without a table of its own. */
  readonly symbol: string
  /** Other instruments with the same table: venues and scenarios write BTCUSDT and BTC-PERP. They are edited as one. */
  readonly aliases: readonly string[]
  readonly rows: readonly Cells[]
}

/** Everything the editor holds, as typed; documents are made of it and compared. */
export interface RulesForm {
  readonly name: string
  readonly values: FieldValues
  readonly tiers: readonly TierTableForm[]
  /** symbol, slope, from, factor: rates that grow with the size. */
  readonly sizeScaling: readonly Cells[]
  /** symbol, lower, upper, open: initial rates that grow with the open interest. */
  readonly openInterest: readonly Cells[]
  /** symbol, price: a liquidation price there or beyond is none. */
  readonly maximumPrice: readonly Cells[]
  /** asset, by, floor, haircut: a row a slice. */
  readonly collateral: readonly Cells[]
}

/** The table that an instrument has of its own. */
export function tableFor({ tiers }: Pick<RulesForm, 'tiers'>, symbol: string): TierTableForm | undefined {
  return tiers.find((table) => table.symbol === symbol || table.aliases.includes(symbol))
}

export type RowsTable = 'sizeScaling' | 'openInterest' | 'maximumPrice' | 'collateral'
