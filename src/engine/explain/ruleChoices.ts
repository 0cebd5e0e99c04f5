import type { LiquidationRules, Rules, Tier, TierTable } from '../venues/Rules.ts'

/** One thing two sets of rules say differently, and how to take it over from the second into the first. */
export interface RuleChoice {
  /** Where it stands in a Rules document: `fees`, `liquidation.partial`, `tiers.BTC.leverage` … */
  readonly path: string
  apply(rules: Rules): Rules
}

/** Names and dates decide nothing. */
const DESCRIPTIVE = new Set(['id', 'name', 'summary', 'date', 'source', 'tiers', 'liquidation'])

/**
 * What two sets of rules decide differently, each choice on its own: every top-level field, every field of the
 * liquidation procedure, and of the tier tables those of the instruments played: boundaries, maintenance, leverage.
 */
export function ruleChoices(a: Rules, b: Rules, instruments: readonly string[]): readonly RuleChoice[] {
  const keys = (Object.keys(b) as (keyof Rules)[]).filter((key) => !DESCRIPTIVE.has(key))
  const fields = keys.flatMap((key): RuleChoice[] => (same(a[key], b[key]) ? [] : [{ path: key, apply: (rules) => ({ ...rules, [key]: b[key] }) }]))
  const steps = (Object.keys(b.liquidation) as (keyof LiquidationRules)[]).flatMap((key): RuleChoice[] =>
    same(a.liquidation[key], b.liquidation[key]) ? [] : [{ path: `liquidation.${key}`, apply: (rules) => ({ ...rules, liquidation: { ...rules.liquidation, [key]: b.liquidation[key] } }) }],
  )
  return [...instruments.flatMap((symbol) => tierChoices(a, b, symbol)), ...steps, ...fields]
}

/** Tables of equal boundaries differ by column; others as a whole, their leverage aside where it alone would do. */
function tierChoices(a: Rules, b: Rules, symbol: string): readonly RuleChoice[] {
  const [before, after] = [tableOf(a, symbol), tableOf(b, symbol)]
  if (same(before, after)) return []
  const put = (table: TierTable) => (rules: Rules): Rules => ({ ...rules, tiers: { ...rules.tiers, [symbol]: table } })
  const isAligned = before.length === after.length && before.every((tier, i) => same(tier.floor, after[i]?.floor))
  if (!isAligned) return [{ path: `tiers.${symbol}`, apply: put(after) }]
  return COLUMNS.flatMap(({ name, keys }): RuleChoice[] => {
    const differs = before.some((tier, i) => keys.some((key) => !same(tier[key], after[i]?.[key])))
    if (!differs) return []
    return [{ path: `tiers.${symbol}.${name}`, apply: (rules) => put(tableOf(rules, symbol).map((tier, i) => ({ ...tier, ...picked(after[i] ?? tier, keys) })))(rules) }]
  })
}

const COLUMNS: readonly { readonly name: string; readonly keys: readonly (keyof Tier)[] }[] = [
  { name: 'maintenance', keys: ['maintenanceRate', 'maintenanceAmount'] },
  { name: 'leverage', keys: ['maxLeverage', 'initialRate'] },
]

function picked(tier: Tier, keys: readonly (keyof Tier)[]): Partial<Tier> {
  return Object.fromEntries(keys.map((key) => [key, tier[key]]))
}

function tableOf(rules: Rules, symbol: string): TierTable {
  return (Object.hasOwn(rules.tiers, symbol) ? rules.tiers[symbol] : undefined) ?? rules.tiers.default
}

/** Decimals write themselves as text, so equal text is equal content. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
