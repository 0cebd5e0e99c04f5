import { randomWalk, type GbmSource } from '../../../store/catalog/randomWalk.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { type NumberRule, readNumber } from '../readNumber.ts'
import type { NewTape } from '../start/CurrentScenario.ts'

export type WalkModel = 'plain' | 'jumps'

/** What stands in the form: numbers as typed; rates a year, in percent. */
export interface WalkDraft {
  readonly model: WalkModel
  readonly seed: string
  readonly bars: string
  readonly barMillis: number
  readonly hasCandles: boolean
  /** One for every pair. */
  readonly correlation: string
  readonly rows: readonly WalkRow[]
  readonly common: JumpDraft
}

export interface WalkRow {
  readonly symbol: string
  readonly decimals: number
  readonly price: string
  readonly volatility: string
  readonly drift: string
  /** Share of a market-wide jump. */
  readonly share: string
  readonly own: JumpDraft
}

export interface JumpDraft {
  readonly perYear: string
  readonly mean: string
  readonly spread: string
}

export type WalkField = 'seed' | 'bars' | 'correlation' | `common.${keyof JumpDraft}` | `${number}.${'symbol' | 'price' | 'volatility' | 'drift' | 'share' | `own.${keyof JumpDraft}`}`

/** A field's number, or why it is none. */
export type WalkErrors = Readonly<Partial<Record<WalkField, string>>>

/** Points inside a bar from which its candle is made. */
const STEPS_PER_BAR = 12
const NO_JUMPS: JumpDraft = { perYear: '0', mean: '0', spread: '0' }
export const MOST_INSTRUMENTS = 8

const RULES = {
  // What a scenario takes: 15 digits are kept exactly in JSON.
  seed: { least: 0, most: 999_999_999_999_999, isWhole: true },
  bars: { least: 1, most: 200_000, isWhole: true },
  correlation: { least: -1, most: 1 },
  price: { least: 0, most: 1e12, isAbove: true },
  volatility: { least: 0, most: 10, isPercent: true },
  drift: { least: -10, most: 10, isPercent: true },
  share: { least: -10, most: 10 },
  perYear: { least: 0, most: 10_000 },
  mean: { least: -3, most: 3, isPercent: true },
  spread: { least: 0, most: 3, isPercent: true },
} as const satisfies Record<string, NumberRule>

/** The built-in market of a model, written into the form. */
export function walkDraft(model: WalkModel, seed: number, format: Format): WalkDraft {
  const source = randomWalk(model, seed)
  const percent = (value: number | undefined): string => format.typed(`${value ?? 0}e2`)
  const jumps = (one: GbmSource['commonJumps']): JumpDraft =>
    one === undefined ? NO_JUMPS : { perYear: format.typed(one.perYear), mean: percent(one.mean), spread: percent(one.volatility) }
  return {
    model,
    seed: String(seed),
    bars: String(source.bars),
    barMillis: source.barMillis ?? 3_600_000,
    hasCandles: true,
    correlation: format.typed('0.75'),
    rows: source.instruments.map(({ symbol, decimals, price, volatility, drift, commonJumpBeta, jumps: own }) => ({
      symbol,
      decimals: decimals ?? 2,
      price: format.typed(price),
      volatility: percent(volatility),
      drift: percent(drift),
      share: format.typed(commonJumpBeta ?? 1),
      own: jumps(own),
    })),
    common: jumps(source.commonJumps),
  }
}

/** One more instrument, unlike the ones that are there. */
export function addedRow(rows: readonly WalkRow[]): WalkRow {
  const names = new Set(rows.map(({ symbol }) => symbol))
  const number = Array.from({ length: MOST_INSTRUMENTS + 1 }, (_, i) => i + 1).find((i) => !names.has(`ALT${i}-PERP`)) ?? 1
  return { symbol: `ALT${number}-PERP`, decimals: 4, price: '1', volatility: '120', drift: '0', share: '1', own: NO_JUMPS }
}

export interface WalkReading {
  readonly errors: WalkErrors
  /** Absent while something cannot be read. */
  readonly tape: NewTape | undefined
}

/** The form as a tape source, every field checked. */
export function readWalk(draft: WalkDraft, format: Format): WalkReading {
  const errors: Partial<Record<WalkField, string>> = {}
  const read = (field: WalkField, text: string, rule: NumberRule): number => {
    const number = readNumber(text, rule, format)
    if (number.ok) return number.value
    errors[field] = number.error
    return 0
  }
  const jumps = (at: 'common' | `${number}.own`, one: JumpDraft): GbmSource['commonJumps'] => {
    if (draft.model === 'plain') return undefined
    const perYear = read(`${at}.perYear`, one.perYear, RULES.perYear)
    const mean = read(`${at}.mean`, one.mean, RULES.mean)
    const volatility = read(`${at}.spread`, one.spread, RULES.spread)
    return perYear === 0 ? undefined : { perYear, mean, volatility }
  }
  const seed = read('seed', draft.seed, RULES.seed)
  const bars = read('bars', draft.bars, RULES.bars)
  const correlation = draft.rows.length > 1 ? read('correlation', draft.correlation, RULES.correlation) : 0
  const instruments = draft.rows.map((row, i) => {
    if (row.symbol.trim() === '') errors[`${i}.symbol`] = 'Enter a name.'
    else if (draft.rows.findIndex(({ symbol }) => symbol.trim() === row.symbol.trim()) < i) errors[`${i}.symbol`] = 'This name is taken.'
    return {
      symbol: row.symbol.trim(),
      decimals: row.decimals,
      price: read(`${i}.price`, row.price, RULES.price),
      volatility: read(`${i}.volatility`, row.volatility, RULES.volatility),
      drift: read(`${i}.drift`, row.drift, RULES.drift),
      commonJumpBeta: draft.model === 'plain' ? undefined : read(`${i}.share`, row.share, RULES.share),
      jumps: jumps(`${i}.own`, row.own),
    }
  })
  const commonJumps = jumps('common', draft.common)
  if (errors.correlation === undefined && correlation < lowestCorrelation(draft.rows.length)) {
    errors.correlation = `${draft.rows.length} prices cannot all move against each other that much. Enter at least ${format.exact(lowestCorrelation(draft.rows.length))}.`
  }
  if (Object.keys(errors).length > 0) return { errors, tape: undefined }
  return {
    errors,
    tape: {
      title: `Random walk${draft.model === 'jumps' ? ' with jumps' : ''}`,
      tape: {
        type: 'gbm',
        seed,
        bars,
        barMillis: draft.barMillis,
        stepsPerBar: draft.hasCandles ? STEPS_PER_BAR : undefined,
        instruments,
        correlation,
        commonJumps,
      },
      instruments: instruments.map(({ symbol, decimals }) => ({ symbol, decimals })),
      lastTick: draft.hasCandles ? bars - 1 : bars,
    },
  }
}

/** Below −1/(n − 1) one coefficient for all pairs of n contradicts itself; four decimals, rounded towards zero. */
function lowestCorrelation(n: number): number {
  return n < 2 ? -1 : Math.ceil(-9999 / (n - 1)) / 10_000
}

/** A whole number that nobody has seen before, small enough to be read out in a class. */
export function newSeed(previous: string): string {
  const next = String(1 + Math.floor(Math.random() * 9999))
  return next === previous ? newSeed(previous) : next
}
