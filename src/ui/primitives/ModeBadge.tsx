import { classNames } from '../theme/classNames.ts'
import styles from './ModeBadge.module.css'

export type Mode = 'isolated' | 'cross' | 'bucket'

const letters: Record<Mode, string> = { isolated: 'I', cross: 'X', bucket: 'B' }
const names: Record<Mode, string> = { isolated: 'Isolated', cross: 'Cross', bucket: 'Bucket' }

/**
 * Blue and solid is a wall (a bucket is a wall around several), orange and dashed is shared.
 * `isDecorative` where the word stands beside it.
 */
export function ModeBadge({ mode, isDecorative = false }: { readonly mode: Mode; readonly isDecorative?: boolean }) {
  const className = classNames(styles.badge, styles[mode])
  return isDecorative
    ? <span className={className} aria-hidden="true">{letters[mode]}</span>
    : <span className={className} role="img" aria-label={names[mode]} title={names[mode]}>{letters[mode]}</span>
}
