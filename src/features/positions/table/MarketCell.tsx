import { figureTag } from '../../../store/figures/figureTag.ts'
import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { ModeBadge } from '../../../ui/primitives/ModeBadge.tsx'
import { sideWord, words } from '../words/words.ts'
import { CellButton } from './CellButton.tsx'
import { ReducedNote } from './ReducedNote.tsx'
import type { PositionActions } from './PositionActions.ts'
import styles from './positions.module.css'

/** Market, side, badge of the wall, leverage (which opens its dialog). */
export function MarketCell({ row, actions }: { readonly row: OpenPositionRow; readonly actions: PositionActions }) {
  const format = useFormat()
  const leverage = <span data-figure={figureTag('position.leverage', row)}>{format.leverage(row.leverage)}</span>
  return (
    <>
      <span className={styles.name}>
        <span className={styles.market}>{row.instrument}</span>
        <ModeBadge mode={row.mode} />
      </span>
      <small>
        <span>{sideWord(row)} </span>
        {actions.readOnly === undefined
          ? <CellButton label={`${words.editLeverage}, ${row.instrument}`} onPress={() => actions.edit('leverage', row)}>{leverage}</CellButton>
          : leverage}
        <ReducedNote row={row} />
      </small>
    </>
  )
}
