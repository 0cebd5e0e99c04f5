import type { Format } from '../../../ui/format/createFormat.ts'
import type { FieldUnit } from './FieldSpec.ts'

export interface StepWanted {
  readonly unit: FieldUnit
  readonly text: string
  readonly direction: 1 | -1
  readonly isLarge: boolean
}

/** What a field holds one step further: steps of a size that a hand feels, from a hundredth to a tenth of the number. */
export function stepText({ unit, text, direction, isLarge }: StepWanted, format: Format): string {
  const typed = format.parse(text.replace(/[^\d.,'’\s-]+$/u, ''))
  if (!typed.ok) return text
  return format.step(format.typed(typed.value), { stepSize: stepSize(unit, Number(typed.value), isLarge), direction, least: '0' })
}

function stepSize(unit: FieldUnit, value: number, isLarge: boolean): string {
  if (unit === 'share') return isLarge ? '1' : '0.1'
  if (unit === 'leverage') return isLarge ? '1' : '0.1'
  if (unit === 'count') return isLarge ? '10' : '1'
  const power = Math.floor(Math.log10(Math.max(Math.abs(value), 1e-8)))
  return decimal(unit === 'price' ? power - (isLarge ? 2 : 3) : power - (isLarge ? 1 : 2))
}

/** A power of ten as decimal text. */
function decimal(power: number): string {
  return power >= 0 ? `1${'0'.repeat(power)}` : `0.${'0'.repeat(-power - 1)}1`
}
