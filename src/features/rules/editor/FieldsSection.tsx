import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import { UNITS } from '../fields/fieldText.ts'
import type { FieldGroup, RulesField } from '../fields/RulesField.ts'
import { RULES_FIELDS } from '../fields/rulesFields.ts'
import { fieldWords } from '../form/changesOf.ts'
import { tidied } from '../form/tidied.ts'
import { words } from '../words.ts'
import styles from './editor.module.css'
import type { RulesEditor } from './useRulesEditor.ts'

/** The rules of a group that are one value each: what it is, what it means, what it was. */
export function FieldsSection({ editor, group }: { readonly editor: RulesEditor; readonly group: FieldGroup }) {
  const { values } = editor.form
  const fields = RULES_FIELDS.filter((field) => field.group === group && field.when?.(values) !== false)
  return (
    <div className={styles.fields}>
      {fields.map((field) => <RuleField key={field.path} field={field} editor={editor} />)}
    </div>
  )
}

function RuleField({ field, editor }: { readonly field: RulesField; readonly editor: RulesEditor }) {
  const format = useFormat()
  const { path, kind, label, means, options } = field
  const { form, base, errors, warnings, edit } = editor
  const value = form.values[path] ?? ''
  const old = base.values[path] ?? ''
  const isNew = tidied(value, field, format) !== tidied(old, field, format) && field.when?.(base.values) !== false
  const shared = {
    label,
    // What a value means, by example: no figure.
    hint: <span data-name="">{means}</span>,
    aside: isNew ? words.editor.was(fieldWords(field, old)) : undefined,
    error: errors.find(({ place }) => place === path)?.message,
    warning: warnings.find(({ place }) => place === path)?.message,
  }
  const change = (text: string): void => edit(path, (now) => ({ ...now, values: { ...now.values, [path]: text } }))
  if (options !== undefined) return <Select {...shared} options={options} value={value} onChange={change} />
  const stepSize = kind === 'whole' || kind === 'hours' || kind === 'seconds' ? '1' : '0.01'
  const step = kind === 'amount' ? undefined : ({ text, direction }: { readonly text: string; readonly direction: 1 | -1 }) => format.step(text, { stepSize, direction, ...(field.isSigned === true ? {} : { least: '0' }) })
  return <NumberField {...shared} value={value} unit={UNITS[kind]} step={step} onChange={change} />
}
