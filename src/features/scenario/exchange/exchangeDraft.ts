import { type ExchangeInstrument, type ExchangeMarket, type ExchangeRequest, type ExchangeVenue, type SeriesName, serves } from '../../../store/exchange/exchangeVenues.ts'
import { baseProblem } from '../../../store/exchange/baseAddress.ts'
import { utcDate, utcTime } from '../../../ui/format/timeFormats.ts'
import { exchangeWords as words } from './words.ts'

const DAY = 86_400_000
/** Before this no venue has a bar; a year of two digits falls before it. */
const EARLIEST = Date.UTC(2009, 0, 1)
const MOST_INSTRUMENTS = 20

/** The form as it stands, letter for letter. */
export interface ExchangeDraft {
  readonly venue: ExchangeVenue['id']
  readonly market: string
  readonly symbols: string
  readonly from: string
  readonly to: string
  readonly barMillis: number
  readonly series: readonly SeriesName[]
}

export interface ReadExchange {
  readonly errors: { readonly symbols?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined; readonly series?: string | undefined; readonly base?: string | undefined }
  /** Absent while something cannot be read. */
  readonly request: ExchangeRequest | undefined
}

export interface DraftPlace {
  readonly market: ExchangeMarket
  /** Address asked in place of the market's own, as typed; empty: its own. */
  readonly base: string
  /** What the venue's list calls its instruments, where it was loaded. */
  readonly known: readonly ExchangeInstrument[]
  readonly now: number
}

/** The form a venue begins with: its first examples, the last thirty days, hours. */
export function draftOf(venue: ExchangeVenue, now: number, marketId?: string): ExchangeDraft {
  const market = marketOf(venue, marketId)
  return {
    venue: venue.id,
    market: market.id,
    symbols: market.examples[0]?.symbol ?? '',
    ...lastDays(30, now),
    barMillis: market.bars.includes(3_600_000) ? 3_600_000 : (market.bars[0] ?? 60_000),
    series: market.series.filter((name) => name === 'candles' || name === 'mark' || name === 'funding'),
  }
}

/** The form that asked a question. */
export function draftFrom({ venue, market, instruments, series, barMillis, from, to }: ExchangeRequest, { markets: [first] }: ExchangeVenue): ExchangeDraft {
  return { venue, market: market ?? first.id, symbols: instruments.map(({ symbol }) => symbol).join(', '), from: momentText(from), to: endText(to), barMillis, series }
}

export function marketOf({ markets }: ExchangeVenue, id?: string): ExchangeMarket {
  return markets.find((market) => market.id === id) ?? markets[0]
}

export function readExchange(draft: ExchangeDraft, { market, base, known, now }: DraftPlace): ReadExchange {
  const symbols = symbolsIn(draft.symbols)
  const [from, end] = [moment(draft.from), moment(draft.to)]
  // A day alone is meant with all of its hours; what has not happened yet is not asked for.
  const to = end === undefined ? undefined : Math.min(isDay(draft.to) ? end + DAY : end, now)
  const series = market.series.filter((name) => draft.series.includes(name) && serves(draft.venue, market.id, name, draft.barMillis))
  const errors = {
    symbols: symbolsError(symbols),
    from: momentError(from, now),
    to: endError({ from, to }, draft.barMillis, now),
    series: seriesError(series),
    base: base === '' ? undefined : baseProblem(base),
  }
  if (Object.values(errors).some((error) => error !== undefined) || from === undefined || to === undefined) return { errors, request: undefined }
  const instruments = symbols.map((symbol) => ({ symbol, instrument: nameOf(symbol, market, known) }))
  return { errors, request: { venue: draft.venue, market: market.id, instruments: unlike(instruments), series, barMillis: draft.barMillis, from, to, ...(base === '' ? {} : { baseUrl: base.trim() }) } }
}

export function symbolsIn(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((symbol) => symbol !== ''))]
}

/** Up to now, from the start of a day. */
export function lastDays(days: number, now: number): Pick<ExchangeDraft, 'from' | 'to'> {
  return { from: utcDate(now - days * DAY), to: utcDate(now) }
}

function symbolsError(symbols: readonly string[]): string | undefined {
  if (symbols.length === 0) return words.errors.symbols
  if (symbols.length > MOST_INSTRUMENTS) return words.errors.tooMany(MOST_INSTRUMENTS)
  const odd = symbols.find((symbol) => !/^[\w.:@/-]{1,60}$/.test(symbol))
  return odd === undefined ? undefined : words.errors.symbol(odd)
}

function momentError(at: number | undefined, now: number): string | undefined {
  if (at === undefined) return words.errors.moment
  return at < EARLIEST || at >= now ? words.errors.outside(utcDate(now)) : undefined
}

function endError({ from, to }: { readonly from: number | undefined; readonly to: number | undefined }, barMillis: number, now: number): string | undefined {
  const error = momentError(to === undefined ? undefined : Math.min(to, now - 1), now)
  if (error !== undefined || from === undefined || to === undefined) return error
  return to - from < barMillis ? words.errors.order : undefined
}

/** There is no tape without prices. */
function seriesError(series: readonly SeriesName[]): string | undefined {
  if (series.length === 0) return words.errors.series
  return series.every((name) => name === 'funding') ? words.errors.priced : undefined
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text.trim())

/** 2024-08-05, or 2024-08-05 12:30; UTC. */
function moment(text: string): number | undefined {
  const [, day = '', time = '00:00'] = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/.exec(text.trim()) ?? []
  const millis = Date.parse(`${day}T${time}:00Z`)
  // A 30 February is parsed as another day.
  return Number.isNaN(millis) || utcDate(millis) !== day ? undefined : millis
}

function momentText(at: number): string {
  return at % DAY === 0 ? utcDate(at) : `${utcDate(at)} ${utcTime(at)}`
}

function endText(at: number): string {
  return at % DAY === 0 ? utcDate(at - DAY) : momentText(at)
}

function nameOf(symbol: string, { examples }: ExchangeMarket, known: readonly ExchangeInstrument[]): string {
  return [...known, ...examples].find((each) => each.symbol === symbol)?.instrument ?? symbol
}

/** Two contracts of one coin cannot both be called by it. */
function unlike(instruments: readonly ExchangeInstrument[]): readonly ExchangeInstrument[] {
  return instruments.map((each) => (instruments.some((other) => other !== each && other.instrument === each.instrument) ? { ...each, instrument: each.symbol } : each))
}
