import { Decimal } from '../../../engine/index.ts'
import { figureTag } from '../../../store/figures/figureTag.ts'
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
  // Two lines are all a row has: of a stop and a trailing stop the one that comes first.
  const stop = trailsFirst(row)
    ? <span data-figure={figureTag('position.trailingLevel', row)}>↝{price(trailing?.level)}</span>
    : <span data-figure={figureTag('position.stopLoss', row)}>{price(row.stopLoss)}</span>
  const hint = trailing === undefined ? undefined : `${words.trail} ${price(trailing.level ?? trailing.activation)}`
  const content = isSet ? <span title={hint}><span data-figure={figureTag('position.takeProfit', row)}>{price(row.takeProfit)}</span><br />{stop}{hint === undefined ? null : <span className="visually-hidden"> {hint}</span>}</span> : null
  if (actions.readOnly !== undefined) return content ?? '—'
  return (
    <CellButton label={`${words.editProtection}, ${row.instrument}`} onPress={() => actions.edit('protection', row)}>
      {content ?? words.set}
    </CellButton>
  )
}

/** Whether the trailing stop is nearer than the stop loss, or there is no other. */
function trailsFirst({ trailing, stopLoss, isLong }: OpenPositionRow): boolean {
  if (trailing?.level === undefined) return trailing !== undefined && stopLoss === undefined
  return stopLoss === undefined || new Decimal(trailing.level).gt(stopLoss) === isLong
}
