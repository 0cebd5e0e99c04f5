import type { SeriesName } from '../ExchangeRequest.ts'
import type { PageRow } from '../PageCache.ts'
import type { VenueId } from '../VenueId.ts'

const HOUR = 3_600_000

/** Which rows: those from `from` up to, not including, `to`. */
export interface RowsAsked {
  readonly venue: VenueId
  readonly series: SeriesName
  readonly symbol: string
  readonly barMillis: number
  readonly from: number
  readonly to: number
}

/** How the synthetic venue is set up. */
export interface LoopbackMarket {
  /** Nothing is older. */
  readonly existsFrom: number
  /** Periods without rows, as after an outage. */
  readonly missing: readonly { readonly from: number; readonly to: number }[]
}

/** Venues that pay every hour; the others every eight. */
const HOURLY: ReadonlySet<VenueId> = new Set(['deribit', 'hyperliquid', 'kraken-futures', 'dydx'])

/** Time between rows of a series. */
export function stepOf({ venue, series, barMillis }: Pick<RowsAsked, 'venue' | 'series' | 'barMillis'>): number {
  if (series !== 'funding') return barMillis
  return HOURLY.has(venue) ? HOUR : 8 * HOUR
}

/** Every row there is, ascending: what a load has to find. The same for ever. */
export function syntheticRows(asked: RowsAsked, { existsFrom, missing }: LoopbackMarket): readonly PageRow[] {
  const step = stepOf(asked)
  const rows: PageRow[] = []
  for (let time = Math.ceil(Math.max(asked.from, existsFrom) / step) * step; time < asked.to; time += step) {
    if (!missing.some(({ from, to }) => time >= from && time < to)) rows.push(rowOf(asked, time))
  }
  return rows
}

/** Rows that were made; they are the same every time. */
const made = new Map<string, Map<number, PageRow>>()

function rowOf(asked: RowsAsked, time: number): PageRow {
  const name = `${asked.series} ${asked.symbol} ${asked.barMillis}`
  const rows = made.get(name) ?? new Map<number, PageRow>()
  made.set(name, rows)
  const row = rows.get(time) ?? rowAt(asked, time)
  rows.set(time, row)
  return row
}

function rowAt({ series, symbol, barMillis }: RowsAsked, time: number): PageRow {
  if (series === 'funding') return [time, (((hash(symbol, time / HOUR) % 4000) - 1500) / 1e7).toFixed(7)]
  const name = `${symbol} ${series}`
  const open = cents(name, time / barMillis - 1)
  const close = cents(name, time / barMillis)
  const high = Math.max(open, close) + (hash(name, time) % 900)
  const low = Math.min(open, close) - (hash(name, time + 1) % 900)
  return [time, ...[open, high, low, close].map((price) => (price / 100).toFixed(2))]
}

/** A price that wanders by up to 30 around its level; bars meet, because each opens at the close before. */
function cents(name: string, index: number): number {
  const level = name.startsWith('BTC') || name.includes('XBT') ? 6_000_000 : name.startsWith('ETH') || name.includes('ETH') ? 300_000 : 15_000
  return level + (hash(name, index) % 6000) - 3000
}

/** FNV-1a over text and number: whole, 0 … 2^31. */
function hash(text: string, number: number): number {
  let value = 2166136261
  for (const char of `${text} ${number}`) value = Math.imul(value ^ char.charCodeAt(0), 16777619) >>> 0
  return (Math.imul(value ^ (value >>> 15), 2246822519) >>> 1) ^ 0x1234
}
