import { ok, refused, type Result, type Tape } from '../../engine/index.ts'
import { fromUnits } from '../columns/priceDigits.ts'
import { type PriceColumns, tapeFromColumns } from '../tapeFromColumns.ts'

const DAY = 86400000

/** A tape from the text of a file that scripts/extractTapes.mjs wrote; what the file says of itself is checked. */
export function readTapeFile(text: string): Result<Tape, { readonly message: string }> {
  const file = parsed(text)
  if (file === undefined) return refused({ message: 'A built-in price file is not complete. Reload the page; if it stays, install the program again.' })
  const columns = columnsOf(file)
  if (columns === undefined) return refused({ message: `The built-in price file of ${file.instrument} contradicts itself. Install the program again.` })
  const { source } = file
  return ok(
    tapeFromColumns(
      {
        id: file.id,
        title: file.title,
        source: `${source.package} ${source.version} (npm, ${source.licence}), ${source.file}; ${source.origin}`,
        instrument: file.instrument,
        barMillis: file.barMillis,
        between: file.between,
      },
      columns,
    ),
  )
}

interface TapeFile {
  readonly id: string
  readonly title: string
  readonly instrument: string
  readonly barMillis: number
  readonly between: 'path' | 'jump'
  readonly decimals: number
  readonly source: { readonly package: string; readonly version: string; readonly licence: string; readonly file: string; readonly origin: string }
  readonly rows: number
  readonly first: string
  readonly last: string
  /** `day`: days since 1970-01-01, from the second row on the difference to the row before. Prices: units of 10^−decimals. */
  readonly columns: { readonly day: readonly number[]; readonly open?: readonly number[]; readonly high?: readonly number[]; readonly low?: readonly number[]; readonly close: readonly number[] }
}

/** Absent where the text is not such a file, as when a server answers with its start page. */
function parsed(text: string): TapeFile | undefined {
  try {
    const file = JSON.parse(text) as Partial<TapeFile> | null
    return file?.columns?.day !== undefined && file.source !== undefined ? (file as TapeFile) : undefined
  } catch {
    return undefined
  }
}

/** Absent where the columns are not what the header says. */
function columnsOf(file: TapeFile): PriceColumns | undefined {
  const { day, open, high, low, close } = file.columns
  const prices = [open, high, low, close].filter((column) => column !== undefined)
  const whole = [day, ...prices].every((column) => column.length === file.rows && column.every(Number.isSafeInteger))
  if (!whole || file.rows === 0) return undefined
  const time = new Float64Array(file.rows)
  let days = 0
  for (let i = 0; i < file.rows; i++) {
    const step = day[i] as number
    if (i > 0 && step <= 0) return undefined
    days += step
    time[i] = days * DAY
  }
  if (dayText(time[0] as number) !== file.first || dayText(days * DAY) !== file.last) return undefined
  const decimal = (units: readonly number[]): Float64Array => Float64Array.from(units, (unit) => fromUnits(unit, file.decimals))
  const candles = open === undefined || high === undefined || low === undefined ? {} : { open: decimal(open), high: decimal(high), low: decimal(low) }
  return { time, ...candles, close: decimal(close) }
}

function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
