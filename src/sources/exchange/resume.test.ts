import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadExchange } from './loadExchange.ts'
import { startLoopbackVenue, type LoopbackVenue, type Misbehaviour } from './testing/loopbackVenue.ts'
import { numbersOf, rowsOfTape } from './testing/rowsOfTape.ts'
import { memoryCache, TEST_NOW, testDeps } from './testing/testDeps.ts'
import { requestOf, VENUE_CASES } from './testing/venueCases.ts'

const HOUR = 3_600_000
const MISSING = [{ from: Date.UTC(2026, 8, 20, 3), to: Date.UTC(2026, 8, 21, 9) }]

let servers: ReadonlyMap<number, LoopbackVenue>
beforeAll(async () => {
  const sizes = [17, 100, 100_000]
  const started = await Promise.all(sizes.map(async (pageSize) => [pageSize, await startLoopbackVenue({ now: () => TEST_NOW, pageSize, missing: MISSING })] as const))
  servers = new Map(started)
})
afterAll(async () => {
  await Promise.all([...servers.values()].map((server) => server.close()))
})

const anyCase = fc.constantFrom(...VENUE_CASES.filter(({ venue, series }) => !(venue === 'kraken-futures' && series === 'funding')))
const anyPeriod = fc.record({ from: fc.integer({ min: 0, max: 1000 }).map((hours) => Date.UTC(2026, 8, 1) + hours * HOUR), hours: fc.integer({ min: 9, max: 700 }) })
const anyWays = fc.subarray<Misbehaviour>([{ do: 'seam', times: Infinity }, { do: 'more', times: Infinity }, { do: 'shuffle', times: Infinity }, { do: 'status', status: 429, after: 2 }, { do: 'cut', after: 1 }])

describe('a load that is broken off', () => {
  it('[S51] [S52] any period, size of page, seam and order gives what the venue has, no more and no less', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, anyPeriod, fc.constantFrom(17, 100, 100_000), anyWays, async (one, period, pageSize, ways) => {
        const server = servers.get(pageSize) ?? expect.fail('no server')
        server.misbehave(...ways)
        const loaded = await loadExchange(requestOf(one, server.baseUrl, period), testDeps())
        const truth = server.truth({ venue: one.venue, series: one.series, symbol: one.truthSymbol, barMillis: HOUR, from: period.from, to: period.from + period.hours * HOUR })
        if (truth.length === 0) expect(loaded.ok ? '' : loaded.error.code).toBe('no-data')
        else expect(loaded.ok ? loaded.value.parts.map(({ tape }) => rowsOfTape(tape)) : loaded.error).toEqual([numbersOf(truth)])
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('[S54] cancelled at any page and begun again: the same series, and no page is asked for twice', async () => {
    const server = servers.get(100) ?? expect.fail('no server')
    server.misbehave()
    const page = servers.get(17) ?? expect.fail('no server')
    page.misbehave()
    await fc.assert(
      fc.asyncProperty(anyCase, anyPeriod, fc.integer({ min: 1, max: 12 }), fc.constantFrom(17, 100), async (one, period, after, pageSize) => {
        const venue = servers.get(pageSize) ?? expect.fail('no server')
        const before = venue.requests.length
        const cache = memoryCache()
        const cancel = new AbortController()
        let pages = 0
        const first = await loadExchange(requestOf(one, venue.baseUrl, period), testDeps({ cache, signal: cancel.signal, onProgress: () => ++pages === after && cancel.abort() }))
        const again = await loadExchange(requestOf(one, venue.baseUrl, period), testDeps({ cache }))
        const never = await loadExchange(requestOf(one, venue.baseUrl, period), testDeps())
        if (!first.ok && first.error.code !== 'no-data') expect(first.error).toMatchObject({ code: 'cancelled' })
        expect(again.ok ? again.value.parts.map(({ tape }) => rowsOfTape(tape)) : again.error.code).toEqual(never.ok ? never.value.parts.map(({ tape }) => rowsOfTape(tape)) : never.error.code)
        const asked = venue.requests.slice(before)
        const alone = new Set(asked)
        // Broken off, gone on, and once more without the cache: each page twice, never three times.
        expect(asked.length).toBe(2 * alone.size)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('[S54] a cancel while a page is on its way ends the load at once', async () => {
    const hung = await startLoopbackVenue({ now: () => TEST_NOW, onHang: () => cancel.abort() })
    const cancel = new AbortController()
    hung.misbehave({ do: 'hang', after: 1 })
    const one = VENUE_CASES.find(({ venue }) => venue === 'okx') ?? expect.fail('no case')
    const loaded = await loadExchange(requestOf(one, hung.baseUrl, { from: Date.UTC(2026, 8, 1), hours: 500 }), testDeps({ signal: cancel.signal }))
    expect(loaded).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(hung.requests.length).toBe(2)
    await hung.close()
  })

  it('[S53] a cache that fails costs nothing but time', async () => {
    const server = servers.get(100) ?? expect.fail('no server')
    server.misbehave()
    const broken = async (): Promise<never> => {
      await Promise.resolve()
      throw new Error('the disk is full')
    }
    const [one] = VENUE_CASES
    const loaded = await loadExchange(requestOf(one ?? expect.fail('no case'), server.baseUrl, { from: Date.UTC(2026, 8, 1), hours: 50 }), testDeps({ cache: { get: broken, put: broken } }))
    expect(loaded.ok && loaded.value.parts[0]?.report.rows).toBe(50)
  })

  it('[S53] another period asks only for what is new', async () => {
    const server = servers.get(100_000) ?? expect.fail('no server')
    server.misbehave()
    const cache = memoryCache()
    const one = VENUE_CASES.find(({ venue, series }) => venue === 'okx' && series === 'mark') ?? expect.fail('no case')
    // Pages of OKX’s mark lie on a grid of 100 hours: this period begins and ends on it.
    const size = 100 * HOUR
    const from = Math.floor(Date.UTC(2026, 5, 1) / size) * size
    await loadExchange(requestOf(one, server.baseUrl, { from, hours: 500 }), testDeps({ cache }))
    const before = server.requests.length
    await loadExchange(requestOf(one, server.baseUrl, { from: from + 150 * HOUR, hours: 450 }), testDeps({ cache }))
    // Its first half page and its last page are new.
    expect(server.requests.length - before).toBe(2)
  })
})
