import type { Format } from '../../../ui/format/createFormat.ts'
import { readField, typedField, type FieldReading } from '../fields/fieldText.ts'
import type { FormColumn } from './tableColumns.ts'

type Typed = Pick<FormColumn, 'kind' | 'isOptional' | 'isText'> & { readonly id?: string; readonly isSigned?: boolean }

/** What was typed in a field or a cell as document text; 125x is what a column of leverages may say. */
export function readTyped(text: string, field: Typed, format: Format): FieldReading {
  return readField(field.id === 'maxLeverage' ? text.replace(/\s*[x×]\s*$/iu, '') : text, field, format)
}

/** What was typed, as the form itself would write it: 1000000 and 1,000,000 are the same. */
export function tidied(text: string, field: Typed, format: Format): string {
  if (field.isText === true) return text.trim()
  const reading = readTyped(text, field, format)
  return reading.ok ? typedField(reading.value, field.kind, format) : text
}
