import type { CsvMove, CsvPrint, CsvReport, PriceColumn } from './CsvReport.ts'
import type { ReadColumns } from './BarColumns.ts'

const MOST_PRINTS = 100

type Findings = Pick<CsvReport, 'largestMove' | 'largestCloseMove' | 'suspiciousPrints' | 'hasNonPositive' | 'firstNonPositive'>

interface Largest {
  value: number
  bar: number
  name: PriceColumn
}

/** Largest moves, prices that stand alone, and prices that are not positive. */
export function priceFindings(columns: ReadColumns): Findings {
  const prints: CsvPrint[] = []
  for (let i = 0; i < columns.close.length && prints.length < MOST_PRINTS; i++) prints.push(...lonelyPrices(columns, i))
  const names = (['open', 'high', 'low', 'close'] as const).filter((name) => columns[name] !== undefined)
  const moves = names.map((name) => largestMove(columns, name))
  const move = moves.reduce((best, one) => (Math.abs(one.value) > Math.abs(best.value) ? one : best))
  const closeMove = moves.find((one) => one.name === 'close')
  const nonPositive = names.map((name) => firstNonPositive(columns, name)).reduce((best, one) => (one !== undefined && (best === undefined || one.at < best.at) ? one : best), undefined)
  return {
    ...moveAt('largestMove', columns, move),
    ...(closeMove === undefined ? {} : moveAt('largestCloseMove', columns, closeMove)),
    suspiciousPrints: prints,
    hasNonPositive: nonPositive !== undefined,
    ...(nonPositive === undefined ? {} : { firstNonPositive: nonPositive }),
  }
}

/** The price of a column that is furthest from the close before, as a fraction of that close. */
function largestMove(columns: ReadColumns, name: PriceColumn): Largest {
  const { close } = columns
  const column = columns[name] as Float64Array
  const largest: Largest = { value: 0, bar: -1, name }
  for (let i = 1; i < close.length; i++) {
    const before = close[i - 1] as number
    const value = before === 0 ? 0 : ((column[i] as number) - before) / Math.abs(before)
    if (Math.abs(value) <= Math.abs(largest.value)) continue
    largest.value = value
    largest.bar = i
  }
  return largest
}

function firstNonPositive(columns: ReadColumns, name: PriceColumn): CsvPrint | undefined {
  const at = (columns[name] as Float64Array).findIndex((price) => !(price > 0))
  return at < 0 ? undefined : printAt(columns, at, name)
}

function moveAt<Name extends string>(name: Name, columns: ReadColumns, { value, bar, name: column }: Largest): { readonly [key in Name]?: CsvMove } {
  if (bar < 0) return {}
  const move: CsvMove = { value, at: columns.time[bar] as number, line: columns.line[bar] as number, column, from: columns.close[bar - 1] as number, to: columns[column]?.[bar] as number }
  return { [name]: move } as { readonly [key in Name]?: CsvMove }
}

function printAt(columns: ReadColumns, i: number, column: PriceColumn): CsvPrint {
  return { price: columns[column]?.[i] as number, at: columns.time[i] as number, line: columns.line[i] as number, column }
}

/** Of a candle: a low under half, or a high over twice, its open and close. Of closes: one so far from both neighbours. */
function lonelyPrices(columns: ReadColumns, i: number): CsvPrint[] {
  const { open, high, low, close } = columns
  const body = [close[i] as number, open?.[i] as number]
  if (open !== undefined && high !== undefined && low !== undefined) {
    const found: CsvPrint[] = []
    if (isAlone(low[i] as number, body)) found.push(printAt(columns, i, 'low'))
    if (isAlone(high[i] as number, body)) found.push(printAt(columns, i, 'high'))
    return found
  }
  if (i === 0 || i === close.length - 1) return []
  return isAlone(close[i] as number, [close[i - 1] as number, close[i + 1] as number]) ? [printAt(columns, i, 'close')] : []
}

function isAlone(price: number, others: readonly number[]): boolean {
  return others.every((other) => price < other / 2) || others.every((other) => other > 0 && price > other * 2)
}
