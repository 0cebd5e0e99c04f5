import { Popover } from '../../ui/primitives/Popover.tsx'
import { SegmentedControl } from '../../ui/primitives/SegmentedControl.tsx'
import styles from './LeveragePopover.module.css'
import { words } from './words.ts'

export type PositionMode = 'one-way' | 'hedge'

const modes: readonly PositionMode[] = ['one-way', 'hedge']

/** One-way or hedge, with what it means. */
export function PositionModePopover({ mode, onChange }: { readonly mode: PositionMode; readonly onChange: (mode: PositionMode) => void }) {
  return (
    <Popover label={words.positionMode.title} trigger={words.positionMode[mode]} hasChevron={false} align="end">
      {() => (
        <div className={styles.form}>
          <h3 className={styles.title}>{words.positionMode.title}</h3>
          <SegmentedControl
            label={words.positionMode.title}
            isWide
            options={modes.map((value) => ({ value, label: words.positionMode[value] }))}
            value={mode}
            onChange={onChange}
          />
          <p className={styles.note}>{mode === 'one-way' ? words.positionMode.oneWayMeans : words.positionMode.hedgeMeans}</p>
          <p className={styles.note}>{words.positionMode.note}</p>
        </div>
      )}
    </Popover>
  )
}
