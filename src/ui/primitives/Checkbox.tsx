import { useId, type ReactNode } from 'react'
import { classNames } from '../theme/classNames.ts'
import styles from './Checkbox.module.css'
import { Icon } from './Icon.tsx'

export type CheckboxProps = {
  readonly label: ReactNode
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
  /** Why it cannot be changed now; shown beside it. */
  readonly reason?: string | undefined
}

export function Checkbox({ label, isChecked, onChange, reason }: CheckboxProps) {
  const id = useId()
  const isOff = reason !== undefined
  return (
    <span className={styles.line}>
      <label className={classNames(styles.check, isOff && styles.off)}>
        <input
          type="checkbox"
          className={styles.input}
          checked={isChecked}
          aria-disabled={isOff || undefined}
          aria-describedby={isOff ? id : undefined}
          onChange={(event) => {
            if (!isOff) onChange(event.target.checked)
          }}
        />
        <span className={styles.box}>{isChecked ? <Icon name="check" size={10} /> : null}</span>
        {label}
      </label>
      {isOff ? <span id={id} className={styles.reason}>{reason}</span> : null}
    </span>
  )
}
