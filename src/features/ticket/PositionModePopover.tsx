import { useAppStore } from '../../store/useAppStore.ts'
import { Popover } from '../../ui/primitives/Popover.tsx'
import { SegmentedControl } from '../../ui/primitives/SegmentedControl.tsx'
import styles from './LeveragePopover.module.css'
import { words } from './words.ts'

const modes = ['one-way', 'hedge'] as const

/** One-way or hedge, with what it means. */
export function PositionModePopover() {
  const mode = useAppStore((state) => state.scenario.document?.positionMode ?? 'one-way')
  const changeSettings = useAppStore((state) => state.actions.changeSettings)
  return (
    <Popover label={words.positionMode.title} trigger={words.positionMode[mode]} variant="ghost" align="end">
      {() => (
        <div className={styles.form}>
          <p className={styles.title}>{words.positionMode.title}</p>
          <SegmentedControl
            label={words.positionMode.title}
            isWide
            options={modes.map((value) => ({ value, label: words.positionMode[value] }))}
            value={mode}
            onChange={(positionMode) => void changeSettings({ positionMode })}
          />
          <p className={styles.note}>{mode === 'one-way' ? words.positionMode.oneWayMeans : words.positionMode.hedgeMeans}</p>
          <p className={styles.note}>{words.positionMode.note}</p>
        </div>
      )}
    </Popover>
  )
}
