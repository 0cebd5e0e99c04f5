import type { ReadColumns } from './BarColumns.ts'

export interface SortedColumns {
  readonly columns: ReadColumns
  readonly order: 'ascending' | 'descending' | 'mixed'
  readonly duplicates: number
  readonly conflictingDuplicates: number
}

/** Rows in the order of time, one for each time: of several the one that stands last in the file. */
export function sortedColumns(read: ReadColumns): SortedColumns {
  const order = orderOf(read.time)
  const strictly = order === 'ascending' && !hasEqualNeighbours(read.time)
  if (strictly) return { columns: compact(read), order, duplicates: 0, conflictingDuplicates: 0 }
  const rows = new Uint32Array(read.time.length)
  for (let i = 0; i < rows.length; i++) rows[i] = i
  // Equal times stay in the order of the file, whichever way the file runs.
  if (order !== 'ascending') rows.sort((a, b) => (read.time[a] as number) - (read.time[b] as number) || a - b)
  let kept = 0
  let conflicting = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const again = kept > 0 && read.time[rows[kept - 1] as number] === read.time[row]
    if (again && differ(read, rows[kept - 1] as number, row)) conflicting += 1
    if (!again) kept += 1
    rows[kept - 1] = row
  }
  const chosen = rows.subarray(0, kept)
  return { columns: picked(read, chosen), order, duplicates: rows.length - kept, conflictingDuplicates: conflicting }
}

function orderOf(time: Float64Array): 'ascending' | 'descending' | 'mixed' {
  let up = 0
  let down = 0
  for (let i = 1; i < time.length; i++) {
    const step = (time[i] as number) - (time[i - 1] as number)
    if (step > 0) up += 1
    else if (step < 0) down += 1
  }
  if (down === 0) return 'ascending'
  return up === 0 ? 'descending' : 'mixed'
}

function hasEqualNeighbours(time: Float64Array): boolean {
  for (let i = 1; i < time.length; i++) if (time[i] === time[i - 1]) return true
  return false
}

function differ(read: ReadColumns, a: number, b: number): boolean {
  return [read.open, read.high, read.low, read.close].some((column) => column !== undefined && column[a] !== column[b])
}

/** Copies without the unused rest of the growing buffers, so that a buffer can be handed over as it is. */
function compact(read: ReadColumns): ReadColumns {
  return mapped(read, (column) => column.slice())
}

function picked(read: ReadColumns, rows: Uint32Array): ReadColumns {
  return mapped(read, (column) => {
    const out = new Float64Array(rows.length)
    for (let i = 0; i < rows.length; i++) out[i] = column[rows[i] as number] as number
    return out
  }, rows)
}

function mapped(read: ReadColumns, change: (column: Float64Array) => Float64Array, rows?: Uint32Array): ReadColumns {
  const { open, high, low } = read
  const candles = open === undefined || high === undefined || low === undefined ? {} : { open: change(open), high: change(high), low: change(low) }
  const line = rows === undefined ? read.line.slice() : Uint32Array.from(rows, (row) => read.line[row] as number)
  return { time: change(read.time), line, ...candles, close: change(read.close) }
}
