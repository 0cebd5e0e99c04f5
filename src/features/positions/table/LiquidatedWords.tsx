import { figureTag } from '../../../store/figures/figureTag.ts'
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
  const of = { ...row, seq: row.breachSeq }
  const parts = [
    { figure: figureTag('incident.realizedPnl', of), text: money(row.realizedPnl), what: 'price', isShown: true },
    { figure: figureTag('incident.fee', of), text: money(`-${row.fee}`), what: 'liquidation fee', isShown: !isZero(row.fee) },
    { figure: figureTag('incident.share', of), text: money(row.share), what: said.share, isShown: !isZero(row.share) },
  ].filter(({ isShown }) => isShown)
  return (
    <>
      {isBrief ? null : <><Tag tone="loss">{said.tag}</Tag> {said.side} <span data-figure={figureTag('position.leverage', { ...row, tick: row.tick - 1 })}>{format.leverage(row.leverage)}</span>, </>}
      {isBrief ? capital(said.how) : said.how} <span data-figure={figureTag('incident.closedPrice', of)}>{priceText(format, row.closedAt, row.priceDecimals)}</span>.
      {' '}{said.result} <Figure tone={toneOf(row.lost)} figure={figureTag('incident.lost', of)}>{money(row.lost)}</Figure>
      {parts.length < 2 ? null : parts.map(({ figure, text, what }, index) => <span key={what}>{index === 0 ? ': ' : ', '}<span data-figure={figure}>{text}</span> {what}</span>)}.
    </>
  )
}
