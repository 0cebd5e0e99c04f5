import { useAppStore } from '../store/useAppStore.ts'
import { Button } from '../ui/primitives/Button.tsx'
import { Checkbox } from '../ui/primitives/Checkbox.tsx'
import { Icon } from '../ui/primitives/Icon.tsx'
import { useReducedMotion } from '../ui/theme/useMediaQuery.ts'
import styles from './HeadlineActions.module.css'

/** Scenarios in which the answer flips come in pairs: each offers the other. */
const OTHER: Readonly<Record<string, { readonly id: string; readonly label: string }>> = {
  'one-bad-altcoin': { id: 'the-wick', label: 'Show when cross wins' },
  'the-wick': { id: 'one-bad-altcoin', label: 'Show when isolated wins' },
  'bad-print-by-last': { id: 'bad-print-by-mark', label: 'Show it by the mark' },
  'bad-print-by-mark': { id: 'bad-print-by-last', label: 'Show it by the last price' },
}

/** Beside the sentence: the other answer and an own trade; while paused at a liquidation, that. */
export function HeadlineActions({ onTrade }: { readonly onTrade: () => void }) {
  const pausedAt = useAppStore((state) => state.playback.pausedAt)
  const pauses = useAppStore((state) => state.playback.pauseAtLiquidation)
  const builtinId = useAppStore((state) => state.scenario.builtinId)
  const isEdited = useAppStore((state) => state.scenario.isEdited)
  const hasEnded = useAppStore((state) => state.playback.hasEnded)
  const actions = useAppStore((state) => state.actions)
  const isStill = useReducedMotion()
  if (pausedAt !== undefined) {
    return (
      <div className={styles.paused}>
        <b>
          <Icon name="pause" /> {`Paused at bar ${String(pausedAt.tick)}`}
        </b>
        <Checkbox label="Pause at liquidations" isChecked={pauses} onChange={actions.setPauseAtLiquidation} />
      </div>
    )
  }
  const other = !isEdited && builtinId !== undefined ? OTHER[builtinId] : undefined
  const showOther = async (id: string): Promise<void> => {
    if (!(await actions.loadBuiltin(id))) return
    if (isStill) await actions.seek(Number.MAX_SAFE_INTEGER)
    else actions.play({ pauseAtLiquidation: false })
  }
  const tryOwn = async (): Promise<void> => {
    if (hasEnded) await actions.restart()
    onTrade()
  }
  return (
    <>
      {other === undefined ? null : (
        <Button variant="primary" onClick={() => void showOther(other.id)}>
          {other.label}
        </Button>
      )}
      <Button onClick={() => void tryOwn()}>Try your own trade</Button>
    </>
  )
}
