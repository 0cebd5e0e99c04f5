import type { LiquidationRules, Rules, Tier, TierTable } from '../venues/Rules.ts'

/** One thing two sets of rules say differently, and how to take it over from the second into the first. */
export interface RuleChoice {
  /** Where it stands in a Rules document: `fees`, `liquidation.partial`, `tiers.BTC.leverage`, `tiers` … */
  readonly path: string
  /** What each set says there; of `tiers.BTC.leverage` the whole tables, of `tiers` what they count. */
  readonly from: unknown
  readonly to: unknown
  apply(rules: Rules): Rules
}

/** Names and dates decide nothing, and the kind of contract only what an instrument is that does not say it itself. */
const DESCRIPTIVE = new Set(['id', 'name', 'summary', 'date', 'source', 'contract', 'tiers', 'liquidation'])

/** Fields that say something for each instrument: only what is played can decide. */
const BY_SYMBOL = new Set<keyof Rules>(['sizeScaling', 'openInterest', 'collateral', 'maximumPrice'])

/**
 * What two sets of rules decide differently, each choice on its own: every top-level field, every field of the
 * liquidation procedure, and of the tier tables those of the instruments played: boundaries, maintenance, leverage. [R1]
 */
export function ruleChoices(a: Rules, b: Rules, instruments: readonly string[]): readonly RuleChoice[] {
  const hasOtherUnits = a.tiersBy !== b.tiersBy
  const tiers = hasOtherUnits ? [allTiers(a, b)] : instruments.flatMap((symbol) => tierChoices(a, b, symbol))
  const keys = (Object.keys(b) as (keyof Rules)[]).filter((key) => !DESCRIPTIVE.has(key) && !(hasOtherUnits && key === 'tiersBy'))
  const fields = keys.flatMap((key): RuleChoice[] => {
    const said = BY_SYMBOL.has(key) ? (rules: Rules) => ofInstruments(rules[key], instruments) : (rules: Rules) => rules[key]
    return same(said(a), said(b)) ? [] : [{ path: key, from: a[key], to: b[key], apply: (rules) => ({ ...rules, [key]: b[key] }) }]
  })
  const steps = (Object.keys(b.liquidation) as (keyof LiquidationRules)[]).flatMap((key): RuleChoice[] => {
    const [from, to] = [a.liquidation[key], b.liquidation[key]]
    return same(from, to) ? [] : [{ path: `liquidation.${key}`, from, to, apply: (rules) => ({ ...rules, liquidation: { ...rules.liquidation, [key]: to } }) }]
  })
  return [...tiers, ...steps, ...fields]
}

/** Tables that count value and tables that count units mean nothing without what they count. */
function allTiers(a: Rules, b: Rules): RuleChoice {
  return { path: 'tiers', from: a.tiersBy, to: b.tiersBy, apply: (rules) => ({ ...rules, tiers: b.tiers, tiersBy: b.tiersBy }) }
}

/** Tables of equal boundaries differ by column; others as a whole, their leverage aside where it alone would do. */
function tierChoices(a: Rules, b: Rules, symbol: string): readonly RuleChoice[] {
  const [before, after] = [tableOf(a, symbol), tableOf(b, symbol)]
  if (same(before, after)) return []
  const put = (table: TierTable) => (rules: Rules): Rules => ({ ...rules, tiers: { ...rules.tiers, [symbol]: table } })
  const tables = { from: before, to: after }
  const isAligned = before.length === after.length && before.every((tier, i) => same(tier.floor, after[i]?.floor))
  if (!isAligned) return [{ path: `tiers.${symbol}`, ...tables, apply: put(after) }]
  return COLUMNS.flatMap(({ name, keys }): RuleChoice[] => {
    const differs = before.some((tier, i) => keys.some((key) => !same(tier[key], after[i]?.[key])))
    if (!differs) return []
    return [{ path: `tiers.${symbol}.${name}`, ...tables, apply: (rules) => put(tableOf(rules, symbol).map((tier, i) => ({ ...tier, ...picked(after[i] ?? tier, keys) })))(rules) }]
  })
}

/** Every field of a tier but its boundaries, so that none is forgotten. */
const COLUMN_OF: Readonly<Record<Exclude<keyof Tier, 'floor' | 'cap'>, 'maintenance' | 'leverage'>> = {
  maintenanceRate: 'maintenance',
  maintenanceAmount: 'maintenance',
  maxLeverage: 'leverage',
  initialRate: 'leverage',
}

const COLUMNS = (['maintenance', 'leverage'] as const).map((name) => ({
  name,
  keys: (Object.keys(COLUMN_OF) as (keyof typeof COLUMN_OF)[]).filter((key) => COLUMN_OF[key] === name),
}))

function picked(tier: Tier, keys: readonly (keyof Tier)[]): Partial<Tier> {
  return Object.fromEntries(keys.map((key) => [key, tier[key]]))
}

function tableOf(rules: Rules, symbol: string): TierTable {
  return (Object.hasOwn(rules.tiers, symbol) ? rules.tiers[symbol] : undefined) ?? rules.tiers.default
}

/** What a field says of some instruments, each in its turn. */
function ofInstruments(field: unknown, instruments: readonly string[]): readonly unknown[] {
  const said = new Map(Object.entries(field as Readonly<Record<string, unknown>>))
  return instruments.map((symbol) => said.get(symbol) ?? said.get('default'))
}

/** Decimals write themselves as text, so equal text is equal content. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
