import type { Format } from '../../../ui/format/createFormat.ts'

/** The positive decimal in a field, or nothing. */
export function typedAmount(text: string, format: Format): string | undefined {
  const typed = format.parse(text)
  if (!typed.ok || typed.value.startsWith('-') || /^0(\.0*)?$/.test(typed.value)) return undefined
  return typed.value
}
