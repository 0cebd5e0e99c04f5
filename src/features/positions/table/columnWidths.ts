import type { OpenPositionRow, PositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { isZero, priceText, sizeText } from '../rowText.ts'

/** Widths of the columns whose figures differ most in length, px. Wide enough for the longest, so that nothing dances within a magnitude. */
export interface ColumnWidths {
  readonly size: number
  readonly value: number
  readonly entry: number
  readonly mark: number
  readonly liquidation: number
  readonly margin: number
  readonly pnl: number
  readonly funding: number
  readonly protection: number
}

const DIGIT = 7.3
const PADDING = 10
/** Steps of width: a figure that grows by one digit changes it, one that wobbles does not. */
const STEP = 4

export function columnWidths(rows: readonly PositionRow[], format: Format): ColumnWidths {
  const open = rows.filter((row): row is OpenPositionRow => row.type === 'open')
  const width = (least: number, text: (row: OpenPositionRow) => string): number =>
    open.reduce((most, row) => Math.max(most, Math.ceil((text(row).length * DIGIT + PADDING) / STEP) * STEP), least)
  const price = (row: OpenPositionRow, value: string | undefined): string => (value === undefined ? '' : priceText(format, value, row.priceDecimals))
  return {
    size: width(84, (row) => sizeText(format, row)),
    value: width(76, (row) => format.money(row.notional)),
    entry: width(76, (row) => price(row, row.entryPrice)),
    mark: width(76, (row) => price(row, row.mark)),
    liquidation: width(80, (row) => (row.liquidation.type === 'price' ? price(row, row.liquidation.price) : '')),
    margin: width(84, (row) => (row.margin === undefined ? '' : `${format.money(row.margin)}    `)),
    pnl: width(100, (row) => format.money(row.unrealizedPnl, { signed: true })),
    funding: width(64, (row) => (isZero(row.funding) ? '' : format.money(row.funding, { signed: true }))),
    protection: width(48, (row) => [price(row, row.takeProfit), price(row, row.stopLoss), price(row, row.trailing?.level)].toSorted((a, b) => b.length - a.length)[0] ?? ''),
  }
}
