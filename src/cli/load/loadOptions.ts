import { isDay } from '../../documents/validators/times.ts'
import type { ExchangeInstrument, ExchangeRequest, SeriesName } from '../../sources/exchange/ExchangeRequest.ts'
import { VENUE_IDS, type VenueId } from '../../sources/exchange/VenueId.ts'
import { UsageError } from '../UsageError.ts'

export const LOAD_OPTIONS = {
  list: { type: 'boolean' },
  tiers: { type: 'boolean' },
  market: { type: 'string' },
  series: { type: 'string' },
  bar: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  base: { type: 'string' },
  out: { type: 'string' },
} as const

const SERIES: readonly SeriesName[] = ['candles', 'mark', 'index', 'funding', 'volatility']
export const LOAD_OUTPUTS = ['tape', 'scenario', 'csv', 'report'] as const
export type LoadOutput = (typeof LOAD_OUTPUTS)[number]

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

export type LoadValues = Readonly<Partial<Record<keyof typeof LOAD_OPTIONS, string | boolean>>>

export function venueOf(text: string | undefined): VenueId {
  const venue = VENUE_IDS.find((each) => each === text)
  if (venue === undefined) throw new UsageError(`one of ${VENUE_IDS.join(', ')} was expected, ${JSON.stringify(text)} was given`)
  return venue
}

/** What the options ask for. @param now  until which it is loaded unless said */
export function requestOf(venue: VenueId, symbols: readonly string[], values: LoadValues, now: number): ExchangeRequest {
  return {
    venue,
    ...optional('market', values.market),
    instruments: symbols.map(instrumentOf),
    series: textOf(values.series, 'candles').split(',').map(seriesOf),
    barMillis: barOf(textOf(values.bar, '1h')),
    from: timeOf('from', values.from, undefined),
    to: timeOf('to', values.to, now),
    ...optional('baseUrl', baseOf(values.base)),
  }
}

/** `BTCUSDT`, or `BTCUSDT=BTC` for another name on the tape. */
function instrumentOf(text: string): ExchangeInstrument {
  const [symbol = '', instrument = symbol] = text.split('=')
  return { symbol, instrument }
}

function seriesOf(text: string): SeriesName {
  const series = SERIES.find((each) => each === text.trim())
  if (series === undefined) throw new UsageError(`--series: ${SERIES.join(', ')}, several with commas, were expected, ${JSON.stringify(text)} was given`)
  return series
}

function barOf(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,4})([mhd])$/.exec(text) ?? []
  const millis = Number(count) * (UNITS[unit] ?? 0)
  if (!(millis > 0)) throw new UsageError(`--bar: a length like 1m, 4h or 1d was expected, ${JSON.stringify(text)} was given`)
  return millis
}

/** A day or a moment, UTC: 2024-08-01, 2024-08-01T12:30, 2024-08-01T12:30Z. */
function timeOf(name: 'from' | 'to', text: string | boolean | undefined, otherwise: number | undefined): number {
  if (typeof text !== 'string') {
    if (otherwise === undefined) throw new UsageError(`--${name} was expected: the first day, like 2024-08-01`)
    return otherwise
  }
  const time = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z?)?$/.test(text) && isDay(text.slice(0, 10)) ? Date.parse(text.length === 10 ? text : `${text.replace(/Z$/, '')}Z`) : NaN
  if (Number.isNaN(time)) throw new UsageError(`--${name}: a day like 2024-08-01 or a moment like 2024-08-01T12:30 (UTC) was expected, ${JSON.stringify(text)} was given`)
  return time
}

export function baseOf(text: string | boolean | undefined): string | undefined {
  if (typeof text !== 'string') return undefined
  if (!/^https?:\/\/[^/\s]+\/?$/.test(text)) throw new UsageError(`--base: an address like http://127.0.0.1:4000 was expected, ${JSON.stringify(text)} was given`)
  return text
}

export function outputOf(text: string | boolean | undefined): LoadOutput {
  const output = LOAD_OUTPUTS.find((each) => each === textOf(text, 'tape'))
  if (output === undefined) throw new UsageError(`--out: one of ${LOAD_OUTPUTS.join(', ')} was expected, ${JSON.stringify(text)} was given`)
  return output
}

function textOf(value: string | boolean | undefined, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}

function optional<K extends string>(key: K, value: string | boolean | undefined): Partial<Record<K, string>> {
  return typeof value === 'string' ? ({ [key]: value } as Record<K, string>) : {}
}
