import { ok, refused, type Result } from '../../engine/index.ts'
import type { PriceColumns } from '../tapeFromColumns.ts'
import { csvChunks, type CsvSource } from './csvChunks.ts'
import { csvLines } from './csvLines.ts'
import type { CsvMapping } from './CsvMapping.ts'
import type { CsvRefusal } from './CsvRefusal.ts'
import type { CsvReport } from './CsvReport.ts'
import { importReport } from './importReport.ts'
import { CsvRows } from './CsvRows.ts'
import { mappingProblem } from './mappingProblem.ts'
import { sortedColumns } from './sortedColumns.ts'

export interface ParsedCsv {
  /** Ascending, one row a time; of funding `close` is the rate. Each column has a buffer of its own, which may be handed to another thread. */
  readonly columns: PriceColumns
  readonly report: CsvReport
  /** By which it was read: the one asked for, with day and month as the whole file tells them. */
  readonly mapping: CsvMapping
  /** Whether anything was traded by the column of volumes; absent without one. */
  readonly hasVolume?: boolean
}

export interface ParseOptions {
  /** Called after every piece of the file with the share that has been read, 0 to 1, and the rows found in it. */
  readonly onProgress?: (share: number, rows: number) => void
  readonly signal?: AbortSignal
}

/**
 * Reads a whole file by a mapping. Rows that cannot be read are left out and named in the report; a refusal where none or
 * too few can. Gives way to the event loop between pieces, so progress and cancel work on any thread.
 */
export async function parseCsv(source: CsvSource, mapping: CsvMapping, options: ParseOptions = {}): Promise<Result<ParsedCsv, CsvRefusal>> {
  const problem = mappingProblem(mapping)
  if (problem !== undefined) return refused(problem)
  const rows = new CsvRows(mapping)
  const refusal = await readAll(source, mapping, rows, options)
  if (refusal !== undefined) return refused(refusal)
  const other = otherOrder(mapping, rows)
  if (other !== undefined && (typeof source === 'string' || source instanceof Blob)) return parseCsv(source, other, options)
  if (rows.length === 0 || rows.problemCount > rows.length) return refused(fewRows(rows))
  const sorted = sortedColumns(rows.read())
  const report = importReport(rows, sorted, mapping)
  const { time, open, high, low, close } = sorted.columns
  const candles = open === undefined || high === undefined || low === undefined ? {} : { open, high, low }
  const volume = rows.volumeRows > 0 ? { hasVolume: rows.tradedRows > 0 } : {}
  return ok({ columns: { time, ...candles, close }, report, mapping: settled(mapping, rows), ...volume })
}

async function readAll(source: CsvSource, mapping: CsvMapping, rows: CsvRows, options: ParseOptions): Promise<CsvRefusal | undefined> {
  const skip = mapping.skipLines + (mapping.hasHeader ? 1 : 0)
  const chunks = csvChunks(source)
  let line = 1
  try {
    for (;;) {
      if (options.signal?.aborted === true) return { code: 'cancelled', message: 'Loading was stopped. Nothing was changed.' }
      const chunk = await chunks.next()
      if (chunk.done === true) return chunk.value
      const scanned = csvLines(chunk.value.text, mapping.separator, line, (cells, at) => {
        if (at > skip) rows.add(cells, at)
      })
      line = scanned.line
      if (scanned.unclosedAt !== undefined) {
        return { code: 'unclosed-quote', message: `Line ${scanned.unclosedAt}: a quotation mark is opened and never closed. Remove it and load the file again.` }
      }
      options.onProgress?.(chunk.value.progress, rows.length)
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { code: 'unreadable', message: `The file could not be read (${why}). It may have been moved or changed; choose it again.` }
  } finally {
    await chunks.return(undefined)
  }
}

/** The mapping with day and month exchanged, where the whole file has told what its beginning did not. */
function otherOrder(mapping: CsvMapping, rows: CsvRows): CsvMapping | undefined {
  const { time } = mapping
  if (time.type !== 'calendar' || time.undecided !== true) return undefined
  if (time.order === 'month-day-year' && rows.firstOverTwelve > 0 && rows.secondOverTwelve === 0) return { ...mapping, time: { type: 'calendar', order: 'day-month-year' } }
  if (time.order === 'day-month-year' && rows.secondOverTwelve > 0 && rows.firstOverTwelve === 0) return { ...mapping, time: { type: 'calendar', order: 'month-day-year' } }
  return undefined
}

/** The mapping without its doubt, where a day above twelve has confirmed the order it assumed. */
function settled(mapping: CsvMapping, rows: CsvRows): CsvMapping {
  const { time } = mapping
  if (time.type !== 'calendar' || time.undecided !== true || rows.firstOverTwelve + rows.secondOverTwelve === 0) return mapping
  return { ...mapping, time: { type: 'calendar', order: time.order } }
}

function fewRows(rows: CsvRows): CsvRefusal {
  const [first] = rows.problems
  const problems = rows.problems
  if (first === undefined) {
    const message = rows.missingRows === 0 ? 'The file has no rows of prices. Choose another file or check which lines are skipped.' : `None of the ${rows.missingRows} rows has a price. Check which column is the close.`
    return { code: 'no-rows', message, problems }
  }
  if (rows.length === 0) return { code: 'no-rows', message: `No row could be read. ${first.message}`, problems }
  return { code: 'mostly-broken', message: `${rows.problemCount} rows could not be read and only ${rows.length} could; the columns may be assigned wrongly. ${first.message}`, problems }
}
