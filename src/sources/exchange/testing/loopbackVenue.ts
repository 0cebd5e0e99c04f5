import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PageRow } from '../PageCache.ts'
import { errorReply, type ErrorKind } from './loopbackErrors.ts'
import { marketsReply } from './loopbackMarkets.ts'
import { replyOf } from './loopbackReplies.ts'
import { routeOf, type Asked, type Route } from './loopbackRoutes.ts'
import { stepOf, syntheticRows, type LoopbackMarket, type RowsAsked } from './loopbackSeries.ts'

/** One way of not doing as documented. */
export interface Misbehaviour {
  /**
   * seam: one row more at both ends. conflict: the same with other prices. more: ten rows more at both ends. shuffle: rows in
   * no order. short: at most `rows` rows. empty: no rows. stuck: the first page that was asked for, again and again.
   * error: the venue's own `kind` of error. status: `status` with `body`, and `retryAfter` as header. reply: `body` with status 200.
   * html, cut, hang, reset, no-cors, slow (`millis`): as they say.
   */
  readonly do: 'seam' | 'conflict' | 'more' | 'shuffle' | 'short' | 'empty' | 'stuck' | 'error' | 'status' | 'reply' | 'html' | 'cut' | 'hang' | 'reset' | 'no-cors' | 'slow'
  /** Part of the address it concerns; any unless said. */
  readonly path?: string
  /** So many matching requests are answered well before it begins; 0 unless said. */
  readonly after?: number
  /** So many requests; 1 unless said. */
  readonly times?: number
  readonly kind?: ErrorKind
  readonly status?: number
  readonly retryAfter?: string
  readonly body?: string
  readonly rows?: number
  readonly millis?: number
}

export interface LoopbackOptions {
  /** What time the venue has; the real one unless said. */
  readonly now?: () => number
  readonly existsFrom?: number
  readonly missing?: LoopbackMarket['missing']
  /** Symbols it does not know; `NOPE` in a symbol is unknown anyway. */
  readonly unknown?: readonly string[]
  /** Rows a page at most, where less than the venue gives. */
  readonly pageSize?: number
  /** Told when a request is left without an answer. */
  readonly onHang?: () => void
}

export interface LoopbackVenue {
  /** `http://127.0.0.1:…`, for all eight venues: their paths differ. */
  readonly baseUrl: string
  /** Every request so far: method, path with query, posted body. */
  readonly requests: readonly string[]
  /** What a load of these has to find, ascending; a bar that had not ended at `now` is not among them. */
  readonly truth: (asked: RowsAsked) => readonly PageRow[]
  /** From now on, in place of what was set before; none to behave. */
  readonly misbehave: (...ways: readonly Misbehaviour[]) => void
  readonly close: () => Promise<void>
}

