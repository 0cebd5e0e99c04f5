import { useId, type ReactNode } from 'react'
import { classNames } from '../theme/classNames.ts'
import styles from './Field.module.css'
import { Icon } from './Icon.tsx'

export type FieldWords = {
  readonly label: string
  readonly isLabelHidden?: boolean
  /** Right of the label: "mark", "max 597.14". */
  readonly aside?: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly warning?: string | undefined
}

export type FieldIds = { readonly inputId: string; readonly describedBy: string | undefined }

type FieldProps = FieldWords & { readonly className?: string | undefined; readonly children: (ids: FieldIds) => ReactNode }

/** Label above, control, then what is wrong or worth knowing. Error before warning before hint. */
export function Field({ label, isLabelHidden = false, aside, hint, error, warning, className, children }: FieldProps) {
  const id = useId()
  const hasNote = (error ?? warning ?? hint) !== undefined
  const describedBy = classNames(aside !== undefined && `${id}-aside`, hasNote && `${id}-note`)
  return (
    <div className={classNames(styles.field, className)}>
      <div className={classNames(styles.top, isLabelHidden && aside === undefined && 'visually-hidden')}>
        <label htmlFor={`${id}-input`} className={isLabelHidden ? 'visually-hidden' : undefined}>{label}</label>
        {aside === undefined ? null : <span id={`${id}-aside`} className={styles.aside}>{aside}</span>}
      </div>
      {children({ inputId: `${id}-input`, describedBy: describedBy === '' ? undefined : describedBy })}
      {hasNote ? <FieldNote id={`${id}-note`} hint={hint} error={error} warning={warning} /> : null}
    </div>
  )
}

function FieldNote({ id, hint, error, warning }: Pick<FieldWords, 'hint' | 'error' | 'warning'> & { readonly id: string }) {
  const tone = error !== undefined ? styles.error : warning !== undefined ? styles.warning : undefined
  return (
    <div id={id} className={classNames(styles.note, tone)}>
      {tone === undefined ? null : <Icon name="warning" size={12} />}
      <span>{error ?? warning ?? hint}</span>
    </div>
  )
}
