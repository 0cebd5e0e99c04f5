import type { Format } from '../../../ui/format/createFormat.ts'
import { type NumberRule, readNumber } from '../readNumber.ts'
import type { CurrentScenario, NewTape, TapeSource } from '../start/CurrentScenario.ts'
import { decimalsOf } from '../start/scenarioOn.ts'
import { varyWords as words } from './varyWords.ts'

/** What stands in the form: numbers as typed. */
export interface VaryDraft {
  readonly way: 'blocks' | 'factor'
  readonly seed: string
  readonly bars: string
  /** Mean length of a stretch, bars. */
  readonly meanBlock: string
  readonly factor: string
}

export type VaryErrors = Readonly<Partial<Record<'seed' | 'bars' | 'meanBlock' | 'factor', string>>>

/** What is varied: the prices that are open. */
export interface OpenPrices {
  readonly title: string
  readonly tape: TapeSource
  readonly ticks: number
  readonly barMillis: number
  readonly instruments: readonly { readonly symbol: string; readonly tickSize: string }[]
}

export function openPrices({ document: { title, tape }, info }: CurrentScenario): OpenPrices {
  return { title, tape, ticks: info.tape.ticks, barMillis: info.tape.barMillis, instruments: info.instruments }
}

const SEED: NumberRule = { least: 0, most: 999_999_999_999_999, isWhole: true }
const BARS: NumberRule = { least: 1, most: 200_000, isWhole: true }
export const FACTOR = { least: 0.5, most: 5 } as const satisfies NumberRule

/** A tape of stretches is made of the tape under it again, not of its own stretches; the same for the violence. */
export function baseOfTape(tape: TapeSource, way: VaryDraft['way']): TapeSource {
  const own = way === 'blocks' ? 'bootstrap' : 'amplified'
  return tape.type === own && 'of' in tape && isSource(tape.of) ? baseOfTape(tape.of, way) : tape
}

function isSource(of: unknown): of is TapeSource {
  return typeof of === 'object' && of !== null && 'type' in of
}

/** Begins with what is open: as many bars, stretches of a day, twice as violent; or as it was varied last. */
export function varyDraft({ tape, ticks, barMillis }: OpenPrices, format: Format): VaryDraft {
  const day = Math.round(86_400_000 / barMillis)
  const usual = Math.max(2, Math.min(day > 1 ? day : 20, Math.ceil(ticks / 4)))
  return {
    way: tape.type === 'amplified' ? 'factor' : 'blocks',
    seed: tape.type === 'bootstrap' ? String(tape.seed) : '7',
    bars: String(ticks),
    meanBlock: format.typed(tape.type === 'bootstrap' ? tape.meanBlock : usual),
    factor: format.typed(tape.type === 'amplified' ? tape.factor : 2),
  }
}

export interface VaryReading {
  readonly errors: VaryErrors
  /** Mean length of a stretch as a span of time, ms; absent while it cannot be read. */
  readonly block: number | undefined
  readonly tape: NewTape | undefined
}

export function readVary(draft: VaryDraft, open: OpenPrices, format: Format): VaryReading {
  const { ticks, barMillis } = open
  const errors: Partial<Record<keyof VaryErrors, string>> = {}
  const read = (field: keyof VaryErrors, rule: NumberRule): number => {
    const number = readNumber(draft[field], rule, format)
    if (number.ok) return number.value
    errors[field] = number.error
    return 0
  }
  const of = baseOfTape(open.tape, draft.way)
  const instruments = open.instruments.map(({ symbol, tickSize }) => ({ symbol, decimals: decimalsOf(tickSize) }))
  const name = words.plainTitle(open.title)
  if (draft.way === 'factor') {
    const factor = read('factor', FACTOR)
    if (errors.factor !== undefined) return { errors, block: undefined, tape: undefined }
    return { errors, block: undefined, tape: { title: words.factorTitle(name, format.exact(factor)), tape: { type: 'amplified', factor, of }, instruments, lastTick: ticks - 1 } }
  }
  const seed = read('seed', SEED)
  const bars = read('bars', BARS)
  const meanBlock = read('meanBlock', { least: 1, most: 200_000 })
  const block = errors.meanBlock === undefined ? meanBlock * barMillis : undefined
  if (Object.keys(errors).length > 0) return { errors, block, tape: undefined }
  return { errors, block, tape: { title: words.blocksTitle(name, seed), tape: { type: 'bootstrap', seed, bars, meanBlock, of }, instruments, lastTick: bars - 1 } }
}
