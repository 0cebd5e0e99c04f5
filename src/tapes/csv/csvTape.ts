import type { CandlePath, PriceKind, Tape } from '../../engine/index.ts'
import { tapeFromColumns } from '../tapeFromColumns.ts'
import type { ParsedCsv } from './parseCsv.ts'

export interface CsvTapeHeader {
  readonly fileName: string
  readonly instrument: string
  /** `mark` unless said. What was read as funding is funding, whatever is said. */
  readonly kind?: PriceKind | 'funding' | undefined
  readonly between?: 'path' | 'jump'
  readonly candlePath?: CandlePath
}

/**
 * A parsed file as a tape of one price of one instrument. Without candles, steps over missing bars are jumps. Funding
 * becomes a tape without prices, to be put beside those of its instrument.
 */
export function csvTape(parsed: ParsedCsv, { fileName, instrument, kind, between, candlePath }: CsvTapeHeader): Tape {
  const { barMillis } = parsed.report
  const name = { id: `file-${fileName}`, title: instrument, source: `Your file ${fileName}` }
  if (parsed.mapping.content === 'funding') {
    const { time, close: rate } = parsed.columns
    return { ...name, time: new Float64Array(0), barMillis, between: between ?? 'path', candlePath: 'close-only', series: [], funding: [{ instrument, time, rate }] }
  }
  return tapeFromColumns(
    {
      ...name,
      instrument,
      ...(kind === undefined || kind === 'funding' ? {} : { kind }),
      barMillis,
      ...(between === undefined ? {} : { between }),
      ...(candlePath === undefined ? {} : { candlePath }),
    },
    parsed.columns,
  )
}
