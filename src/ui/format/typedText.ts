import { plainText, roundToStep, scaledOf, trimmed, type NumberText, type Scaled } from './decimalText.ts'
import { separatorsOf, type NumberStyle } from './numberStyle.ts'
import { parseTyped } from './parseTyped.ts'

/** A value as a person would type it: no grouping, the style's decimal mark, a hyphen for minus. */
export function typedText(value: NumberText, style: NumberStyle): string {
  const scaled = scaledOf(value)
  return scaled === undefined ? '' : written(scaled, style)
}

export type StepOptions = {
  readonly stepSize: string
  readonly direction: 1 | -1
  readonly style: NumberStyle
  readonly least?: string
  readonly most?: string
}

/** The next multiple of the step above or below what is typed, kept within bounds. Unreadable text stays as it is. */
export function stepTyped(text: string, options: StepOptions): string {
  const typed = text.trim() === '' ? '0' : parsedValue(text, options.style)
  const value = scaledOf(typed)
  const step = scaledOf(options.stepSize)
  if (value === undefined || step === undefined || step.units <= 0n) return text
  const snapped = roundToStep(value, step, options.direction > 0 ? 'floor' : 'ceil')
  const next = { units: snapped.units + step.units * BigInt(options.direction), scale: step.scale }
  return written(clamped(next, scaledOf(options.least), scaledOf(options.most)), options.style)
}

function parsedValue(text: string, style: NumberStyle): string | undefined {
  const typed = parseTyped(text, style)
  return typed.ok ? typed.value : undefined
}

function clamped(value: Scaled, least: Scaled | undefined, most: Scaled | undefined): Scaled {
  if (least !== undefined && isBelow(value, least)) return least
  if (most !== undefined && isBelow(most, value)) return most
  return value
}

function isBelow(a: Scaled, b: Scaled): boolean {
  return a.units * 10n ** BigInt(b.scale) < b.units * 10n ** BigInt(a.scale)
}

function written(value: Scaled, style: NumberStyle): string {
  return plainText(trimmed(value)).replace('.', separatorsOf(style).decimal)
}
