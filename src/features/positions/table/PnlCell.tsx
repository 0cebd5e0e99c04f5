import { figureTag } from '../../../store/figures/figureTag.ts'
import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { toneOf } from '../rowText.ts'

/** Unrealized PnL over its share of the margin at entry. */
export function PnlCell({ row }: { readonly row: OpenPositionRow }) {
  const format = useFormat()
  const { unrealizedPnl: pnl, roe } = row
  return (
    <>
      <Figure tone={toneOf(pnl)} amount={pnl} figure={figureTag('position.unrealizedPnl', row)}>{format.money(pnl, { signed: true })}</Figure>
      <small>ROE <span data-figure={figureTag('position.roe', row)}>{format.percent(roe, { signed: true })}</span></small>
    </>
  )
}
