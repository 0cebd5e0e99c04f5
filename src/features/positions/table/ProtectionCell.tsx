import { Fragment } from 'react'
import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { priceText } from '../rowText.ts'
import { words } from '../words/words.ts'
import { CellButton } from './CellButton.tsx'
import type { PositionActions } from './PositionActions.ts'

/** Take profit over stop loss; without either, the way to set them. */
export function ProtectionCell({ row, actions }: { readonly row: OpenPositionRow; readonly actions: PositionActions }) {
  const format = useFormat()
  const price = (value: string | undefined): string => (value === undefined ? '—' : priceText(format, value, row.priceDecimals))
  const { trailing } = row
  const isSet = row.takeProfit !== undefined || row.stopLoss !== undefined || trailing !== undefined
  // A trailing stop stands where it would fire now.
  const stop = row.stopLoss === undefined && trailing !== undefined ? undefined : price(row.stopLoss)
  const trail = trailing === undefined ? undefined : `${words.trail} ${price(trailing.level ?? trailing.activation)}`
  const content = isSet ? <>{price(row.takeProfit)}{[stop, trail].map((line) => (line === undefined ? null : <Fragment key={line}><br />{line}</Fragment>))}</> : null
  if (actions.readOnly !== undefined) return content ?? '—'
  return (
    <CellButton label={`${words.editProtection}, ${row.instrument}`} onPress={() => actions.edit('protection', row)}>
      {content ?? words.set}
    </CellButton>
  )
}
