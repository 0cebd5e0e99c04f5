import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ExchangeDeps } from './ExchangeDeps.ts'
import type { ExchangeTroubleCode } from './ExchangeTrouble.ts'
import { EXCHANGE_VENUES } from './exchangeVenues.ts'
import { loadExchange } from './loadExchange.ts'
import { startLoopbackVenue, type LoopbackVenue, type Misbehaviour } from './testing/loopbackVenue.ts'
import { numbersOf, rowsOfTape } from './testing/rowsOfTape.ts'
import { TEST_NOW, testDeps } from './testing/testDeps.ts'
import { CANDLE_CASES, requestOf, VENUE_CASES, type VenueCase } from './testing/venueCases.ts'

const HOUR = 3_600_000
/** Four pages or more: the server gives at most 100 rows. */
const PERIOD = { from: Date.UTC(2026, 9, 1), hours: 15 * 24 }
/** An outage of three hours and one of a bar, away from the seams of pages and on one. */
const MISSING = [
  { from: Date.UTC(2026, 9, 5, 7), to: Date.UTC(2026, 9, 5, 10) },
  { from: Date.UTC(2026, 9, 12), to: Date.UTC(2026, 9, 12, 1) },
]

let server: LoopbackVenue
let hangs: (() => void)[] = []
beforeAll(async () => {
  server = await startLoopbackVenue({ now: () => TEST_NOW, pageSize: 100, missing: MISSING, onHang: () => hangs.forEach((tell) => tell()) })
})
afterAll(() => server.close())
beforeEach(() => {
  hangs = []
  server.misbehave()
})

function truthOf(one: VenueCase): readonly (readonly number[])[] {
  const { from, hours } = PERIOD
  return numbersOf(server.truth({ venue: one.venue, series: one.series, symbol: one.truthSymbol, barMillis: HOUR, from, to: from + hours * HOUR }))
}

async function loaded(one: VenueCase, ways: readonly Misbehaviour[], more: Partial<ExchangeDeps> = {}) {
  server.misbehave(...ways)
  const deps = testDeps(more)
  const result = await loadExchange(requestOf(one, server.baseUrl, PERIOD), deps)
  return { result, deps, part: result.ok ? result.value.parts[0] : undefined }
}

interface Failing {
  readonly ways: readonly Misbehaviour[]
  readonly more?: Partial<ExchangeDeps>
}

/** A request without an answer is given up as soon as the server has noticed it, in place of after half a minute. */
const impatient: Partial<ExchangeDeps> = {
  timeout: () => {
    const patience = new AbortController()
    hangs.push(() => patience.abort())
    return patience.signal
  },
}

