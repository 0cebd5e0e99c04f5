import type { Rules } from '../../engine/index.ts'
import type { PathKey, Problem } from '../Problem.ts'
import type { RulesDocument } from './RulesDocument.ts'

/** A default table of one's own does not reach instruments that the extended set has tables for. */
export function keptTables(stated: string | RulesDocument | undefined, { tiers }: Pick<Rules, 'tiers'>, symbols: Iterable<string>, path: readonly PathKey[]): readonly Problem[] {
  const own = typeof stated === 'object' ? stated.tiers : undefined
  if (own === undefined || !Object.hasOwn(own, 'default')) return []
  const kept = [...new Set(symbols)].filter((symbol) => !Object.hasOwn(own, symbol) && Object.hasOwn(tiers, symbol))
  return kept.map((symbol) => ({
    path: [...path, 'tiers', 'default'],
    message: `${symbol} keeps the table that the extended set has for it; state tiers[${JSON.stringify(symbol)}] to change it`,
  }))
}
