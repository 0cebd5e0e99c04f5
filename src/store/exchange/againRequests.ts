import type { FilePart } from '../../documents/scenario/TapeSource.ts'
import type { ExchangeRequest, SeriesName } from '../../sources/exchange/ExchangeRequest.ts'
import { VENUE_IDS } from '../../sources/exchange/VenueId.ts'

const SERIES: readonly SeriesName[] = ['candles', 'mark', 'index', 'funding', 'volatility']

/** What has to be asked to have the prices of these files again: one question for each instrument; files of no exchange known here ask nothing. */
export function againRequests(files: readonly FilePart[], bases: Readonly<Record<string, string>>): readonly ExchangeRequest[] {
  const requests = new Map<string, ExchangeRequest>()
  for (const { origin, instrument } of files) {
    const venue = VENUE_IDS.find((id) => id === origin?.venue)
    const series = SERIES.find((name) => name === origin?.series)
    if (origin === undefined || venue === undefined || series === undefined) continue
    const { market, symbol, resolution: barMillis, from, to } = origin
    const name = series === 'volatility' ? instrument.replace(/-DVOL$/, '') : instrument
    const key = JSON.stringify([venue, market, symbol, barMillis, from, to])
    const known = requests.get(key)
    const baseUrl = bases[`${venue}/${market}`]
    requests.set(key, known === undefined ? { venue, market, instruments: [{ symbol, instrument: name }], series: [series], barMillis, from, to, ...(baseUrl === undefined ? {} : { baseUrl }) } : { ...known, series: [...known.series, series] })
  }
  return [...requests.values()]
}
