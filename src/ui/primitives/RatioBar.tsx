import { classNames } from '../theme/classNames.ts'
import styles from './RatioBar.module.css'

export type RatioBarProps = {
  /** 0 is far away, 1 is liquidation; null where there is none. */
  readonly ratio: number | null
  readonly text: string
  readonly label: string
}

/** Margin ratio with marks at 50 and 80 %, hatched from 80 %. */
export function RatioBar({ ratio, text, label }: RatioBarProps) {
  if (ratio === null) return <span className={styles.none}>{text}</span>
  const share = Math.max(0, Math.min(1, ratio))
  const zone = share >= 0.8 ? styles.high : share >= 0.5 ? styles.medium : styles.low
  return (
    <span className={styles.ratio}>
      {text}
      <span
        className={styles.bar}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={text}
      >
        <span className={classNames(styles.fill, zone)} style={{ width: `${share * 100}%` }} />
      </span>
    </span>
  )
}
