import type { ScriptInstrument, ScriptPart, ScriptSource } from '../../../store/catalog/scripts.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { type NumberRule, readNumber } from '../readNumber.ts'
import type { NewTape } from '../start/CurrentScenario.ts'
import { type PartDraft, PART_FIELDS, type PartField, type PartType, type ScriptDraft, type ScriptErrors } from './ScriptDraft.ts'
import { scriptWords as words } from './scriptWords.ts'

const MOST_BARS = 200_000
const BY: NumberRule = { least: -0.99, most: 10, isPercent: true }
const BACK: NumberRule = { least: 0, most: 2, isPercent: true }
const RULES = {
  seed: { least: 0, most: 999_999_999_999_999, isWhole: true },
  volatility: { least: 0, most: 10, isPercent: true },
  price: { least: 0, most: 1e12, isAbove: true },
  beta: { least: -10, most: 10 },
  legs: { least: 1, most: 50, isWhole: true },
} as const satisfies Record<string, NumberRule>

/** A wick turns once, a depeg twice. */
const LEAST_BARS: Readonly<Partial<Record<PartType, number>>> = { wick: 2, grind: 2, depeg: 4 }

export interface ScriptReading {
  readonly errors: ScriptErrors
  /** Bars that are played, and how many there would be with those that are missing; absent while they cannot be read. */
  readonly length: { readonly bars: number; readonly slots: number } | undefined
  readonly source: ScriptSource | undefined
  readonly tape: NewTape | undefined
}

type Read = (field: string, text: string, rule: NumberRule) => number

/** The form as a tape source, every field checked. */
export function readScript(draft: ScriptDraft, format: Format): ScriptReading {
  const errors: Record<string, string> = {}
  const read: Read = (field, text, rule) => {
    const number = readNumber(text, rule, format)
    if (number.ok) return number.value
    errors[field] = number.error
    return 0
  }
  const parts = draft.parts.map((part, i) => partFrom(part, `parts.${i}`, read, errors))
  const instruments = draft.rows.map((row, i): ScriptInstrument => ({
    symbol: row.symbol,
    price: read(`rows.${i}.price`, row.price, RULES.price),
    decimals: row.decimals,
    beta: read(`rows.${i}.beta`, row.beta, RULES.beta),
  }))
  const volatility = read('volatility', draft.volatility, RULES.volatility)
  const seed = read('seed', draft.seed, RULES.seed)
  const length = Object.keys(errors).some((field) => field.startsWith('parts.')) ? undefined : lengthOf(parts)
  if (length !== undefined && length.bars > MOST_BARS) errors['parts'] = words.errors.tooLong(format.exact(MOST_BARS))
  if (length?.bars === 0) errors['parts'] = words.errors.empty
  if (Object.keys(errors).length > 0 || length === undefined) return { errors, length, source: undefined, tape: undefined }
  const source: ScriptSource = {
    type: 'script',
    barMillis: draft.barMillis,
    instruments,
    ...(volatility === 0 ? {} : { seed, volatility, correlation: 0.7 }),
    parts,
  }
  return {
    errors,
    length,
    source,
    tape: {
      title: words.titleOf(draft.template),
      tape: source,
      instruments: draft.rows.map(({ symbol, decimals, beta }) => ({ symbol, decimals, beta: readBeta(beta, format) })),
      // The start is a point of its own.
      lastTick: length.bars,
    },
  }
}

function readBeta(text: string, format: Format): number {
  const number = readNumber(text, RULES.beta, format)
  return number.ok ? number.value : 1
}

function partFrom({ type, values }: PartDraft, at: string, read: Read, errors: Record<string, string>): ScriptPart {
  const of = (field: PartField): number => (PART_FIELDS[type].includes(field) ? read(`${at}.${field}`, values[field], ruleOf(field, type)) : 0)
  const [bars, by, back, legs] = [of('bars'), of('by'), of('back'), of('legs')]
  switch (type) {
    case 'calm':
      return { type, bars }
    case 'move':
      return { type, bars, by }
    case 'gap':
      return { type, by }
    case 'wick':
    case 'depeg':
      return { type, bars, by, back }
    case 'grind':
      if (bars < 2 * legs) errors[`${at}.legs`] ??= words.errors.legs(Math.floor(bars / 2), bars)
      return { type, bars, by, legs }
    case 'dead':
      return { type, bars, ...(by === 0 ? {} : { by }) }
  }
}

function ruleOf(field: PartField, type: PartType): NumberRule {
  if (field === 'bars') return { least: LEAST_BARS[type] ?? 1, most: MOST_BARS, isWhole: true }
  return field === 'by' ? BY : field === 'back' ? BACK : RULES.legs
}

/** A gap is one bar; a dead market as many as are missing, then one. */
function lengthOf(parts: readonly ScriptPart[]): { readonly bars: number; readonly slots: number } {
  let bars = 0
  let missing = 0
  for (const part of parts) {
    if (part.type === 'dead') missing += part.bars
    bars += part.type === 'gap' || part.type === 'dead' || part.type === 'corners' ? 1 : part.bars
  }
  return { bars, slots: bars + missing }
}
