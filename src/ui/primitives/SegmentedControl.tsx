import { useId } from 'react'
import { classNames } from '../theme/classNames.ts'
import { ModeBadge, type Mode } from './ModeBadge.tsx'
import styles from './SegmentedControl.module.css'

export type SegmentOption<Value extends string> = {
  readonly value: Value
  readonly label: string
  /** Draws the mode's badge, and its colour when chosen. */
  readonly mode?: Mode | undefined
  /** Why it cannot be chosen now. */
  readonly reason?: string | undefined
}

export type SegmentedControlProps<Value extends string> = {
  readonly label: string
  readonly options: readonly SegmentOption<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly size?: 'small' | 'medium'
  readonly isWide?: boolean
}

/** Native radio buttons: arrow keys, Tab and forms work as everywhere. */
export function SegmentedControl<Value extends string>({
  label, options, value, onChange, size = 'medium', isWide = false,
}: SegmentedControlProps<Value>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className={classNames(styles.group, styles[size], isWide && styles.wide)}>
      {options.map((option) => (
        <label
          key={option.value}
          className={classNames(styles.option, option.mode === undefined ? undefined : styles[option.mode])}
          title={option.reason}
        >
          <input
            type="radio"
            className={styles.input}
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.reason !== undefined}
            onChange={() => onChange(option.value)}
          />
          {option.mode === undefined ? null : <ModeBadge mode={option.mode} isDecorative />}
          {option.label}
          {option.reason === undefined ? null : <span className="visually-hidden">, {option.reason}</span>}
        </label>
      ))}
    </div>
  )
}
