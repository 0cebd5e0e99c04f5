import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'
import { Icon } from './Icon.tsx'

export type EmptyStateProps = { readonly title: string; readonly children?: ReactNode; readonly actions?: ReactNode }

/** Says why there is nothing and what to do about it. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <p className={styles.title}>{title}</p>
      {children === undefined ? null : <div className={styles.words}>{children}</div>}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

export type ErrorStateProps = EmptyStateProps & {
  /** What a report should contain; folded away. */
  readonly details?: string | undefined
}

/** Says what failed, what was kept, and what to do next. */
export function ErrorState({ title, children, actions, details }: ErrorStateProps) {
  return (
    <div className={styles.state} role="alert">
      <p className={styles.title}>
        <Icon name="warning" className={styles.icon} />
        {title}
      </p>
      {children === undefined ? null : <div className={styles.words}>{children}</div>}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      {details === undefined ? null : (
        <details className={styles.details}>
          <summary>Details</summary>
          <pre>{details}</pre>
        </details>
      )}
    </div>
  )
}
