import type { Rules } from '../../engine/index.ts'

/** The sets a document may name: all built-in ones, or those whose data have been fetched so far. */
export type KnownRules = ReadonlyMap<string, Rules>

/** The message for a set of rules that is not built in. */
export function unknownRules(id: string, known: KnownRules): string {
  return `no built-in rules are called ${JSON.stringify(id)}; there are ${[...known.keys()].join(', ')}`
}
