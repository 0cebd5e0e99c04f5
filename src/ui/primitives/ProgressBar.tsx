import { useId } from 'react'
import { Button } from './Button.tsx'
import styles from './ProgressBar.module.css'

export type ProgressBarProps = {
  readonly label: string
  /** 0 to 1; null while the length is not known. */
  readonly share: number | null
  /** "412,000 of 1,000,000 rows" */
  readonly text?: string
  readonly onCancel?: (() => void) | undefined
}

export function ProgressBar({ label, share, text, onCancel }: ProgressBarProps) {
  const id = useId()
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span id={id}>{label}</span>
        {text === undefined ? null : <span className={styles.text}>{text}</span>}
      </div>
      <progress className={styles.bar} aria-labelledby={id} max={1} {...(share === null ? {} : { value: share })} />
      {onCancel === undefined ? null : <Button size="small" className={styles.cancel} onClick={onCancel}>Cancel</Button>}
    </div>
  )
}
