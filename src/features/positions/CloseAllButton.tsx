import type { AppState } from '../../store/AppState.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { Button } from '../../ui/primitives/Button.tsx'
import type { TableTab } from './TableTab.ts'
import styles from './TablesPanel.module.css'
import { useReadOnly } from './useReadOnly.ts'
import { closeAllWords } from './words/closeAllWords.ts'

const selectActions = (state: AppState) => state.actions
const selectIsEmpty = ({ view, selection }: AppState): boolean => {
  const totals = view.frame?.twins[selection.account]
  return totals === undefined || totals.openPositions + totals.openOrders === 0
}

/** Opens the question; where there is nothing to close it is not there. */
export function CloseAllButton({ tab }: { readonly tab: TableTab }) {
  const isEmpty = useAppStore(selectIsEmpty)
  const readOnly = useReadOnly()
  const { askCloseAll } = useAppStore(selectActions)
  return isEmpty || (tab !== 'positions' && tab !== 'orders') ? null : <Button size="small" className={styles.closeAll} reason={readOnly} onClick={() => askCloseAll(true)}>{closeAllWords.button}</Button>
}