describe.each(CANDLE_CASES)('$venue', (one) => {
  it('[S52] an outage stays a gap: nothing is put in its place', async () => {
    const { part } = await loaded(one, [])
    expect(part === undefined ? [] : rowsOfTape(part.tape)).toEqual(truthOf(one))
    expect(part?.report).toMatchObject({ rows: 15 * 24 - 4, gaps: 2, missingBars: 4, duplicates: 0 })
  })

  it.each<readonly [string, readonly Misbehaviour[]]>([
    ['a row more at both seams', [{ do: 'seam', times: Infinity }]],
    ['ten rows more than asked for', [{ do: 'more', times: Infinity }]],
    ['rows in no order', [{ do: 'shuffle', times: Infinity }]],
    ['pages shorter than documented', [{ do: 'short', rows: 37, times: Infinity }]],
    ['all of these', [{ do: 'seam', times: Infinity }, { do: 'shuffle', times: Infinity }, { do: 'short', rows: 41, times: Infinity }]],
    ['429 with seconds', [{ do: 'status', status: 429, retryAfter: '7', after: 1, times: 2 }]],
    ['418', [{ do: 'status', status: 418, retryAfter: '120', after: 1 }]],
    ['403 that says when', [{ do: 'status', status: 403, retryAfter: '30', times: 1 }]],
    ['a web page in place of data, once', [{ do: 'html', after: 1 }]],
    ['a reply cut off, once', [{ do: 'cut', after: 1, times: 2 }]],
    ['a broken connection', [{ do: 'reset', after: 1, times: 2 }]],
    ['an error of the venue’s own servers', [{ do: 'status', status: 502, body: 'Bad gateway', after: 1, times: 2 }]],
    ['its own word for too many questions', [{ do: 'error', kind: 'rate-limit', after: 1, times: 2 }]],
  ])('[S52] [S56] %s: the series is the same', async (_name, ways) => {
    const { part, deps } = await loaded(one, ways)
    expect(part === undefined ? [] : rowsOfTape(part.tape)).toEqual(truthOf(one))
    const waited = deps.told.filter(({ waitingUntil }) => waitingUntil !== undefined).length
    expect(waited).toBe(ways.reduce((sum, { do: what, times = 1 }) => sum + (times === Infinity || what === 'short' ? 0 : times), 0))
  })

  it('[S52] a row that comes twice with other prices is counted and said', async () => {
    server.misbehave({ do: 'conflict', times: Infinity })
    const size = (EXCHANGE_VENUES.find(({ id }) => id === one.venue)?.markets[0].pageSize ?? NaN) * HOUR
    // Forty hours before and after the last seam of two pages that lies two days back: at each, both pages hold one row of the other.
    const seam = Math.floor((TEST_NOW - 48 * HOUR) / size) * size
    const result = await loadExchange(requestOf(one, server.baseUrl, { from: seam - 40 * HOUR, hours: 80 }), testDeps())
    const part = result.ok ? result.value.parts[0] : undefined
    expect(part?.report).toMatchObject({ rows: 80, duplicates: 2, conflicting: 2, outside: 2 })
    expect(result.ok && result.value.notes.join()).toContain('gave 2 rows')
  })

  it.each<readonly [string, ExchangeTroubleCode, string, Failing]>([
    ['the same page for ever', 'stalled', 'the same page again and again', { ways: [{ do: 'stuck', times: Infinity }] }],
    ['a web page in place of data', 'reply', 'a web page', { ways: [{ do: 'html', times: Infinity }] }],
    ['JSON cut off', 'reply', 'cut off', { ways: [{ do: 'cut', times: Infinity }] }],
    ['JSON of another shape', 'reply', 'something else than prices', { ways: [{ do: 'reply', body: '{"hello":"world"}', times: Infinity }] }],
    ['an empty reply', 'reply', 'an empty reply', { ways: [{ do: 'reply', body: '', times: Infinity }] }],
    ['429 without end', 'rate-limit', 'too much was asked', { ways: [{ do: 'status', status: 429, times: Infinity }] }],
    ['a pause of a day', 'rate-limit', 'too much was asked', { ways: [{ do: 'status', status: 429, retryAfter: '86400' }] }],
    ['451', 'region', 'does not serve the place', { ways: [{ do: 'status', status: 451, body: 'Unavailable For Legal Reasons' }] }],
    ['403 from the first request on', 'region', 'does not serve the place', { ways: [{ do: 'status', status: 403, body: '' }] }],
    ['403 with a word on the country', 'region', 'does not serve the place', { ways: [{ do: 'status', status: 403, retryAfter: '5', body: 'blocked in your country', after: 1 }] }],
    ['an instrument it does not know', 'symbol', 'does not know this instrument', { ways: [{ do: 'error', kind: 'symbol' }] }],
    ['a question it refuses', 'rejected', 'refused the question. It ', { ways: [{ do: 'error', kind: 'rejected' }] }],
    ['no rows at all', 'no-data', 'has nothing in this period', { ways: [{ do: 'empty', times: Infinity }] }],
    ['out of order', 'server', 'out of order', { ways: [{ do: 'status', status: 503, times: Infinity }] }],
    ['no answer', 'connection', 'no answer in time', { ways: [{ do: 'hang', times: Infinity }], more: impatient }],
    ['a connection that breaks off', 'connection', 'broke off', { ways: [{ do: 'reset', times: Infinity }] }],
    ['no network', 'offline', 'no network', { ways: [{ do: 'reset', times: Infinity }], more: { online: () => false } }],
  ])('[S57] %s is told as such, with the file as the way out', async (_name, code, words, { ways, more }) => {
    const { result } = await loaded(one, ways, more)
    const error = result.ok ? undefined : result.error
    expect(error?.code).toBe(code)
    expect(error?.message).toContain(words)
    expect(error?.message).toContain('The way by file: download')
  })
})

