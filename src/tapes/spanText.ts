import type { Millis } from '../engine/index.ts'

const UNITS: readonly (readonly [string, Millis])[] = [
  ['week', 604800000],
  ['day', 86400000],
  ['hour', 3600000],
  ['minute', 60000],
  ['second', 1000],
  ['millisecond', 1],
]

/** A length of time in its largest whole unit: `15 minutes`, `1 day`, `90 minutes`. */
export function spanText(span: Millis): string {
  const [name, millis] = UNITS.find(([, one]) => span >= one && span % one === 0) ?? ['millisecond', 1]
  const n = span / millis
  return `${n} ${name}${n === 1 ? '' : 's'}`
}
