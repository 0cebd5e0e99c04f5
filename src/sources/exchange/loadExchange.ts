import { ok, refused, type Millis, type PriceKind, type Result } from '../../engine/index.ts'
import { utcText } from '../../tapes/utcText.ts'
import type { ExchangeDeps } from './ExchangeDeps.ts'
import type { ExchangeProgress } from './ExchangeProgress.ts'
import type { ExchangeInstrument, ExchangeRequest, SeriesName } from './ExchangeRequest.ts'
import type { ExchangeTrouble } from './ExchangeTrouble.ts'
import type { ExchangeMarket } from './ExchangeVenue.ts'
import { adapterOf } from './exchangeVenues.ts'
import type { ExchangeOrigin, ExchangePart, LoadedExchange, LoadReport } from './LoadedExchange.ts'
import { loadSeries, type SeriesEvents, type SeriesJob } from './loadSeries.ts'
import { marketOf, requestProblem } from './requestProblem.ts'
import type { Window } from './seriesPages.ts'
import { seriesTape } from './seriesTape.ts'
import { troubleOf } from './troubleWords.ts'
import { VenueLine } from './VenueLine.ts'
import type { VenueAdapter } from './venues/VenueAdapter.ts'

/**
 * Loads what was asked for from the venue itself: one part a series, each a tape, to be put on one clock like files.
 * Never throws for what the network or the venue does. What has not ended is left out; what was loaded before comes from
 * the cache. [S50]
 */
export async function loadExchange(request: ExchangeRequest, deps: ExchangeDeps): Promise<Result<LoadedExchange, ExchangeTrouble>> {
  const adapter = adapterOf(request.venue)
  const market = marketOf(adapter, request.market)
  const problem = requestProblem(request, adapter, deps.now())
  if (problem !== undefined || market === undefined) return refused({ code: 'request', message: problem ?? '' })
  const load = new Load(request, adapter, market, deps)
  const parts: ExchangePart[] = []
  for (const instrument of request.instruments) {
    for (const series of seriesInOrder(request.series)) {
      const part = await load.part(instrument, series)
      if (!part.ok) return part
      if (part.value !== undefined) parts.push(part.value)
    }
  }
  return ok({ parts, notes: [...new Set(load.notes)] })
}

/** Margin stands on the mark [K4]: the mark price where it is asked for, then trades, then the index. */
export function kindOf(series: SeriesName, asked: readonly SeriesName[]): PriceKind | 'funding' {
  if (series === 'funding') return 'funding'
  if (series === 'volatility' || series === 'mark') return 'mark'
  const mark = asked.includes('mark') ? 'mark' : asked.includes('candles') ? 'candles' : 'index'
  if (series === mark) return 'mark'
  return series === 'candles' ? 'last' : 'index'
}

/** The longest time between two payments. */
const EIGHT_HOURS: Millis = 28_800_000

const ORDER: readonly SeriesName[] = ['candles', 'mark', 'index', 'volatility', 'funding']

function seriesInOrder(asked: readonly SeriesName[]): readonly SeriesName[] {
  return ORDER.filter((series) => asked.includes(series))
}

/** The state of one load. */
class Load {
  readonly notes: string[] = []
  private readonly request: ExchangeRequest
  private readonly adapter: VenueAdapter
  private readonly market: ExchangeMarket
  private readonly deps: ExchangeDeps
  private readonly line: VenueLine
  private readonly baseUrl: string
  private rows = 0
  private pages = 0
  private cachedPages = 0
  private done = 0

  constructor(request: ExchangeRequest, adapter: VenueAdapter, market: ExchangeMarket, deps: ExchangeDeps) {
    this.request = request
    this.adapter = adapter
    this.market = market
    this.deps = deps
    this.baseUrl = request.baseUrl ?? market.baseUrl
    this.line = new VenueLine(adapter, this.baseUrl, deps)
  }

  /** One series; absent where it is only a companion and has nothing in the period. */
  async part(instrument: ExchangeInstrument, series: SeriesName): Promise<Result<ExchangePart | undefined, ExchangeTrouble>> {
    const job = this.jobOf(instrument, series)
    if (job.period.from >= job.period.to) return this.nothing(instrument, series)
    const loaded = await loadSeries(job, this.line, this.deps, this.eventsOf(job))
    this.done += 1
    if (!loaded.ok) return loaded
    const origin = this.originOf(instrument, series)
    const kind = kindOf(series, this.request.series)
    const { name: venueName } = this.adapter.venue
    const { from, to } = this.request
    const name = partName(origin, this.adapter.venue.markets[0].id)
    const named = series === 'volatility' ? `${instrument.instrument}-DVOL` : instrument.instrument
    const source = `${venueName}, ${instrument.symbol} ${series}, ${utcText(from)} to ${utcText(to)}, loaded ${utcText(this.deps.now())}`
    const made = seriesTape(loaded.value, this.request.barMillis, { id: name, title: named, source, instrument: named, kind })
    if (made === undefined) return this.nothing(instrument, series)
    if (made.report.conflicting > 0) this.notes.push(`${venueName} gave ${made.report.conflicting} rows of ${instrument.symbol} ${series} twice with different prices; the later ones stand.`)
    this.noteShort(job, made.report)
    return ok({ name, instrument: named, kind, series, ...made, origin })
  }

