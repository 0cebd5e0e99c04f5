import type { Crisis, Fact } from '../../../store/catalog/crises.ts'
import { REAL_SERIES } from '../../../store/catalog/realSeries.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { utcDate } from '../../../ui/format/timeFormats.ts'
import { type NumberRule, readNumber } from '../readNumber.ts'
import type { NewTape } from '../start/CurrentScenario.ts'
import { crisesWords as words } from './crisesWords.ts'

const SEED: NumberRule = { least: 0, most: 999_999_999_999_999, isWhole: true }
const DAY = 86_400_000

/** What stands in the form. */
export interface CrisisChoice {
  readonly id: string
  readonly seed: string
  /** Under rules that fit, not those of now. */
  readonly hasRules: boolean
}

export interface CrisisReading {
  readonly error: string | undefined
  readonly tape: NewTape | undefined
}

/** The tape to play; absent while the seed cannot be read. */
export function crisisTape(crisis: Crisis, { seed: seedText, hasRules }: CrisisChoice, format: Format): CrisisReading {
  const seed = readNumber(seedText, SEED, format)
  if (!seed.ok) return { error: seed.error, tape: undefined }
  const marks = crisis.instruments.filter(({ kind = 'mark' }) => kind === 'mark')
  return {
    error: undefined,
    tape: {
      title: words.title(crisis.title),
      tape: { type: 'crisis', id: crisis.id, ...(seed.value === crisis.seed ? {} : { seed: seed.value }) },
      instruments: marks.map(({ instrument, decimals }) => ({ symbol: instrument, decimals })),
      lastTick: lastTickOf(crisis),
      ...(hasRules ? { rules: crisis.rules } : {}),
    },
  }
}

/** A fact as it is told: a share in percent with its sign, a price, hours, so many times. */
export function factText({ value, unit }: Pick<Fact, 'value' | 'unit'>, format: Format): string {
  switch (unit) {
    case 'share':
      return format.percent(value, { signed: true, decimals: decimalsFor(value * 100) })
    case 'price':
      return format.exact(value)
    case 'hours':
      return words.hours(format.exact(value))
    case 'times':
      return words.times(format.exact(value))
    case 'yearly':
      return words.yearly(format.percent(value, { decimals: 0 }))
  }
}

/** Under which field of `prices` it is explained. */
export function factField(unit: Fact['unit']): 'share' | 'price' | 'count' | 'statistic' | 'volatility' {
  return ({ share: 'share', price: 'price', hours: 'count', times: 'statistic', yearly: 'volatility' } as const)[unit]
}

function decimalsFor(percent: number): number {
  return Number.isInteger(Number(percent.toPrecision(10))) ? 0 : Math.abs(percent * 10 - Math.round(percent * 10)) < 1e-6 ? 1 : 2
}

/** Whether a series that comes with the program has that time among its notable days. */
export function hasRealSeries({ start }: Pick<Crisis, 'start'>): boolean {
  return REAL_SERIES.some(({ moments }) => moments.some(({ day }) => Math.abs(Date.parse(day) - start) < 30 * DAY))
}

/** Exchanges have their own prices since then. */
export function isOnExchanges({ start }: Pick<Crisis, 'start'>): boolean {
  return start >= Date.UTC(2019, 8, 1)
}

/** The days it lasts, one before and one after. */
export function crisisDays({ start, lines }: Pick<Crisis, 'start' | 'lines'>): { readonly from: string; readonly to: string } {
  const hours = Math.max(...Object.values(lines).map((line) => line.at(-1)?.[0] ?? 0))
  return { from: utcDate(start - DAY), to: utcDate(start + hours * 3_600_000 + DAY) }
}

/** One bar a step of the clock; what is closed is one, reached by a jump. */
export function lastTickOf({ phases, barMillis }: Pick<Crisis, 'phases' | 'barMillis'>): number {
  return phases.reduce((sum, phase, i) => sum + ('closed' in phase ? 1 : Math.round(((phase.until - (phases[i - 1]?.until ?? 0)) * 3_600_000) / barMillis)), 0)
}

/** What the rules that fit are called; absent for a set nobody has named yet. */
export function rulesName({ rules }: Pick<Crisis, 'rules'>): string | undefined {
  return Object.entries(words.ruleNames).find(([id]) => id === rules)?.[1]
}
