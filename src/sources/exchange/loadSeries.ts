import { ok, refused, type Millis, type Result } from '../../engine/index.ts'
import type { ExchangeDeps } from './ExchangeDeps.ts'
import type { SeriesName } from './ExchangeRequest.ts'
import type { ExchangeTrouble } from './ExchangeTrouble.ts'
import type { ExchangeVenue } from './ExchangeVenue.ts'
import type { PageRow } from './PageCache.ts'
import { ReplyShapeError } from './replyShape.ts'
import { restOf, windowsOf, type Window } from './seriesPages.ts'
import { SeriesRows } from './SeriesRows.ts'
import { CANCELLED, troubleOf } from './troubleWords.ts'
import type { VenueLine } from './VenueLine.ts'
import type { SeriesAdapter } from './venues/VenueAdapter.ts'

/** More pages than this for one window are not a way to its end. */
const MOST_PAGES_A_WINDOW = 200
/** A venue may be behind with its newest rows; a page is kept for good only when it cannot grow any more. */
const SETTLED: Millis = 600_000

/** One series of one instrument. */
export interface SeriesJob {
  readonly venue: ExchangeVenue
  readonly adapter: SeriesAdapter
  readonly series: SeriesName
  readonly symbol: string
  readonly barMillis: Millis
  readonly period: Window
  /** Everything that a page depends on besides its window. */
  readonly key: string
}

/** What the load tells while it goes on. */
export interface SeriesEvents {
  /** @param page  with what it leaves of the window it was asked for */
  readonly onPage: (page: { readonly rows: readonly PageRow[]; readonly window: Window; readonly rest: Window | undefined; readonly cached: boolean }) => void
  readonly onWait: (until: Millis, reason: 'rate-limit' | 'retry') => void
}

/** All rows of a series, page by page. Pages that were loaded before are not asked for again. [S51] [S53] */
export async function loadSeries(job: SeriesJob, line: VenueLine, deps: ExchangeDeps, events: SeriesEvents): Promise<Result<SeriesRows, ExchangeTrouble>> {
  const { adapter, barMillis, series } = job
  const step = adapter.stepMillis ?? barMillis
  const rows = new SeriesRows(job.period, series === 'funding' ? 0 : barMillis)
  let before = ''
  for (const window of windowsOf(job.period, adapter, step)) {
    let rest: Window | undefined = window
    for (let pages = 0; rest !== undefined; pages++) {
      const asked: Window = rest
      const page = await pageOf(job, asked, line, { deps, events })
      if (!page.ok) return page
      rows.add(page.value.rows, deps.now())
      const again = adapter.endOnly !== true && isBeside(page.value.rows, asked) && signatureOf(page.value.rows) === before
      before = signatureOf(page.value.rows)
      const left = again || pages >= MOST_PAGES_A_WINDOW ? ({ type: 'stalled' } as const) : restOf(page.value.rows, asked, adapter, step)
      if (left.type === 'stalled') return refused(troubleOf('stalled', job.venue, '', `${job.symbol} ${series}: ${new Date(asked.from).toISOString()} to ${new Date(asked.to).toISOString()}`))
      rest = left.type === 'window' ? left.window : undefined
      events.onPage({ ...page.value, window: asked, rest })
    }
  }
  return ok(rows)
}

function isBeside(rows: readonly PageRow[], { from, to }: Window): boolean {
  return rows.length > 0 && rows.every(([time]) => time < from || time >= to)
}

/** Two pages with the same are the same page. */
function signatureOf(rows: readonly PageRow[]): string {
  return `${rows.length} ${rows[0]?.[0]} ${rows.at(-1)?.[0]}`
}

interface Page {
  readonly rows: readonly PageRow[]
  readonly cached: boolean
}

async function pageOf(job: SeriesJob, window: Window, line: VenueLine, { deps, events }: { readonly deps: ExchangeDeps; readonly events: SeriesEvents }): Promise<Result<Page, ExchangeTrouble>> {
  if (deps.signal?.aborted === true) return refused(CANCELLED)
  const key = `${job.key}|${window.from}|${window.to}`
  const kept = await deps.cache?.get(key).catch(() => undefined)
  if (kept !== undefined) return ok({ rows: kept, cached: true })
  const query = { symbol: job.symbol, barMillis: job.barMillis, ...window }
  const asked = deps.now()
  const body = await line.ask(job.adapter.ask(query), events.onWait)
  if (!body.ok) return body
  const rows = rowsOf(job, body.value, query)
  // A window that had not ended when it was asked for will hold more.
  if (rows.ok && window.to + job.barMillis + SETTLED <= asked) await deps.cache?.put(key, rows.value).catch(() => undefined)
  return rows.ok ? ok({ rows: rows.value, cached: false }) : rows
}

function rowsOf({ adapter, venue }: SeriesJob, body: unknown, query: Parameters<SeriesAdapter['rows']>[1]): Result<readonly PageRow[], ExchangeTrouble> {
  try {
    return ok(adapter.rows(body, query))
  } catch (error) {
    if (!(error instanceof ReplyShapeError)) throw error
    return refused(troubleOf('reply', venue, '', error.message))
  }
}
