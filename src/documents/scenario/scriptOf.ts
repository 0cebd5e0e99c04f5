import { DEFAULT_BAR_MILLIS, DEFAULT_START } from '../tape/defaultClock.ts'
import type { ScriptSource } from './sources/ScriptSource.ts'

const DEFAULT_DECIMALS = 2

/** What a scripted path is made from, every default filled in: the argument of `scriptTape`. */
export function scriptOf(source: ScriptSource) {
  const { seed = 0, start = DEFAULT_START, barMillis = DEFAULT_BAR_MILLIS, volatility = 0, correlation = 0, keepExtremes = false, negativePrices = false, parts } = source
  return {
    id: 'script',
    title: `Script of ${parts.length} ${parts.length === 1 ? 'part' : 'parts'}`,
    source: `Script, not the prices of any day: ${[...new Set(parts.map(({ type }) => type))].join(', ')}`,
    seed,
    start,
    barMillis,
    volatility,
    correlation,
    keepExtremes,
    negativePrices,
    parts,
    instruments: source.instruments.map(({ symbol, kind, price, decimals, beta, volatility: own }) => ({
      instrument: symbol,
      ...(kind === undefined ? {} : { kind }),
      start: price,
      decimals: decimals ?? DEFAULT_DECIMALS,
      beta: beta ?? 1,
      ...(own === undefined ? {} : { volatility: own }),
    })),
  }
}
