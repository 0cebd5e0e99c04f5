import type { ReactNode } from 'react'
import { classNames } from '../theme/classNames.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import styles from './InlineWarning.module.css'

export type InlineWarningProps = {
  readonly tone?: 'warn' | 'error' | 'info'
  readonly children: ReactNode
  /** The one-click fix: "Set 95.47". */
  readonly fix?: { readonly label: string; readonly onFix: () => void } | undefined
  readonly id?: string
}

/** In place, in words, with its remedy. */
export function InlineWarning({ tone = 'warn', children, fix, id }: InlineWarningProps) {
  return (
    <div id={id} className={classNames(styles.note, styles[tone])}>
      <Icon name={tone === 'info' ? 'info' : 'warning'} size={14} className={styles.icon} />
      <div className={styles.words}>{children}</div>
      {fix === undefined ? null : <Button size="small" onClick={fix.onFix}>{fix.label}</Button>}
    </div>
  )
}
