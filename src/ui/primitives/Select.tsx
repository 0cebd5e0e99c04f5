import { Field, type FieldWords } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { classNames } from '../theme/classNames.ts'
import fieldStyles from './Field.module.css'
import styles from './Select.module.css'

export type SelectOption<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly group?: string
  readonly isDisabled?: boolean
}

export type SelectProps<Value extends string> = FieldWords & {
  readonly options: readonly SelectOption<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly isDisabled?: boolean
  readonly className?: string | undefined
}

/** The browser's own list: right on every device, and by keyboard. */
export function Select<Value extends string>({ options, value, onChange, isDisabled = false, ...words }: SelectProps<Value>) {
  const groups = [...new Set(options.map((option) => option.group))]
  return (
    <Field {...words}>
      {({ inputId, describedBy }) => (
        <span className={classNames(fieldStyles.box, styles.box)}>
          <select
            id={inputId}
            className={styles.select}
            value={value}
            disabled={isDisabled}
            aria-describedby={describedBy}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.target.value)
              if (chosen !== undefined) onChange(chosen.value)
            }}
          >
            {groups.map((group) => {
              const members = options
                .filter((option) => option.group === group)
                .map((option) => <option key={option.value} value={option.value} disabled={option.isDisabled}>{option.label}</option>)
              return group === undefined ? members : <optgroup key={group} label={group}>{members}</optgroup>
            })}
          </select>
          <Icon name="chevron-down" size={12} className={styles.chevron} />
        </span>
      )}
    </Field>
  )
}
