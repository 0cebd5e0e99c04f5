import { describe, expect, it } from 'vitest'
import { EXCHANGE_VENUES, adapterOf } from './exchangeVenues.ts'
import { loadExchange } from './loadExchange.ts'
import { retryAfter } from './retryAfter.ts'
import { testDeps } from './testing/testDeps.ts'
import { startLoopbackVenue } from './testing/loopbackVenue.ts'
import { CANDLE_CASES, requestOf } from './testing/venueCases.ts'
import { TEST_NOW } from './testing/testDeps.ts'
import { tokenBucket } from './tokenBucket.ts'

describe('pace', () => {
  it('[S55] a burst at once, then one in every so many milliseconds', () => {
    const bucket = tokenBucket({ burst: 3, everyMillis: 100 })
    // Three at once, then 100 ms each after the last; a second of rest fills it again.
    expect([0, 0, 0, 0, 0].map(() => bucket.take(0))).toEqual([0, 0, 0, 100, 200])
    expect([1000, 1000, 1000, 1000].map((now) => bucket.take(now))).toEqual([0, 0, 0, 100])
  })

  it('[S55] no venue is asked faster than it allows', async () => {
    const server = await startLoopbackVenue({ now: () => TEST_NOW, pageSize: 20 })
    for (const one of CANDLE_CASES) {
      const { pace } = adapterOf(one.venue)
      const times: number[] = []
      const deps = testDeps()
      const clocked = { ...deps, fetch: (...asked: Parameters<typeof deps.fetch>) => (times.push(deps.now()), deps.fetch(...asked)) }
      await loadExchange(requestOf(one, server.baseUrl, { from: Date.UTC(2026, 9, 1), hours: 600 }), clocked)
      expect(times.length).toBeGreaterThanOrEqual(30)
      times.forEach((time, i) => {
        const before = times[i - pace.burst]
        if (before !== undefined) expect(time - before).toBeGreaterThanOrEqual(pace.everyMillis)
      })
    }
    await server.close()
  })

  // RFC 9110 §10.2.3 prints both forms: “Retry-After: Fri, 31 Dec 1999 23:59:59 GMT” and “Retry-After: 120”.
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['1.5', 1500],
    ['Fri, 31 Dec 1999 23:59:59 GMT', 59_000],
    ['Fri, 31 Dec 1999 23:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('[S56] Retry-After %s', (header, millis) => {
    expect(retryAfter(header, Date.UTC(1999, 11, 31, 23, 59))).toBe(millis)
  })

  it('[S59] every venue says what it serves, where, how a file does the same, and what was not verified', () => {
    expect(EXCHANGE_VENUES.map(({ id }) => id)).toEqual(['bybit', 'deribit', 'coinbase', 'binance', 'okx', 'hyperliquid', 'kraken-futures', 'dydx'])
    for (const { id, markets, file, history, notes, tiers } of EXCHANGE_VENUES) {
      expect(file).toMatch(/^The way by file: download .*\.$/)
      expect(history).toMatch(/\.$/)
      expect(notes.length).toBeGreaterThan(0)
      expect(adapterOf(id).tiers !== undefined).toBe(tiers)
      for (const market of markets) {
        expect(market.baseUrl).toMatch(/^https:\/\/[^/]+$/)
        expect(market.series.map((series) => adapterOf(id).series(market.id, series) === undefined)).toEqual(market.series.map(() => false))
        expect([...market.bars].sort((a, b) => a - b)).toEqual(market.bars)
      }
    }
  })
})
