import type { LiquidatedRow } from '../../../store/selectors/rows/PositionRow.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { Tag } from '../../../ui/primitives/Tag.tsx'
import { isZero, priceText, toneOf } from '../rowText.ts'
import { capital } from '../words/capital.ts'
import { liquidatedWords } from '../words/liquidatedWords.ts'

/** Liquidated at bar 12 · Long 20x, closed at 143.57. Lost −2,000.00: −1,714.29 price, −285.71 forfeited. */
export function LiquidatedWords({ row, isBrief = false }: { readonly row: LiquidatedRow; readonly isBrief?: boolean }) {
  const format = useFormat()
  const said = liquidatedWords(row)
  const money = (amount: string): string => format.money(amount, { signed: true })
  const parts = [
    `${money(row.realizedPnl)} price`,
    isZero(row.fee) ? '' : `${money(`-${row.fee}`)} liquidation fee`,
    isZero(row.share) ? '' : `${money(row.share)} ${said.share}`,
  ].filter((part) => part !== '')
  return (
    <>
      {isBrief ? null : <><Tag tone="loss">{said.tag}</Tag> {said.side} {format.leverage(row.leverage)}, </>}
      {isBrief ? capital(said.how) : said.how} {priceText(format, row.closedAt, row.priceDecimals)}.
      {' '}{said.result} <Figure tone={toneOf(row.lost)}>{money(row.lost)}</Figure>{parts.length > 1 ? `: ${parts.join(', ')}.` : '.'}
    </>
  )
}
