import { MOST_PARTS } from './linkLimits.ts'

/** What checking an object or a list costs at most, in single values. */
const WEIGHT = 10

/**
 * Whether a value of JSON has more parts than a link holds: values, and ten for each object and list. Stops counting
 * there, so that a document of a million commands is not looked at for longer than one of a thousand.
 */
export function isManyParts(value: unknown): boolean {
  const open: unknown[] = [value]
  let parts = 0
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    const children: readonly unknown[] = Array.isArray(next) ? next : Object.values(next)
    parts += WEIGHT + children.length
    if (parts > MOST_PARTS) return true
    for (const child of children) open.push(child)
  }
  return false
}
