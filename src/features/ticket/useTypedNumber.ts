import { useState } from 'react'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import type { TypedNumber } from '../../ui/format/parseTyped.ts'
import { words } from './words.ts'

export type TypedReading = { readonly value: string } | { readonly error: string }

export interface TypedField {
  /** As typed while it means the value; otherwise the value, written. */
  readonly text: string
  readonly error: string | undefined
  readonly onChange: (text: string) => void
}

export interface TypedOptions {
  /** Plain decimal text; empty: an empty field. */
  readonly value: string
  readonly onValue: (value: string) => void
  /** What a readable number means in this field. */
  readonly accept?: ((typed: Extract<TypedNumber, { ok: true }>) => TypedReading) | undefined
  /** Keeps its last value while the text is empty or cannot be read. */
  readonly isRequired?: boolean
}

/**
 * A number field whose text stays as it was typed. What cannot be read is an empty value and an error in words; a value
 * set from elsewhere (a slider, a fix, an emptied ticket) replaces the text.
 */
export function useTypedNumber({ value, onValue, accept = positiveOnly, isRequired = false }: TypedOptions): TypedField {
  const format = useFormat()
  const [typed, setTyped] = useState({ text: '', value: '', error: undefined as string | undefined })
  const isTyped = typed.value === value
  return {
    text: isTyped ? typed.text : format.typed(value),
    error: isTyped ? typed.error : undefined,
    onChange: (text) => {
      const reading = readingOf(format.parse(text), accept)
      const [read, error] = 'value' in reading ? [reading.value, undefined] : ['', reading.error]
      const next = read === '' && isRequired ? value : read
      setTyped({ text, value: next, error })
      if (next !== value) onValue(next)
    },
  }
}

/** Accepts a number without a suffix that is not negative. */
export function positiveOnly(typed: Extract<TypedNumber, { ok: true }>): TypedReading {
  if (typed.suffix === '%') return { error: words.errors.percent }
  if (typed.suffix !== undefined) return { error: words.errors['not-a-number'] }
  return typed.value.startsWith('-') ? { error: words.errors.negative } : { value: typed.value }
}

function readingOf(typed: TypedNumber, accept: NonNullable<TypedOptions['accept']>): TypedReading {
  if (typed.ok) return accept(typed)
  return typed.code === 'empty' ? { value: '' } : { error: words.errors[typed.code] }
}
