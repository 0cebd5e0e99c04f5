import { classNames } from '../theme/classNames.ts'
import type { CheckboxProps } from './Checkbox.tsx'
import styles from './Checkbox.module.css'

export type SwitchProps = Omit<CheckboxProps, 'reason'> & { readonly isSpread?: boolean }

/** Takes effect at once. `isSpread` puts the label left and the switch at the far right of its row. */
export function Switch({ label, isChecked, onChange, isSpread = false }: SwitchProps) {
  const words = <span key="words">{label}</span>
  const parts = [
    <input
      key="input"
      type="checkbox"
      role="switch"
      className={styles.input}
      checked={isChecked}
      onChange={(event) => onChange(event.target.checked)}
    />,
    <span key="track" className={styles.track} />,
  ]
  return (
    <label className={classNames(styles.check, isSpread && styles.spread)}>
      {isSpread ? [words, ...parts] : [...parts, words]}
    </label>
  )
}
