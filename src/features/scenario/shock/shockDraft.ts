import type { ShockChoice } from '../../../store/catalog/shockChoices.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { type NumberRule, readNumber } from '../readNumber.ts'
import type { NewTape, ScenarioInfo } from '../start/CurrentScenario.ts'
import { decimalsOf } from '../start/scenarioOn.ts'

/** What stands in the form: numbers as typed. */
export interface ShockDraft {
  readonly presetId: string
  readonly whose: 'current' | 'default'
  readonly rows: readonly ShockRow[]
}

export interface ShockRow {
  readonly symbol: string
  readonly decimals: number
  readonly price: string
  readonly beta: string
}

const PRICE: NumberRule = { least: 0, most: 1e12, isAbove: true }
const BETA: NumberRule = { least: -10, most: 10 }

/** The three of the built-in scenarios; for a depeg a coin worth 1 and what leans on it. */
export function defaultRows(presetId: string): readonly ShockRow[] {
  if (presetId === 'depeg') {
    return [
      { symbol: 'STABLE-PERP', decimals: 4, price: '1', beta: '1' },
      { symbol: 'BTC-PERP', decimals: 2, price: '60000', beta: '0.3' },
      { symbol: 'ETH-PERP', decimals: 2, price: '3000', beta: '0.5' },
    ]
  }
  return [
    { symbol: 'BTC-PERP', decimals: 2, price: '60000', beta: '1' },
    { symbol: 'ETH-PERP', decimals: 2, price: '3000', beta: '1.2' },
    { symbol: 'SOL-PERP', decimals: 2, price: '150', beta: '1.6' },
  ]
}

/** What is played now, from its first prices, so that trades of the first bar open as they did. */
export function currentRows(info: ScenarioInfo, format: Format): readonly ShockRow[] {
  return info.instruments.map(({ symbol, tickSize, beta }) => ({
    symbol,
    decimals: decimalsOf(tickSize),
    price: format.typed(info.tape.firstMarks[symbol]),
    beta: format.typed(beta),
  }))
}

export interface ShockErrors {
  readonly price: string | undefined
  readonly beta: string | undefined
}

export function shockErrors({ rows }: ShockDraft, format: Format): readonly ShockErrors[] {
  return rows.map(({ price, beta }) => ({ price: errorOf(price, PRICE, format), beta: errorOf(beta, BETA, format) }))
}

/** The tape to play; absent while something in the form cannot be read. */
export function shockTape(draft: ShockDraft, preset: ShockChoice, format: Format): NewTape | undefined {
  const instruments = draft.rows.flatMap(({ symbol, decimals, price, beta }) => {
    const start = readNumber(price, PRICE, format)
    const share = readNumber(beta, BETA, format)
    return start.ok && share.ok ? [{ symbol, decimals, price: start.value, beta: share.value }] : []
  })
  if (instruments.length < draft.rows.length || instruments.length === 0) return undefined
  return {
    title: `Shock: ${preset.title}`,
    tape: { type: 'shock', id: preset.id, instruments },
    instruments,
    lastTick: preset.corners.at(-1)?.[0],
  }
}

function errorOf(text: string, rule: NumberRule, format: Format): string | undefined {
  const read = readNumber(text, rule, format)
  return read.ok ? undefined : read.error
}
