import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { IconButton } from '../../../ui/primitives/IconButton.tsx'
import { words } from '../words/words.ts'
import type { PositionActions } from './PositionActions.ts'
import styles from './positions.module.css'

/** Close, reverse, move, explain; in a twin the first three say why they are off. */
export function ActionsCell({ row, actions }: { readonly row: OpenPositionRow; readonly actions: PositionActions }) {
  const reason = actions.readOnly
  return (
    <span className={styles.actions}>
      <IconButton icon="close" size="small" label={`${words.close} ${row.instrument}`} reason={reason} onClick={() => actions.edit('close', row)} />
      <IconButton icon="reverse" size="small" label={`${words.reverse} ${row.instrument}`} reason={reason} onClick={() => actions.edit('reverse', row)} />
      <IconButton icon="wall" size="small" label={`${words.move}, ${row.instrument}`} reason={reason} onClick={() => actions.edit('move', row)} />
      <IconButton icon="explain" size="small" label={`${words.explain} ${row.instrument}`} onClick={() => actions.explain(row)} />
    </span>
  )
}
