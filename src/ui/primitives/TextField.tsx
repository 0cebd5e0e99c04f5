import type { Ref } from 'react'
import { Field, type FieldWords } from './Field.tsx'
import styles from './Field.module.css'

export type TextFieldProps = FieldWords & {
  readonly value: string
  readonly onChange: (text: string) => void
  readonly type?: 'text' | 'search'
  readonly placeholder?: string
  readonly isReadOnly?: boolean
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLInputElement>
}

export function TextField({ value, onChange, type = 'text', placeholder, isReadOnly = false, ref, ...words }: TextFieldProps) {
  return (
    <Field {...words}>
      {({ inputId, describedBy }) => (
        <span className={styles.box}>
          <input
            ref={ref}
            id={inputId}
            className={styles.input}
            type={type}
            autoComplete="off"
            spellCheck={false}
            value={value}
            placeholder={placeholder}
            readOnly={isReadOnly}
            aria-invalid={words.error === undefined ? undefined : true}
            aria-describedby={describedBy}
            onChange={(event) => onChange(event.target.value)}
          />
        </span>
      )}
    </Field>
  )
}
