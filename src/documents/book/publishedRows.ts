import { notStated } from '../json/withoutNulls.ts'
import type { PathKey, Problem } from '../Problem.ts'
import { quoted } from '../Problem.ts'
import type { Prepared } from '../parseDocument.ts'

const ZERO = /^-?0*\.?0*([eE][+-]?\d+)?$/
/** What venues write as 0 or as nothing where there is none: leverage of a cross position, targets that are not set. */
const OR_NONE = ['leverage', 'takeProfit', 'stopLoss'] as const
/** More symbols than these tell nobody anything. */
const NAMED = 5

/**
 * Rows as an account's payload has them: one for every instrument, most of them flat. A row of quantity 0 holds no position
 * and is left out whatever else it says; it becomes null, so that the others keep their numbers.
 */
export function publishedRows(value: unknown): Prepared {
  const rows = isObject(value) && Array.isArray(value['positions']) ? (value['positions'] as readonly unknown[]) : undefined
  if (!isObject(value) || rows === undefined) return { value, warnings: [], isLeftOut: () => false }
  const flat = new Set(rows.flatMap((row, index) => (isFlat(row) ? [index] : [])))
  const none: { path: readonly PathKey[]; given: string }[] = []
  const positions = rows.map((row, index) => {
    if (flat.has(index) || !isObject(row)) return flat.has(index) ? null : row
    const unset = OR_NONE.filter((key) => row[key] === '' || isZero(row[key]))
    none.push(...unset.map((key) => ({ path: ['positions', index, key], given: quoted(row[key]) })))
    return unset.length === 0 ? row : Object.fromEntries(Object.entries(row).filter(([key]) => !unset.some((each) => each === key)))
  })
  return {
    value: { ...value, positions },
    warnings: [...flatNote(rows, flat), ...notStated(none)],
    isLeftOut: ([first, index]) => first === 'positions' && typeof index === 'number' && flat.has(index),
  }
}

function flatNote(rows: readonly unknown[], flat: ReadonlySet<number>): readonly Problem[] {
  const [first] = flat
  if (first === undefined) return []
  const named = [...flat].slice(0, NAMED).map((index) => {
    const row = rows[index]
    return isObject(row) && typeof row['instrument'] === 'string' ? row['instrument'] : `row ${index}`
  })
  const rest = flat.size - named.length
  const message = `no position, quantity 0: left out ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
  return [{ path: flat.size === 1 ? ['positions', first] : ['positions'], message }]
}

/** Its quantity is 0, in units or in contracts, and none of them says otherwise. */
function isFlat(row: unknown): boolean {
  if (!isObject(row)) return false
  const sizes = [row['qty'], row['contracts']].filter((size) => size !== undefined && size !== null)
  return sizes.length > 0 && sizes.every(isZero)
}

function isZero(value: unknown): boolean {
  return value === 0 || (typeof value === 'string' && /\d/.test(value) && ZERO.test(value))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