/** A real HTTP server on loopback that answers as the eight exchanges do, from synthetic series, and misbehaves on command. Also for journeys in a browser. */
export async function startLoopbackVenue(options: LoopbackOptions = {}): Promise<LoopbackVenue> {
  const { now = Date.now, existsFrom = Date.UTC(2020, 0, 1), missing = [] } = options
  const market = { existsFrom, missing }
  const requests: string[] = []
  let ways: { readonly way: Misbehaviour; seen: number }[] = []
  const stuck = new Map<string, unknown>()
  const server = createServer((request, response) => void handle(request, response))

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'OPTIONS') {
      response.writeHead(204, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*', 'Access-Control-Allow-Methods': '*' }).end()
      return
    }
    const posted = await textOf(request)
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const asked: Asked = { path: url.pathname, query: url.searchParams, body: posted === '' ? {} : (JSON.parse(posted) as Readonly<Record<string, unknown>>) }
    const name = `${request.method} ${request.url}${posted}`
    requests.push(name)
    answer(asked, applying(name), response)
  }

  /** The ways that concern this request, each counted. */
  function applying(name: string): readonly Misbehaviour[] {
    return ways.flatMap((one) => {
      if (!name.includes(one.way.path ?? '')) return []
      one.seen += 1
      const { after = 0, times = 1 } = one.way
      return one.seen > after && one.seen <= after + times ? [one.way] : []
    })
  }

  function answer(asked: Asked, active: readonly Misbehaviour[], response: ServerResponse): void {
    if (wayOf(active, 'hang') !== undefined) options.onHang?.()
    else if (wayOf(active, 'reset') !== undefined) response.socket?.destroy()
    else {
      const { status, text, headers = {} } = plainReply(active) ?? fullReply(asked, active)
      const cors = wayOf(active, 'no-cors') === undefined ? { 'Access-Control-Allow-Origin': '*' } : {}
      const write = (): void => void response.writeHead(status, { 'Content-Type': 'application/json', ...cors, ...headers }).end(text)
      const slow = wayOf(active, 'slow')
      if (slow === undefined) write()
      else setTimeout(write, slow.millis ?? 1000)
    }
  }

  function fullReply(asked: Asked, active: readonly Misbehaviour[]): WrittenReply {
    const { status, body } = bodyOf(asked, active)
    const text = typeof body === 'string' && status !== 200 ? body : JSON.stringify(body)
    return { status, text: wayOf(active, 'cut') === undefined ? text : text.slice(0, Math.floor(text.length * 0.6)) }
  }

  function bodyOf(asked: Asked, active: readonly Misbehaviour[]): { readonly status: number; readonly body: unknown } {
    const route = routeOf(asked)
    const error = wayOf(active, 'error')
    if (route === undefined) {
      const body = marketsReply(asked.path, asked.query, asked.body)
      return body === undefined ? { status: 404, body: { message: 'no such path' } } : { status: 200, body }
    }
    if (error !== undefined) return errorReply(route.venue, error.kind ?? 'rejected')
    if (route.symbol.includes('NOPE') || options.unknown?.includes(route.symbol) === true) return errorReply(route.venue, 'symbol')
    if (wayOf(active, 'stuck') !== undefined) {
      const key = `${route.venue} ${route.series} ${route.symbol}`
      if (!stuck.has(key)) stuck.set(key, replyOf(rowsOf(route, active), route, now()))
      return { status: 200, body: stuck.get(key) }
    }
    return { status: 200, body: replyOf(rowsOf(route, active), route, now()) }
  }

  /** The rows of a page, ascending, with the bar that runs now as venues give it. */
  function rowsOf(route: Route, active: readonly Misbehaviour[]): readonly PageRow[] {
    const has = (what: Misbehaviour['do']): Misbehaviour | undefined => wayOf(active, what)
    const limit = Math.min(route.limit, options.pageSize ?? Infinity, has('short')?.rows ?? Infinity)
    const step = stepOf(route)
    const to = Math.min(route.to, now() + 1)
    // Rows that a page of the newest cannot reach are not made.
    const from = Math.max(route.from, existsFrom, route.keeps === 'newest' ? to - (limit + 5000) * step : 0)
    const all = has('empty') === undefined ? syntheticRows({ ...route, from, to }, market) : []
    const page = route.keeps === 'newest' ? all.slice(-limit) : all.slice(0, limit)
    const [first] = page
    const last = page.at(-1)
    if (first === undefined || last === undefined) return page
    const extra = has('more') === undefined ? (has('seam') === undefined && has('conflict') === undefined ? 0 : 1) : 10
    const around = (a: number, b: number): readonly PageRow[] => syntheticRows({ ...route, from: Math.max(0, a), to: Math.min(b, now()) }, market).map((row) => (has('conflict') === undefined ? row : otherPrices(row)))
    const longer = [...around(first[0] - extra * step, first[0]), ...page, ...around(last[0] + 1, last[0] + extra * step + 1)]
    return has('shuffle') === undefined ? longer : shuffled(longer)
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    truth: (asked) => syntheticRows(asked, market).filter(([time]) => time + (asked.series === 'funding' ? 0 : asked.barMillis) <= now()),
    misbehave: (...next) => {
      ways = next.map((way) => ({ way, seen: 0 }))
      stuck.clear()
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

interface WrittenReply {
  readonly status: number
  readonly text: string
  readonly headers?: Readonly<Record<string, string>>
}

function wayOf(active: readonly Misbehaviour[], what: Misbehaviour['do']): Misbehaviour | undefined {
  return active.find((way) => way.do === what)
}

/** A reply that has nothing to do with what was asked. */
function plainReply(active: readonly Misbehaviour[]): WrittenReply | undefined {
  const status = wayOf(active, 'status')
  if (status !== undefined) return { status: status.status ?? 500, text: status.body ?? '', headers: status.retryAfter === undefined ? {} : { 'Retry-After': status.retryAfter } }
  const fixed = wayOf(active, 'reply')
  if (fixed !== undefined) return { status: 200, text: fixed.body ?? '' }
  return wayOf(active, 'html') === undefined ? undefined : { status: 200, text: '<!doctype html><html><body>Just a moment…</body></html>', headers: { 'Content-Type': 'text/html' } }
}

function otherPrices([time, ...cells]: PageRow): PageRow {
  return [time, ...cells.map((cell) => String(Number(cell) * 2))]
}

/** The same other order every time. */
function shuffled(rows: readonly PageRow[]): readonly PageRow[] {
  return rows.map((row, i) => ({ row, key: (i * 7919) % 1009 })).sort((a, b) => a.key - b.key).map(({ row }) => row)
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Buffer))
  return Buffer.concat(chunks).toString('utf8')
}
