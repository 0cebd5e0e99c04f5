import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { toneOf } from '../rowText.ts'

export interface PnlCellProps {
  readonly pnl: string
  readonly roe: string
}

export function PnlCell({ pnl, roe }: PnlCellProps) {
  const format = useFormat()
  return (
    <>
      <Figure tone={toneOf(pnl)} amount={pnl}>{format.money(pnl, { signed: true })}</Figure>
      <small>ROE {format.percent(roe, { signed: true })}</small>
    </>
  )
}
