import type { AppState } from '../../store/AppState.ts'
import { selectMarketStrip } from '../../store/selectors/selectMarketStrip.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { Button } from '../../ui/primitives/Button.tsx'
import { EmptyState } from '../../ui/primitives/EmptyState.tsx'
import { exampleOrders } from './exampleOrders.ts'
import styles from './NoPositions.module.css'
import { useReadOnly } from './useReadOnly.ts'
import { emptyWords } from './words/emptyWords.ts'

const selectAvailable = (state: AppState) => state.view.frame?.twins['as-set'].available ?? '0'
const selectGive = (state: AppState) => state.actions.give

/** Why there is nothing, and three orders that change that with one click. */
export function NoPositions() {
  const market = useAppStore(selectMarketStrip)
  const available = useAppStore(selectAvailable)
  const give = useAppStore(selectGive)
  const readOnly = useReadOnly()
  const examples = market === undefined || readOnly !== undefined ? [] : exampleOrders(market, available)
  return (
    <EmptyState
      title={emptyWords.positions.title}
      actions={examples.length === 0 ? undefined : (
        <span className={styles.examples}>
          {examples.map(({ label, command }) => <Button key={label} size="small" onClick={() => void give(command)}>{label}</Button>)}
        </span>
      )}
    >
      {readOnly === undefined ? emptyWords.positions.text : emptyWords.positions.twin}
    </EmptyState>
  )
}
