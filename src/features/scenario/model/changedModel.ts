import type { ModelId } from '../../../store/catalog/modelDefaults.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { modelDraft } from './draftOf.ts'
import type { ModelDraft, ModelRow, RegimeDraft } from './ModelDraft.ts'
import { pairAt, pairs } from './pairs.ts'

export const MOST_INSTRUMENTS = 8
export const MOST_REGIMES = 4

/** Another model in the same form: what both have stays as it was typed. */
export function withModel(draft: ModelDraft, model: ModelId, format: Format): ModelDraft {
  const fresh = modelDraft(model, format)
  const { seed, bars, barMillis, hasCandles } = draft
  // Pairs and stablecoins are other instruments than coins.
  if ((model === 'ou') !== (draft.model === 'ou')) return { ...fresh, seed, bars, barMillis, hasCandles }
  const rows = draft.rows.map((row): ModelRow => {
    const same = fresh.rows.find(({ symbol }) => symbol === row.symbol)
    const like = same ?? fresh.rows[0]
    if (like === undefined) return row
    return { ...row, process: like.process, own: like.own, share: like.share, values: { ...like.values, end: same?.values.end ?? row.price, volatility: row.values.volatility, drift: row.values.drift } }
  })
  return { ...draft, model, rows, common: fresh.common, regimes: fresh.regimes }
}

/** One more instrument, like the last but for its name. */
export function withAnother(draft: ModelDraft): ModelDraft {
  const like = draft.rows.at(-1)
  if (like === undefined) return draft
  const names = new Set(draft.rows.map(({ symbol }) => symbol))
  const number = Array.from({ length: MOST_INSTRUMENTS + 1 }, (_, i) => i + 1).find((i) => !names.has(`ALT${i}-PERP`)) ?? 1
  const before = draft.rows.length
  return {
    ...draft,
    rows: [...draft.rows, { ...like, symbol: `ALT${number}-PERP` }],
    pairs: pairs(before + 1).map(([i, j]) => (j < before ? draft.pairs[pairAt(i, j, before)] : undefined) ?? draft.correlation),
  }
}

export function withoutRow(draft: ModelDraft, index: number): ModelDraft {
  const count = draft.rows.length
  const before = (i: number): number => (i < index ? i : i + 1)
  return {
    ...draft,
    rows: draft.rows.filter((_, i) => i !== index),
    pairs: pairs(count - 1).map(([i, j]) => draft.pairs[pairAt(before(i), before(j), count)] ?? draft.correlation),
  }
}

/** The table begins with what the one number said. */
export function withPairs(draft: ModelDraft): ModelDraft {
  return { ...draft, correlationBy: 'pairs', pairs: draft.correlationBy === 'pairs' ? draft.pairs : draft.pairs.map(() => draft.correlation) }
}

export function anotherRegime(regimes: readonly RegimeDraft[]): readonly RegimeDraft[] {
  const like = regimes.at(-1)
  if (like === undefined) return regimes
  const names = new Set(regimes.map(({ name }) => name))
  const number = [2, 3, 4, 5].find((i) => !names.has(`${like.name} ${i}`)) ?? 2
  return [...regimes, { ...like, name: `${like.name} ${number}` }]
}

/** A whole number that nobody has seen before, small enough to be read out in a class. */
export function newSeed(previous: string): string {
  const next = String(1 + Math.floor(Math.random() * 9999))
  return next === previous ? newSeed(previous) : next
}
