import type { RowContent } from '../csv/CsvMapping.ts'

/** Rows as they stand in a JSON value. */
export interface FoundRows {
  readonly header: readonly string[] | undefined
  readonly rows: readonly (readonly unknown[])[]
  readonly symbol: string | undefined
  readonly content: RowContent | undefined
  /** Kraken: the time of the last bar that is finished, as it stands. */
  readonly last: unknown
}

type Table = Pick<FoundRows, 'header' | 'rows'>
type JsonObject = Readonly<Record<string, unknown>>

/** Names of columns as TradingView's UDF, Deribit and others abbreviate them. */
const COLUMN_NAMES: Readonly<Record<string, string>> = { ticks: 'time', t: 'time', o: 'open', h: 'high', l: 'low', c: 'close', v: 'volume', prices: 'close' }
const DEEPEST = 8

/** The longest table of rows anywhere in the value, with the symbol that stands beside or above it. */
export function foundRows(value: unknown): FoundRows | undefined {
  const tables: FoundRows[] = []
  visit(value, { depth: 0, symbol: undefined, key: '', last: undefined }, tables)
  return tables.reduce<FoundRows | undefined>((best, one) => (best === undefined || one.rows.length > best.rows.length ? one : best), undefined)
}

interface Place {
  readonly depth: number
  readonly symbol: string | undefined
  readonly key: string
  readonly last: unknown
}

/** Sides of an order book: pairs of price and size, none of which is a time. */
const BOOK = /^(a|b|asks|bids|levels)$/

function visit(value: unknown, place: Place, found: FoundRows[]): void {
  if (typeof value !== 'object' || value === null || place.depth > DEEPEST || BOOK.test(place.key)) return
  const table = Array.isArray(value) ? listTable(value) : columnTable(withQuotes(value as JsonObject))
  const symbol = Array.isArray(value) ? place.symbol : (symbolIn(value as JsonObject) ?? place.symbol)
  if (table !== undefined) {
    found.push({ ...table, symbol, last: place.last, content: /funding|rates/i.test(place.key) ? 'funding' : undefined })
    return
  }
  // A list of one answer, as Yahoo’s chart has it.
  if (Array.isArray(value)) return value.length === 1 ? visit(value[0], { ...place, depth: place.depth + 1 }, found) : undefined
  visitInside(value as JsonObject, { ...place, symbol }, found)
}

function visitInside(value: JsonObject, { depth, symbol }: Place, found: FoundRows[]): void {
  for (const [key, inner] of Object.entries(value)) {
    // Kraken names the list by its pair: { "XXBTZUSD": [[…]], "last": 1 }.
    const named = /^[A-Z0-9]{5,}$/.test(key) ? key : symbol
    visit(inner, { depth: depth + 1, symbol: named, key, last: value['last'] }, found)
  }
}

function listTable(list: readonly unknown[]): Table | undefined {
  const [first] = list
  if (Array.isArray(first)) {
    const rows = list.filter((row): row is readonly unknown[] => Array.isArray(row) && row.length >= 2 && row.every(isCell))
    return rows.length > 0 && rows.length >= list.length * 0.5 ? { header: undefined, rows } : undefined
  }
  if (typeof first !== 'object' || first === null) return undefined
  const records = list.filter((row): row is JsonObject => typeof row === 'object' && row !== null && !Array.isArray(row))
  const names = [...new Set(records.slice(0, 100).flatMap((record) => Object.keys(record).filter((key) => isCell(record[key]))))]
  // HTX calls the time of a candle its id.
  const isNumbered = !names.some(isTimeName) && ['id', 'open', 'high', 'low', 'close'].every((name) => names.includes(name))
  if (!names.some(isTimeName) && !isNumbered) return undefined
  return { header: names.map((name, column) => (isNumbered && name === 'id' ? 'time' : nameOf(name, names, column))), rows: records.map((record) => names.map((name) => record[name])) }
}

/** Yahoo keeps the times beside the quotes: { timestamp: […], indicators: { quote: [{ open: […], … }] } }. */
function withQuotes(value: JsonObject): JsonObject {
  const quotes = (value['indicators'] as JsonObject | undefined)?.['quote']
  const quote: unknown = Array.isArray(quotes) ? quotes[0] : undefined
  return Array.isArray(value['timestamp']) && typeof quote === 'object' && quote !== null ? { timestamp: value['timestamp'], ...quote } : value
}

/** An object of columns: { ticks: […], open: […], … }. */
function columnTable(value: JsonObject): Table | undefined {
  const columns = Object.entries(value).filter((entry): entry is [string, readonly unknown[]] => Array.isArray(entry[1]) && entry[1].length > 0 && entry[1].every(isCell))
  const length = columns[0]?.[1].length ?? 0
  if (columns.length < 2 || columns.some(([, column]) => column.length !== length)) return undefined
  const names = columns.map(([name]) => name)
  if (!names.some(isTimeName)) return undefined
  const rows = Array.from({ length }, (_, row) => columns.map(([, column]) => column[row]))
  return { header: names.map((name, column) => nameOf(name, names, column)), rows }
}

/** Hyperliquid has `t` and `T`: the beginning and the end of a bar. */
function nameOf(name: string, names: readonly string[], column: number): string {
  const isSecond = names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) < column
  return isSecond ? `${name} ${column}` : (COLUMN_NAMES[name] ?? name)
}

function isTimeName(name: string): boolean {
  return /^(t|ts|ticks|start|date|datetime)$|time|stamp|startedat|effectiveat/i.test(name)
}

function isCell(value: unknown): boolean {
  return value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
}

function symbolIn(value: JsonObject): string | undefined {
  const { meta } = value as { readonly meta?: JsonObject }
  const symbol = ['symbol', 'instId', 'instrument_name', 'pair', 'ticker'].map((name) => value[name] ?? (typeof meta === 'object' && meta !== null ? meta[name] : undefined)).find((one) => typeof one === 'string' && one !== '')
  return typeof symbol === 'string' ? symbol : undefined
}
