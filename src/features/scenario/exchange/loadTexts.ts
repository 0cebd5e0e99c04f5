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

const ODD = ['unfinished', 'outside', 'widened', 'missing', 'rounded'] as const

/** What is odd about the parts, a sentence for each kind of it. */
export function reportNotes(parts: readonly LoadedPart[], format: Format): readonly string[] {
  return ODD.flatMap((kind) => {
    const odd = parts.filter(({ report }) => report[kind] > 0)
    if (odd.length === 0) return []
    const named = odd.map((part) => (kind === 'unfinished' ? partText(part) : words.report.rows(partText(part), format.exact(part.report[kind]), part.report[kind] === 1)))
    return [words.report[kind](named.join(', '))]
  })
}

export function rowsText({ rows, to }: ExchangeProgress, format: Format): string {
  return words.loading.rows(format.exact(rows), utcDateTime(to))
}

/** 12 kB, 1.4 MB. */
export function sizeText(bytes: number, format: Format): string {
  return bytes < 1_000_000 ? `${format.exact(Math.max(1, Math.round(bytes / 1000)))} kB` : `${format.exact(Math.round(bytes / 100_000) / 10)} MB`
}
