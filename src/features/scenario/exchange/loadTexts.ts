import type { AppState } from '../../../store/AppState.ts'
import { type ExchangeRequest, venueName } from '../../../store/exchange/exchangeVenues.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { duration, utcDate, utcDateTime } from '../../../ui/format/timeFormats.ts'
import { listed } from '../words.ts'
import { exchangeWords as words, SERIES_WORDS } from './words.ts'

export type ExchangeState = AppState['exchange']
export type ExchangeJob = NonNullable<ExchangeState['kept']>['jobs'][number]
export type LoadedPart = NonNullable<ExchangeState['result']>['parts'][number]
export type ExchangeProgress = NonNullable<ExchangeState['progress']>

/** BTCUSDT and ETHUSDT, 1 h. */
export function requestText({ instruments, barMillis }: ExchangeRequest): string {
  return `${listed(instruments.map(({ symbol }) => symbol), 3)} ${duration(barMillis)}`
}

/** Bybit, BTCUSDT 1 h from 2024-08-03 (41%). */
export function jobText({ request, share }: ExchangeJob, format: Format): string {
  return words.jobs.what(`${venueName(request.venue)}, ${requestText(request)}`, utcDate(request.from), format.percent(share, { decimals: 0 }))
}

/** BTC mark. */
export function partText({ instrument, series }: LoadedPart): string {
  return series === 'volatility' ? instrument : `${instrument} ${SERIES_WORDS[series].name.toLowerCase()}`
}

/** What is odd about the parts, a sentence each. */
export function reportNotes(parts: readonly LoadedPart[], format: Format): readonly string[] {
  return parts.flatMap((part) => {
    const { outside, unfinished, conflicting, widened, missing, rounded } = part.report
    const name = partText(part)
    const rows = (count: number): string => words.report.rows(format.exact(count), count === 1)
    return [
      ...(unfinished > 0 ? [words.report.unfinished(name)] : []),
      ...(outside > 0 ? [words.report.outside(name, rows(outside))] : []),
      ...(conflicting > 0 ? [words.report.conflicting(name, rows(conflicting))] : []),
      ...(widened > 0 ? [words.report.widened(name, rows(widened))] : []),
      ...(missing > 0 ? [words.report.missing(name, rows(missing))] : []),
      ...(rounded > 0 ? [words.report.rounded(name, format.exact(rounded))] : []),
    ]
  })
}

export function rowsText({ rows, to }: ExchangeProgress, format: Format): string {
  return words.loading.rows(format.exact(rows), utcDateTime(to))
}

/** 12 kB, 1.4 MB. */
export function sizeText(bytes: number, format: Format): string {
  return bytes < 1_000_000 ? `${format.exact(Math.max(1, Math.round(bytes / 1000)))} kB` : `${format.exact(Math.round(bytes / 100_000) / 10)} MB`
}