  /** A series that begins later or ends earlier than was asked for. */
  private noteShort({ symbol, series, period, barMillis }: SeriesJob, { first, last }: LoadReport): void {
    const room = 2 * (series === 'funding' ? EIGHT_HOURS : barMillis)
    const said = `${this.adapter.venue.name} gave no ${series} of ${symbol}`
    if (first - period.from >= room) this.notes.push(`${said} before ${utcText(first)}.`)
    if (period.to - last > room) this.notes.push(`${said} after ${utcText(last)}.`)
  }

  /** Funding that is not there leaves the rules' funding; without prices there is no tape. */
  private nothing({ symbol }: ExchangeInstrument, series: SeriesName): Result<undefined, ExchangeTrouble> {
    const { venue } = this.adapter
    if (series !== 'funding' || this.request.series.length === 1) return refused(troubleOf('no-data', venue, `Asked for: ${symbol}, ${series}. ${venue.history}`))
    this.notes.push(`${venue.name} has no funding of ${symbol} in this period; that of the rules is paid.`)
    return ok(undefined)
  }

  private jobOf({ symbol }: ExchangeInstrument, series: SeriesName): SeriesJob {
    const { venue, barMillis } = this.request
    const adapter = this.adapter.series(this.market.id, series)
    if (adapter === undefined) throw new RangeError(`S50: ${venue} has no ${series}`)
    return { venue: this.adapter.venue, adapter, series, symbol, barMillis, period: this.periodOf(adapter.oldest), key: [venue, this.market.id, this.baseUrl, series, symbol, series === 'funding' ? 0 : barMillis].join('|') }
  }

  /** Nothing is asked for that lies in the future, or that the venue does not keep any more. */
  private periodOf(oldest: ((now: Millis, barMillis: Millis) => Millis) | undefined): Window {
    const { from, to, barMillis } = this.request
    const now = this.deps.now()
    const reach = Math.ceil((oldest?.(now, barMillis) ?? 0) / barMillis) * barMillis
    if (reach > from) this.notes.push(`${this.adapter.venue.name} keeps only its latest bars: nothing before ${utcText(reach)} is there.`)
    return { from: Math.max(from, reach), to: Math.min(to, now) }
  }

  private originOf({ symbol }: ExchangeInstrument, series: SeriesName): ExchangeOrigin {
    const { venue, barMillis: resolution, from, to } = this.request
    return { venue, market: this.market.id, symbol, series, resolution, from, to }
  }

  private eventsOf({ symbol, series, period }: SeriesJob): SeriesEvents {
    let reached: { readonly from: Millis; readonly to: Millis } = { from: period.from, to: period.from }
    let through: Millis = 0
    const tell = (more: Partial<ExchangeProgress> = {}): void => {
      const all = this.request.instruments.length * this.request.series.length
      const share = (this.done + through / (period.to - period.from)) / all
      this.deps.onProgress?.({ symbol, series, rows: this.rows, pages: this.pages, cachedPages: this.cachedPages, share: Math.min(1, share), ...reached, ...more })
    }
    return {
      onPage: ({ rows, window, cached, rest }) => {
        const inside = rows.filter(([time]) => time >= window.from && time < window.to).map(([time]) => time)
        this.rows += inside.length
        this.pages += 1
        if (cached) this.cachedPages += 1
        through += window.to - window.from - (rest === undefined ? 0 : rest.to - rest.from)
        const last = inside.reduce((most, time) => Math.max(most, time), reached.to)
        reached = { from: reached.from, to: last }
        tell()
      },
      onWait: (waitingUntil, waitingFor) => tell({ waitingUntil, waitingFor }),
    }
  }
}

/**
 * Tells one part from another, in at most 100 characters, as documents want names; no folders in it, because they refuse those.
 * The market is named where it is not the venue's first.
 */
function partName({ venue, market, symbol, series, resolution, from, to }: ExchangeOrigin, first: string): string {
  const place = market === first ? venue : `${venue} ${market}`
  return `${place} ${symbol.replace(/[/\\]/g, '-')} ${series} ${shortSpan(resolution)} ${shortTime(from)} to ${shortTime(to)}`
}

/** `1h`, `15m`, `1d`. */
function shortSpan(span: Millis): string {
  const [unit, millis] = ([['d', 86_400_000], ['h', 3_600_000]] as const).find(([, one]) => span % one === 0) ?? (['m', 60_000] as const)
  return `${span / millis}${unit}`
}

/** `2024-08-01`, or to the second where it is not midnight: `2024-08-01T123000`. */
function shortTime(time: Millis): string {
  const [day = '', clock = ''] = new Date(time).toISOString().split('T')
  return clock === '00:00:00.000Z' ? day : `${day}T${clock.slice(0, 8).replaceAll(':', '')}`
}
