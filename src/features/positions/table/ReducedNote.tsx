import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { utcDateTime } from '../../../ui/format/timeFormats.ts'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { sizeText } from '../rowText.ts'
import { carryWords as words } from '../words/carryWords.ts'

/** That a part of the position was liquidated, and that its pool waits before it is tested again. */
export function ReducedNote({ row, isFull = false }: { readonly row: OpenPositionRow; readonly isFull?: boolean }) {
  const format = useFormat()
  if (row.reduced === undefined) return null
  const { times, qty } = row.reduced
  const full = words.reduced(times, sizeText(format, { ...row, qty }))
  const waits = row.coolingUntil === undefined ? '' : ` ${words.cooling(utcDateTime(row.coolingUntil, { seconds: true }))}`
  if (isFull) return <Figure tone="loss">{`${full}.${waits}`}</Figure>
  return (
    <span title={`${words.reducedLabel}: ${full}.${waits}`}>
      {' '}<Figure tone="loss">{row.coolingUntil === undefined ? words.reducedShort(times) : words.coolingShort}</Figure>
    </span>
  )
}
