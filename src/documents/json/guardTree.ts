import type { PathKey, Problem } from '../Problem.ts'
import { FORBIDDEN_KEYS, MOST_DEPTH } from './limits.ts'

/**
 * What is wrong with a value as JSON, for documents that do not come as text: kept in the browser's database, or made
 * by code. Everything a text cannot hold is refused before a validator looks at it.
 */
export function guardTree(value: unknown): readonly Problem[] {
  const problems: Problem[] = []
  visit(value, [], problems)
  return problems
}

function visit(value: unknown, path: PathKey[], problems: Problem[]): void {
  const message = flaw(value, path.length)
  if (message !== undefined) {
    problems.push({ path: [...path], message })
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, child] of entries(value)) {
    path.push(key)
    if (typeof key === 'string' && FORBIDDEN_KEYS.has(key)) problems.push({ path: [...path], message: 'this key is not allowed' })
    else visit(child, path, problems)
    path.pop()
  }
}

function flaw(value: unknown, depth: number): string | undefined {
  if (depth > MOST_DEPTH) return `the document is nested more than ${MOST_DEPTH} levels deep`
  if (typeof value === 'number' && !Number.isFinite(value)) return `${value} is not a number that JSON has`
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return `a ${typeof value} is not JSON`
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null ? undefined : 'a plain object was expected'
}

function entries(value: object): Iterable<readonly [PathKey, unknown]> {
  return Array.isArray(value) ? value.entries() : Object.entries(value)
}
