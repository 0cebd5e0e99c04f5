import { useAppStore } from '../../store/useAppStore.ts'
import { Button } from '../../ui/primitives/Button.tsx'
import { useFocusBack } from './useFocusBack.ts'
import styles from './IncidentPanel.module.css'
import { words } from './words.ts'

const BARS = 10

/** Back to before it, on from here, or away from it. Rewinding closes the panel: nothing past the cursor is told. */
export function IncidentActions({ tick }: { readonly tick: number }) {
  useFocusBack()
  const actions = useAppStore((state) => state.actions)
  const hasEnded = useAppStore((state) => state.playback.hasEnded)
  const target = Math.max(0, tick - BARS)
  const rewind = (): void => {
    actions.closeIncident()
    void actions.seek(target)
  }
  const goOn = (): void => {
    actions.closeIncident()
    actions.play()
  }
  return (
    <div className={styles.actions}>
      <Button variant="primary" onClick={rewind}>{target === 0 ? words.actions.toStart : words.actions.rewind(BARS)}</Button>
      <Button reason={hasEnded ? words.actions.ended : undefined} onClick={goOn}>{words.actions.continue}</Button>
      <Button variant="ghost" onClick={() => actions.showScreen('report')}>{words.actions.report}</Button>
      <Button variant="ghost" onClick={actions.closeIncident}>{words.actions.close}</Button>
    </div>
  )
}
