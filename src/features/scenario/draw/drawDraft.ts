import { Decimal } from '../../../engine/index.ts'
import type { DrawnPaths } from '../../../ui/charts/draw/useDrawnPaths.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { readNumber } from '../readNumber.ts'
import type { CurrentScenario, NewTape } from '../start/CurrentScenario.ts'
import { decimalsOf } from '../start/scenarioOn.ts'
import { drawSectionWords as words } from './drawSectionWords.ts'

/** A market as it is typed. */
export interface DrawRow {
  /** Its line stays its own when it is called otherwise. */
  readonly id: string
  readonly symbol: string
  readonly price: string
  readonly decimals: number
}

export interface DrawDraft {
  readonly bars: string
  readonly barMillis: number
  readonly rows: readonly DrawRow[]
}

export const MOST_MARKETS = 8
const MOST_BARS = 5_000
const HOUR = 3_600_000
const BARS = 120

/** The markets that are open now, at the prices they began with. */
export function drawDraft({ info }: CurrentScenario, format: Format): DrawDraft {
  const rows = info.instruments.slice(0, MOST_MARKETS).map(({ symbol, tickSize }): DrawRow => ({ id: symbol, symbol, price: format.typed(info.tape.firstMarks[symbol] ?? '100'), decimals: decimalsOf(tickSize) }))
  return { bars: String(BARS), barMillis: HOUR, rows }
}

export function addedRow(rows: readonly DrawRow[]): DrawRow {
  const number = 1 + rows.findLastIndex(({ symbol }) => symbol.startsWith('COIN')) + rows.length
  return { id: `row ${String(number)} ${String(rows.length)}`, symbol: words.newMarket(rows.length + 1), price: '100', decimals: 2 }
}

export interface ReadMarket {
  readonly id: string
  readonly symbol: string
  readonly price: number
  readonly decimals: number
}

export interface ReadDraw {
  readonly errors: Readonly<Record<string, string | undefined>>
  readonly bars: number
  readonly markets: readonly ReadMarket[]
}

/** What was typed, as numbers; where that cannot be read, the value that is drawn on until it can. */
export function readDraw(draft: DrawDraft, format: Format): ReadDraw {
  const errors: Record<string, string | undefined> = {}
  const bars = readNumber(draft.bars, { least: 2, most: MOST_BARS, isWhole: true }, format)
  if (!bars.ok) errors['bars'] = bars.error
  const markets = draft.rows.map(({ id, symbol, price, decimals }, index, rows): ReadMarket => {
    const read = readNumber(price, { least: 0, most: 1e9, isAbove: true }, format)
    if (!read.ok) errors[`${id}.price`] = read.error
    if (symbol.trim() === '') errors[`${id}.symbol`] = words.noName
    else if (rows.findIndex((row) => row.symbol.trim() === symbol.trim()) < index) errors[`${id}.symbol`] = words.twice
    const places = Math.max(decimals, read.ok ? new Decimal(String(read.value)).decimalPlaces() : 0)
    return { id, symbol: symbol.trim(), price: read.ok ? read.value : 100, decimals: Math.min(8, places) }
  })
  return { errors, bars: bars.ok ? bars.value : BARS, markets }
}

/** The tape of what is drawn; absent while something is wrong or nothing is drawn. */
export function drawnTape({ errors, bars, markets }: ReadDraw, paths: DrawnPaths, barMillis: number): NewTape | undefined {
  const last = bars - 1
  const inside = (id: string): readonly (readonly [number, number])[] => (paths[id] ?? []).filter(([tick]) => tick <= last)
  if (Object.keys(errors).length > 0 || markets.every(({ id }) => inside(id).length === 0)) return undefined
  return {
    title: words.title,
    tape: {
      type: 'drawn',
      bars,
      barMillis,
      lines: markets.map(({ id, symbol, price, decimals }) => ({ symbol, decimals, points: [[0, price] as const, ...inside(id)] })),
    },
    instruments: markets.map(({ symbol, decimals }) => ({ symbol, decimals })),
    lastTick: last,
  }
}
