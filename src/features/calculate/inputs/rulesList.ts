import { builtinRules } from '../../../engine/index.ts'

/** A set of rules that comes with the program, as far as it is chosen by. */
export interface ListedRules {
  readonly id: string
  readonly name: string
  readonly contract: 'linear' | 'inverse'
  readonly taker: string
  readonly maker: string
}

const GENERAL: ReadonlySet<string> = new Set(['plain', 'standard', 'textbook'])

/** Ours first, then the venues'. It brings every venue's tables: `await import('./rulesList.ts')`. */
export function rulesList(): readonly ListedRules[] {
  const listed = [...builtinRules.values()].map(({ id, name, contract, fees }) => ({ id, name, contract, taker: fees.taker.toFixed(), maker: fees.maker.toFixed() }))
  const general = listed.filter(({ id }) => GENERAL.has(id))
  return [...general, ...listed.filter(({ id }) => !GENERAL.has(id)).toSorted((a, b) => a.name.localeCompare(b.name, 'en'))]
}