describe.each(VENUE_CASES.filter(({ series }) => series !== 'candles'))('$venue $market $series', (one) => {
  it('[S52] seams, disorder and outages change nothing', async () => {
    const { part } = await loaded(one, [{ do: 'seam', times: Infinity }, { do: 'shuffle', times: Infinity }])
    const whole = one.venue === 'kraken-futures' && one.series === 'funding'
    // Its newest hundred hours, which lie after the period: nothing is left of it.
    if (whole) expect(part).toBeUndefined()
    else expect(part === undefined ? [] : rowsOfTape(part.tape)).toEqual(truthOf(one))
  })

  it('[S57] the same page for ever does not end in a series that is too short', async () => {
    const { result } = await loaded(one, [{ do: 'stuck', times: Infinity }])
    const truth = truthOf(one).length
    // Of dYdX's payments only the end of a window can be asked for: a page that comes again may be all there is, and is said.
    if (result.ok && truth > 100) expect([one.venue, result.value.notes.join()]).toEqual(['dydx', expect.stringContaining('gave no funding of BTC-USD after')])
    else if (result.ok) expect(result.value.parts[0]?.report.rows).toBe(truth)
    else expect(result.error.code).toBe(one.venue === 'kraken-futures' && one.series === 'funding' ? 'no-data' : 'stalled')
  })

  it('[S57] an instrument it does not know', async () => {
    const { result } = await loaded(one, [{ do: 'error', kind: 'symbol' }])
    expect(result.ok ? '' : result.error.code).toBe('symbol')
  })
})

describe('what a page cannot know', () => {
  const [one] = CANDLE_CASES
  if (one === undefined) throw new Error('no case')
  const failing = (cause: Error): Partial<ExchangeDeps> => ({
    inBrowser: true,
    fetch: async () => {
      await Promise.resolve()
      throw cause
    },
  })

  it('[S57] a browser that refuses: its rules for other sites, or a blocker', async () => {
    const { result, deps } = await loaded(one, [], failing(new TypeError('Failed to fetch')))
    expect(result.ok ? '' : result.error.code).toBe('blocked')
    expect(deps.pauses.length).toBe(3)
  })

  it('[S57] what had answered is not refused: the connection was lost', async () => {
    let requests = 0
    const { result } = await loaded(one, [], { inBrowser: true, fetch: (url, init) => (++requests > 2 ? Promise.reject(new TypeError('Failed to fetch')) : fetch(url, init)) })
    expect(result.ok ? '' : result.error.code).toBe('connection')
  })

  it.each(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH'])('[S57] Node says %s: there is no network', async (code) => {
    const cause = Object.assign(new Error(code), { code })
    const { result } = await loaded(one, [], { fetch: () => Promise.reject(new TypeError('fetch failed', { cause })) })
    expect(result.ok ? '' : result.error.code).toBe('offline')
  })

  it('[S57] 403 after pages that came is too much, and waited for', async () => {
    const { part, deps } = await loaded(one, [{ do: 'status', status: 403, body: '', after: 2 }])
    expect(part?.report.rows).toBe(15 * 24 - 4)
    expect(deps.told.some(({ waitingFor }) => waitingFor === 'rate-limit')).toBe(true)
  })

  it('[S56] Retry-After in seconds and as a date is what is waited', async () => {
    const until = new Date(TEST_NOW + 42_000).toUTCString()
    const { deps } = await loaded(one, [{ do: 'status', status: 429, retryAfter: until }, { do: 'status', status: 418, retryAfter: '90', after: 3 }])
    expect(deps.pauses.filter((pause) => pause > 1000)).toEqual([42_000, 90_000])
  })

  it('[S56] without it the pauses double and do not come together', async () => {
    const { deps } = await loaded(one, [{ do: 'status', status: 429, times: Infinity }])
    // Six tries, five pauses: 0.5 s to 8 s, of which at least half is waited.
    const pauses = deps.pauses.filter((pause) => pause >= 250)
    expect(pauses.length).toBe(5)
    pauses.forEach((pause, i) => {
      expect(pause).toBeGreaterThanOrEqual(250 * 2 ** i)
      expect(pause).toBeLessThanOrEqual(500 * 2 ** i)
    })
    expect(new Set(pauses.map((pause, i) => pause / 2 ** i)).size).toBe(5)
  })

  it('[S55] nothing of the user goes along', async () => {
    const seen: unknown[] = []
    await loaded(one, [], { fetch: (url, init) => (seen.push([init.credentials, init.referrerPolicy, init.cache, Object.keys(init.headers ?? {})]), fetch(url, init)) })
    expect(new Set(seen.map((each) => JSON.stringify(each)))).toEqual(new Set(['["omit","no-referrer","no-store",[]]']))
  })
})
