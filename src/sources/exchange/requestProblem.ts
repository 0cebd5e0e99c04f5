import type { Millis } from '../../engine/index.ts'
import { spanText } from '../../tapes/spanText.ts'
import type { ExchangeRequest, SeriesName } from './ExchangeRequest.ts'
import type { ExchangeMarket } from './ExchangeVenue.ts'
import type { VenueAdapter } from './venues/VenueAdapter.ts'

/** More bars than this in one load are a mistake, or better taken from a file. */
export const MOST_BARS = 1_000_000

const SERIES_WORDS: Readonly<Record<SeriesName, string>> = { candles: 'candles', mark: 'mark prices', index: 'index prices', funding: 'funding', volatility: 'a volatility index' }

/** The market a request means, or absent. */
export function marketOf(adapter: VenueAdapter, id: string | undefined): ExchangeMarket | undefined {
  return id === undefined ? adapter.venue.markets[0] : adapter.venue.markets.find((market) => market.id === id)
}

/** Why a request cannot be asked of the venue, in a sentence that says what can; absent where it can. Costs nothing and asks nobody. [S50] */
export function requestProblem(request: ExchangeRequest, adapter: VenueAdapter, now: Millis): string | undefined {
  const { name, markets } = adapter.venue
  const market = marketOf(adapter, request.market)
  if (market === undefined) return `${name} has no market called ${JSON.stringify(request.market)}; there are ${markets.map(({ id }) => id).join(', ')}.`
  return instrumentProblem(request) ?? seriesProblem(request, adapter, market) ?? periodProblem(request, now)
}

function instrumentProblem({ instruments, series }: ExchangeRequest): string | undefined {
  if (instruments.length === 0) return 'Choose at least one instrument.'
  if (series.length === 0) return 'Choose at least one series.'
  const blank = instruments.find(({ symbol, instrument }) => !/^[\w.:/@ -]{1,30}$/.test(symbol) || instrument.trim() === '')
  if (blank !== undefined) return `${JSON.stringify(blank.symbol)} is no name of an instrument.`
  const names = instruments.map(({ instrument }) => instrument)
  const twice = names.find((one, i) => names.indexOf(one) !== i)
  return twice === undefined ? undefined : `Two instruments are called ${twice}. Give one of them another name.`
}

function seriesProblem({ series, barMillis }: ExchangeRequest, adapter: VenueAdapter, market: ExchangeMarket): string | undefined {
  const { name } = adapter.venue
  for (const one of series) {
    const found = market.series.includes(one) ? adapter.series(market.id, one) : undefined
    if (found === undefined) return `${name} (${market.name}) serves no ${SERIES_WORDS[one].replace(/^a /, '')}; it serves ${market.series.map((each) => SERIES_WORDS[each]).join(', ')}.`
    const bars = found.bars ?? market.bars
    if (one !== 'funding' && !bars.includes(barMillis)) return `${name} has no ${SERIES_WORDS[one].replace(/^a /, '')} of ${spanText(barMillis)}; there are ${bars.map(spanText).join(', ')}.`
  }
  return undefined
}

function periodProblem({ from, to, barMillis, instruments }: ExchangeRequest, now: Millis): string | undefined {
  if (!Number.isFinite(from) || !Number.isFinite(to) || from < 0) return 'The period needs a first and a last day.'
  if (from >= to) return 'The period ends before it begins.'
  if (from >= now) return 'The period lies in the future.'
  const bars = Math.ceil((to - from) / barMillis) * instruments.length
  return bars > MOST_BARS ? `That are ${bars} bars; at most ${MOST_BARS} are loaded at once. Choose larger bars or a shorter period.` : undefined
}
