import type { ReactNode } from 'react'
import { classNames } from '../theme/classNames.ts'
import { IconButton } from '../primitives/IconButton.tsx'
import { ModeBadge, type Mode } from '../primitives/ModeBadge.tsx'
import styles from './ChartHeader.module.css'

export type ReadoutItem = {
  readonly id: string
  readonly label: string
  readonly value: ReactNode
  /** The key under which it is explained. */
  readonly figure?: string | undefined
  readonly mode?: Mode | undefined
}

export type ChartHeaderProps = {
  readonly title?: string | undefined
  readonly titleId?: string
  /** In place of a title: tabs. */
  readonly lead?: ReactNode
  /** What the cursor reads. It never covers data. */
  readonly readout?: readonly ReadoutItem[]
  readonly note?: ReactNode
  /** In its place where the chart is narrow. */
  readonly shortNote?: ReactNode
  readonly end?: ReactNode
  readonly isTable?: boolean
  readonly onToggleTable?: (() => void) | undefined
}

export function ChartHeader({ title, titleId, lead, readout = [], note, shortNote = note, end, isTable = false, onToggleTable }: ChartHeaderProps) {
  return (
    <div className={styles.header}>
      {lead}
      {title === undefined ? null : <h2 id={titleId} className={styles.title}>{title}</h2>}
      {note === undefined ? null : <span className={classNames(styles.note, styles.long)}>{note}</span>}
      {shortNote === undefined ? null : <span className={classNames(styles.note, styles.short)}>{shortNote}</span>}
      {readout.length === 0 ? null : (
        <dl className={styles.readout}>
          {readout.map((item) => (
            <div key={item.id} className={styles.item}>
              <dt>
                {item.mode === undefined ? null : <ModeBadge mode={item.mode} isDecorative />}
                {item.label}
              </dt>
              <dd data-figure={item.figure}>{item.value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className={styles.end}>
        {end}
        {onToggleTable === undefined ? null : (
          <IconButton icon={isTable ? 'chart' : 'table'} label={isTable ? 'Show as chart' : 'Show as table'} isPressed={isTable} onClick={onToggleTable} />
        )}
      </div>
    </div>
  )
}
