import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { classNames } from '../theme/classNames.ts'
import { Field, type FieldWords } from './Field.tsx'
import styles from './Field.module.css'

export type StepRequest = { readonly text: string; readonly direction: 1 | -1; readonly isLarge: boolean }

export type NumberFieldProps = FieldWords & {
  /** What was typed, letter for letter. It is read and rounded elsewhere, never rewritten here. */
  readonly value: string
  readonly onChange: (text: string) => void
  readonly unit?: ReactNode
  readonly placeholder?: string
  /** The text after ↑ or ↓; Shift and Page keys ask for a large step. */
  readonly step?: ((request: StepRequest) => string) | undefined
  readonly isReadOnly?: boolean
  readonly name?: string
  readonly onBlur?: (() => void) | undefined
  readonly onFocus?: (() => void) | undefined
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLInputElement>
}

export function NumberField({
  value, onChange, unit, placeholder, step, isReadOnly = false, name, onBlur, onFocus, ref, ...words
}: NumberFieldProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const request = stepRequest(event, value)
    if (step === undefined || isReadOnly || request === undefined) return
    event.preventDefault()
    onChange(step(request))
  }
  return (
    <Field {...words}>
      {({ inputId, describedBy }) => (
        <span className={classNames(styles.box, words.error === undefined && words.warning !== undefined && styles.warned)}>
          <input
            ref={ref}
            id={inputId}
            name={name}
            className={classNames(styles.input, styles.number)}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="done"
            value={value}
            placeholder={placeholder}
            readOnly={isReadOnly}
            aria-invalid={words.error === undefined ? undefined : true}
            aria-describedby={describedBy}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={onBlur}
            onFocus={onFocus}
          />
          {unit === undefined ? null : <span className={styles.unit}>{unit}</span>}
        </span>
      )}
    </Field>
  )
}

function stepRequest(event: KeyboardEvent, text: string): StepRequest | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined
  if (event.key === 'ArrowUp' || event.key === 'PageUp') {
    return { text, direction: 1, isLarge: event.shiftKey || event.key === 'PageUp' }
  }
  if (event.key === 'ArrowDown' || event.key === 'PageDown') {
    return { text, direction: -1, isLarge: event.shiftKey || event.key === 'PageDown' }
  }
  return undefined
}
