import { plainText, scaledOf, trimmed, type NumberText } from './decimalText.ts'

/** A decimal with its point moved, exactly: 2 by -2 places is 0.02. Absent values stay absent. */
export function shifted(value: NumberText, places: number): string | undefined {
  const scaled = scaledOf(value)
  return scaled === undefined ? undefined : plainText(trimmed(moved(scaled, places)))
}

function moved({ units, scale }: { readonly units: bigint; readonly scale: number }, places: number) {
  const next = scale - places
  return next >= 0 ? { units, scale: next } : { units: units * 10n ** BigInt(-next), scale: 0 }
}
