import { describe, expect, it } from 'vitest'
import type { ExchangeRequest } from '../../sources/exchange/ExchangeRequest.ts'
import { loadExchange } from '../../sources/exchange/loadExchange.ts'
import { startLoopbackVenue } from '../../sources/exchange/testing/loopbackVenue.ts'
import { TEST_NOW, testDeps } from '../../sources/exchange/testing/testDeps.ts'
import { baseProblem } from './baseAddress.ts'
import { EXCHANGE_VENUES } from './exchangeVenues.ts'
import { loadEstimate } from './loadEstimate.ts'

const HOUR = 3_600_000

describe('what a load will ask for', () => {
  it('is what it then asks for, at every exchange', async () => {
    const venue = await startLoopbackVenue({ now: () => TEST_NOW })
    for (const { id, markets: [market] } of EXCHANGE_VENUES) {
      const request: ExchangeRequest = { venue: id, market: market.id, instruments: market.examples.slice(0, 2), series: market.series.filter((name) => name !== 'volatility'), barMillis: HOUR, from: Date.UTC(2026, 6, 1), to: Date.UTC(2026, 8, 1), baseUrl: venue.baseUrl }
      const estimate = loadEstimate(request, TEST_NOW)
      const before = venue.requests.length
      const loaded = await loadExchange(request, testDeps())
      const rows = loaded.ok ? loaded.value.parts.reduce((sum, { report }) => sum + report.rows, 0) : undefined
      expect({ id, problem: estimate.problem, pages: estimate.pages }).toEqual({ id, problem: undefined, pages: venue.requests.length - before })
      expect({ id, rows: estimate.rows }).toEqual({ id, rows })
    }
    await venue.close()
  }, 30_000)

  it('is a day at a venue that keeps its latest 5,000 bars only, and says from when', () => {
    const request: ExchangeRequest = { venue: 'hyperliquid', instruments: [{ symbol: 'BTC', instrument: 'BTC' }], series: ['candles'], barMillis: 60_000, from: TEST_NOW - 30 * 24 * HOUR, to: TEST_NOW }
    const { rows, begins } = loadEstimate(request, TEST_NOW)
    expect(rows).toBeLessThanOrEqual(5000)
    expect(begins).toBeGreaterThan(TEST_NOW - 5001 * 60_000)
  })

  it('is none where it cannot be asked', () => {
    const request: ExchangeRequest = { venue: 'bybit', instruments: [{ symbol: 'BTCUSDT', instrument: 'BTC' }], series: ['candles'], barMillis: 60_000, from: Date.UTC(2020, 0, 1), to: Date.UTC(2026, 0, 1) }
    expect(loadEstimate(request, TEST_NOW)).toMatchObject({ pages: 0, problem: expect.stringContaining('at most') })
  })
})

describe('another address to ask', () => {
  it('is one a browser can ask', () => {
    for (const fine of ['https://api.bybit.com', ' https://proxy.example.com/bybit/ ', 'http://127.0.0.1:8080', 'http://localhost:3000/x', 'http://[::1]:80']) expect([fine, baseProblem(fine)]).toEqual([fine, undefined])
    for (const odd of ['', 'bybit', 'ftp://a.b', 'https://a.b?x=1', 'https://a.b#x', 'https://me:you@a.b', 'http://example.com', 'javascript:alert(1)']) expect([odd, typeof baseProblem(odd)]).toEqual([odd, 'string'])
  })
})
