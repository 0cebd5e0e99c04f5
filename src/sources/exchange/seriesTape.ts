import type { Millis, PriceKind, Tape } from '../../engine/index.ts'
import { plainPrice } from '../../tapes/csv/plainPrice.ts'
import { readPrice } from '../../tapes/csv/readPrice.ts'
import { widenedCandles } from '../../tapes/csv/widenedCandles.ts'
import { tapeFromColumns } from '../../tapes/tapeFromColumns.ts'
import type { LoadReport } from './LoadedExchange.ts'
import type { PageRow } from './PageCache.ts'
import type { SeriesRows } from './SeriesRows.ts'

const POINT = 46

export interface TapeNames {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly instrument: string
  readonly kind: PriceKind | 'funding'
}

/** Rows read into a tape, decimal text by the same code as files. Absent where no row holds a price. [S52] [N1] */
export function seriesTape(rows: SeriesRows, barMillis: Millis, names: TapeNames): { readonly tape: Tape; readonly report: LoadReport } | undefined {
  const read = readRows(rows.ascending(), names.kind === 'funding' ? 1 : 4)
  const [first] = read.time
  const last = read.time.at(-1)
  if (first === undefined || last === undefined) return undefined
  const { duplicates, conflicting, outside, unfinished, pages } = rows
  const { missing, rounded } = read
  const shared = { rows: read.time.length, first, last, pages, duplicates, conflicting, outside, unfinished, missing, rounded }
  const { id, title, source, instrument, kind } = names
  if (kind === 'funding') {
    const rate = read.columns[0] ?? new Float64Array()
    const tape: Tape = { id, title, source, time: new Float64Array(), barMillis, between: 'path', candlePath: 'close-only', series: [], funding: [{ instrument, time: read.time, rate }] }
    return { tape, report: { ...shared, gaps: 0, missingBars: 0, widened: 0 } }
  }
  const [open, high, low, close] = read.columns as readonly [Float64Array, Float64Array, Float64Array, Float64Array]
  const columns = { time: read.time, line: new Uint32Array(read.time.length), open, high, low, close }
  const widened = widenedCandles(columns).count
  const tape = tapeFromColumns({ id, title, source, instrument, kind, barMillis }, columns)
  return { tape, report: { ...shared, ...gapsOf(read.time, barMillis), widened } }
}

interface ReadRows {
  readonly time: Float64Array
  readonly columns: readonly Float64Array[]
  readonly missing: number
  readonly rounded: number
}

function readRows(rows: readonly PageRow[], width: 1 | 4): ReadRows {
  let length = 0
  let missing = 0
  let rounded = 0
  const time = new Float64Array(rows.length)
  const columns = Array.from({ length: width }, () => new Float64Array(rows.length))
  for (const [at, ...cells] of rows) {
    const prices = columns.map((_, i) => priceOf(cells[i] ?? ''))
    if (prices.some((price) => price === undefined)) {
      missing += 1
      continue
    }
    time[length] = at
    prices.forEach((price, i) => {
      const column = columns[i]
      if (column !== undefined && price !== undefined) column[length] = price.value
      if (price?.rounded === true) rounded += 1
    })
    length += 1
  }
  return { time: time.slice(0, length), columns: columns.map((column) => column.slice(0, length)), missing, rounded }
}

function priceOf(text: string): { readonly value: number; readonly rounded: boolean } | undefined {
  const plain = plainPrice(text, 0, text.length, POINT)
  if (!Number.isNaN(plain)) return { value: plain, rounded: false }
  const read = readPrice(text, '.')
  return read.type === 'price' ? read : undefined
}

/** Steps that leave out at least one bar; nothing is put in their place. */
function gapsOf(time: Float64Array, barMillis: Millis): { readonly gaps: number; readonly missingBars: number } {
  let gaps = 0
  let missingBars = 0
  for (let i = 1; i < time.length; i++) {
    const left = Math.round(((time[i] as number) - (time[i - 1] as number)) / barMillis) - 1
    if (left < 1) continue
    gaps += 1
    missingBars += left
  }
  return { gaps, missingBars }
}
