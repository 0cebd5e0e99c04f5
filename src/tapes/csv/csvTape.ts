import type { CandlePath, PriceKind, Tape } from '../../engine/index.ts'
import { tapeFromColumns } from '../tapeFromColumns.ts'
import type { ParsedCsv } from './parseCsv.ts'

/** A parsed file as a tape of one price of one instrument. Without candles, steps over missing bars are jumps. */
export function csvTape(
  parsed: ParsedCsv,
  header: { readonly fileName: string; readonly instrument: string; readonly kind?: PriceKind; readonly between?: 'path' | 'jump'; readonly candlePath?: CandlePath },
): Tape {
  return tapeFromColumns(
    {
      id: `file-${header.fileName}`,
      title: header.instrument,
      source: `Your file ${header.fileName}`,
      instrument: header.instrument,
      ...(header.kind === undefined ? {} : { kind: header.kind }),
      barMillis: parsed.report.barMillis,
      ...(header.between === undefined ? {} : { between: header.between }),
      ...(header.candlePath === undefined ? {} : { candlePath: header.candlePath }),
    },
    parsed.columns,
  )
}
