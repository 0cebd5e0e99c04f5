import type { Format } from '../../../ui/format/createFormat.ts'
import type { RulesChange } from '../form/changesOf.ts'
import { RULES_FIELDS } from '../fields/rulesFields.ts'
import { diffWords } from './diffWords.ts'
import type { Death, DiffSay, RuleEffect } from './DiffSay.ts'
import { laterWords } from './diffSentences.ts'

export interface ValueChange {
  readonly id: string
  /** What of the rule; absent where the rule is one value. */
  readonly label: string | undefined
  readonly from: string
  readonly to: string
}

interface TierRow {
  readonly maintenanceRate: string
  readonly maintenanceAmount: string
  readonly maxLeverage: string
}

const MOST_CHANGES = 3

/** What a rule said and says, in words. @param changes  of the whole sets, from which those of other rules are taken */
export function valueChanges({ path, from, to }: RuleEffect, changes: readonly RulesChange[], format: Format): readonly ValueChange[] {
  if (path === 'tiers') return [{ id: path, label: undefined, from: tiersByWords(from), to: tiersByWords(to) }]
  if (path.startsWith('tiers.')) return shortened(tierChanges(path, from as readonly TierRow[], to as readonly TierRow[], format))
  const own = changes.filter(({ id }) => id === path || id.startsWith(`${path}.`))
  if (own.length === 0) return [{ id: path, label: diffWords.different, from: '', to: '' }]
  return shortened(own.map(({ id, place, from: old, to: now }) => ({ id, label: own.length === 1 ? undefined : place, from: old, to: now })))
}

function tiersByWords(value: unknown): string {
  return RULES_FIELDS.find(({ path }) => path === 'tiersBy')?.options?.find((option) => option.value === value)?.label ?? String(value)
}

function tierChanges(path: string, from: readonly TierRow[], to: readonly TierRow[], format: Format): readonly ValueChange[] {
  const column = /\.(maintenance|leverage)$/.exec(path)?.[1]
  if (column === undefined) return [{ id: path, label: undefined, from: tableWords(from, format), to: tableWords(to, format) }]
  const read = column === 'leverage' ? (row: TierRow) => format.leverage(row.maxLeverage) : (row: TierRow) => format.percent(row.maintenanceRate)
  const rows = (of: (row: TierRow) => string): readonly ValueChange[] =>
    from.flatMap((row, index) => {
      const after = to[index]
      return after === undefined || of(row) === of(after) ? [] : [{ id: `${path} ${index}`, label: from.length === 1 ? undefined : `Tier ${index + 1}`, from: of(row), to: of(after) }]
    })
  const changed = rows(read)
  return changed.length > 0 || column === 'leverage' ? changed : rows((row) => `less ${format.money(row.maintenanceAmount)}`)
}

/** 10 tiers, 0.40% to 50.00%, 125x. */
function tableWords(rows: readonly TierRow[], format: Format): string {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return diffWords.none
  const [low, high] = [format.percent(first.maintenanceRate), format.percent(last.maintenanceRate)]
  return `${rows.length === 1 ? '1 tier' : `${rows.length} tiers`}, ${low === high ? low : `${low} to ${high}`}, up to ${format.leverage(first.maxLeverage)}`
}

function shortened(changes: readonly ValueChange[]): readonly ValueChange[] {
  if (changes.length <= MOST_CHANGES + 1) return changes
  return [...changes.slice(0, MOST_CHANGES), { id: 'more', label: diffWords.more(changes.length - MOST_CHANGES), from: '', to: '' }]
}

/** The first death with a rule alone under A. */
export function aloneWords({ alone, move }: RuleEffect, say: DiffSay): string {
  if (alone === undefined) return move.type === 'none' ? diffWords.asUnder('A') : diffWords.nobody
  if (move.type === 'same') return diffWords.asUnder('A')
  const when = move.type === 'moved' || move.type === 'other-leg' ? `, ${laterWords(move.millis)}` : ''
  return `${say.leg(alone.leg)}${when}, at ${say.price(alone)}`
}

/** The first death under B without a rule. */
export function withoutWords({ without }: RuleEffect, underB: Death | undefined, say: DiffSay): string {
  const isSame = without?.leg === underB?.leg && without?.at === underB?.at && without?.price === underB?.price
  if (isSame) return diffWords.asUnder('B')
  if (without === undefined) return diffWords.nobody
  const when = underB === undefined ? '' : `, ${laterWords(without.at - underB.at)}`
  return `${say.leg(without.leg)}${when}, at ${say.price(without)}`
}

/** What a rule does, as it is called: its word, and the sign that stands with it. */
export function effectKind({ effect, equity }: RuleEffect, { money }: Pick<DiffSay, 'money'>): keyof typeof diffWords.effects {
  // What is too little to be written is none.
  return effect === 'none' && /[1-9]/.test(money(equity)) ? 'money' : effect
}
