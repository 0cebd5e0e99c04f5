import { figureTag } from '../../../store/figures/figureTag.ts'
import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { IconButton } from '../../../ui/primitives/IconButton.tsx'
import { words } from '../words/words.ts'
import type { PositionActions } from './PositionActions.ts'
import styles from './positions.module.css'

/** Its own collateral with a pencil; where the pool is shared, that and the initial margin it takes. */
export function MarginCell({ row, actions }: { readonly row: OpenPositionRow; readonly actions: PositionActions }) {
  const format = useFormat()
  if (row.margin === undefined) {
    return (
      <>
        {words.shared}
        <small>IM <span data-figure={figureTag('position.initialMargin', row)}>{format.money(row.initialMargin)}</span></small>
      </>
    )
  }
  return (
    <span className={styles.margin}>
      {actions.readOnly === undefined
        ? <IconButton icon="pencil" size="small" className={styles.pencil} label={`${words.editMargin}, ${row.instrument}`} onClick={() => actions.edit('margin', row)} />
        : null}
      <span>
        <Figure amount={row.margin} figure={figureTag('position.margin', row)}>{format.money(row.margin)}</Figure>
        {row.autoMargin === undefined ? null : <small title={words.autoMarginMeans}>{words.autoMargin}</small>}
      </span>
    </span>
  )
}
