import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadExchange } from './loadExchange.ts'
import { startLoopbackVenue, type LoopbackVenue } from './testing/loopbackVenue.ts'
import { numbersOf, rowsOfTape } from './testing/rowsOfTape.ts'
import { memoryCache, TEST_NOW, testDeps } from './testing/testDeps.ts'
import { requestOf, VENUE_CASES, type VenueCase } from './testing/venueCases.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

describe('loading from an exchange', () => {
  let server: LoopbackVenue
  beforeAll(async () => {
    server = await startLoopbackVenue({ now: () => TEST_NOW })
  })
  afterAll(() => server.close())

  describe.each(VENUE_CASES)('$venue $market $series', (one) => {
    // 90 days are two pages or more everywhere but at Deribit and Hyperliquid, which hold 5,000 hours a page.
    const period = { from: Date.UTC(2026, 7, 1), hours: 90 * 24 }
    const asked = { venue: one.venue, series: one.series, symbol: one.truthSymbol, barMillis: HOUR, from: period.from, to: period.from + period.hours * HOUR }

    it('[S50] every row of the period, none beside it, in the order of time, with the digits the venue wrote', async () => {
      const deps = testDeps()
      const loaded = await loadExchange(requestOf(one, server.baseUrl, period), deps)
      expect(loaded).toMatchObject({ ok: true })
      if (!loaded.ok) return
      const [part] = loaded.value.parts
      const truth = server.truth(asked)
      expect(truth.length).toBeGreaterThanOrEqual(270)
      expect(part === undefined ? [] : rowsOfTape(part.tape)).toEqual(numbersOf(truth))
      expect(part?.report).toMatchObject({ rows: truth.length, gaps: 0, conflicting: 0, missing: 0, rounded: 0, widened: 0 })
      expect(deps.told.at(-1)).toMatchObject({ rows: truth.length, to: truth.at(-1)?.[0], share: 1 })
    })

    it('[S51] pages half as long as documented give the same', async () => {
      const small = await startLoopbackVenue({ now: () => TEST_NOW, pageSize: 70 })
      const loaded = await loadExchange(requestOf(one, small.baseUrl, period), testDeps())
      await small.close()
      // The one reply in which Kraken gives all rates cannot be gone on from.
      const whole = one.venue === 'kraken-futures' && one.series === 'funding'
      const truth = numbersOf(server.truth(asked))
      const rows = loaded.ok ? loaded.value.parts.map(({ tape }) => rowsOfTape(tape))[0] : undefined
      if (whole) expect(loaded.ok ? rows : loaded.error.code).toBe('no-data')
      else expect(rows).toEqual(truth)
    })

    it('[S53] a second load asks for nothing', async () => {
      const cache = memoryCache()
      const first = await loadExchange(requestOf(one, server.baseUrl, period), testDeps({ cache }))
      const before = server.requests.length
      const again = await loadExchange(requestOf(one, server.baseUrl, period), testDeps({ cache }))
      expect(server.requests.length - before).toBe(0)
      expect(again.ok && first.ok && again.value.parts.map(({ tape }) => rowsOfTape(tape))).toEqual(first.ok && first.value.parts.map(({ tape }) => rowsOfTape(tape)))
    })
  })

  it('[S52] the bar that runs now is left out, is not kept, and comes with the next load', async () => {
    let clock = TEST_NOW
    const venue = await startLoopbackVenue({ now: () => clock })
    const cache = memoryCache()
    const load = async (one: VenueCase): Promise<readonly unknown[]> => {
      const loaded = await loadExchange(requestOf(one, venue.baseUrl, { from: Date.UTC(2026, 10, 22), hours: 72 }), testDeps({ cache, now: () => clock }))
      const part = loaded.ok ? loaded.value.parts[0] : undefined
      return [one.venue, one.series, part?.tape.time.length, part?.tape.time.at(-1)]
    }
    for (const one of VENUE_CASES.filter(({ series }) => series !== 'funding')) {
      clock = TEST_NOW
      // 22 November and ten hours of the 23rd have ended at 10:30; the server sends the one that runs as well.
      expect(await load(one)).toEqual([one.venue, one.series, 34, Date.UTC(2026, 10, 23, 9)])
      clock = TEST_NOW + 3 * HOUR
      expect(await load(one)).toEqual([one.venue, one.series, 37, Date.UTC(2026, 10, 23, 12)])
    }
    await venue.close()
    for (const rows of cache.pages.values()) expect(Math.max(...rows.map(([time]) => time))).toBeLessThan(TEST_NOW - HOUR)
  })

  it('[S50] several series become mark, last, index and funding of one instrument', async () => {
    const request = { ...requestOf(VENUE_CASES[0] ?? expect.fail('no case'), server.baseUrl, { from: Date.UTC(2024, 7, 1), hours: 48 }), series: ['candles', 'mark', 'index', 'funding'] as const }
    const loaded = await loadExchange(request, testDeps())
    const parts = loaded.ok ? loaded.value.parts : []
    expect(parts.map(({ kind, tape }) => [kind, tape.series[0]?.kind ?? 'mark', tape.funding?.[0]?.rate.length])).toEqual([
      ['last', 'last', undefined],
      ['mark', 'mark', undefined],
      ['index', 'index', undefined],
      // Two days of payments every eight hours.
      ['funding', 'mark', 6],
    ])
    expect(parts[0]?.name).toBe('bybit BTCUSDT candles 1h 2024-08-01 to 2024-08-03')
  })

  it('[S50] names of parts fit into a document, whatever was asked for', async () => {
    const names = VENUE_CASES.map(async (one) => {
      const request = { ...requestOf(one, server.baseUrl, { from: Date.UTC(2026, 10, 1, 1, 2, 3), hours: 48 }), instruments: [{ symbol: `${one.symbol}${'-X'.repeat(15)}`.slice(0, 30), instrument: 'X' }] }
      const loaded = await loadExchange(request, testDeps())
      return loaded.ok ? loaded.value.parts.map(({ name, tape }) => [name, tape.id]).flat() : []
    })
    const all = (await Promise.all(names)).flat()
    expect(all.length).toBe(2 * VENUE_CASES.length)
    for (const name of all) expect(name.length).toBeLessThanOrEqual(100)
  })

  it('[S50] without a mark price the trades are the mark', async () => {
    const request = { ...requestOf(VENUE_CASES[0] ?? expect.fail('no case'), server.baseUrl, { from: Date.UTC(2024, 7, 1), hours: 48 }), series: ['funding', 'candles'] as const }
    const loaded = await loadExchange(request, testDeps())
    expect(loaded.ok && loaded.value.parts.map(({ kind, series }) => [series, kind])).toEqual([['candles', 'mark'], ['funding', 'funding']])
  })

  it('[S50] the volatility index is an instrument of its own', async () => {
    const dvol = VENUE_CASES.find(({ series }) => series === 'volatility') ?? expect.fail('no case')
    const loaded = await loadExchange(requestOf(dvol, server.baseUrl, { from: Date.UTC(2024, 7, 1), hours: 48 }), testDeps())
    expect(loaded.ok && loaded.value.parts.map(({ instrument, kind }) => [instrument, kind])).toEqual([['BTC-DVOL', 'mark']])
  })

  it('[S51] what Hyperliquid does not keep any more is not asked for, and said', async () => {
    const one = VENUE_CASES.find(({ venue, series }) => venue === 'hyperliquid' && series === 'candles') ?? expect.fail('no case')
    const before = server.requests.length
    const loaded = await loadExchange(requestOf(one, server.baseUrl, { from: TEST_NOW - 300 * DAY - 30 * 60_000, hours: 300 * 24 }), testDeps())
    // 5,000 hours before 10:30 on 23 November; the first whole bar begins half an hour later.
    const first = TEST_NOW + 30 * 60_000 - 5000 * HOUR
    expect(loaded.ok && loaded.value.parts[0]?.tape.time[0]).toBe(first)
    expect(loaded.ok && loaded.value.notes.join()).toContain('keeps only its latest bars')
    expect(server.requests.length - before).toBeLessThanOrEqual(2)
  })

  it.each([
    [{ series: ['volatility'] as const }, 'serves no volatility index'],
    [{ barMillis: 7 * 60_000 }, 'has no candles of 7 minutes'],
    [{ market: 'moon' }, 'no market called'],
    [{ to: 0 }, 'ends before it begins'],
    [{ from: TEST_NOW + DAY, to: TEST_NOW + 2 * DAY }, 'in the future'],
    [{ instruments: [] }, 'at least one instrument'],
    [{ instruments: [{ symbol: '../../etc', instrument: 'X' }, { symbol: 'A', instrument: 'X' }] }, 'called X'],
    [{ barMillis: 60_000, from: 0 }, 'at most 1000000'],
  ])('[S50] what cannot be asked is refused before anything leaves: %o', async (change, words) => {
    const before = server.requests.length
    const loaded = await loadExchange({ ...requestOf(VENUE_CASES[0] ?? expect.fail('no case'), server.baseUrl, { from: Date.UTC(2024, 7, 1), hours: 5 }), ...change }, testDeps())
    expect(loaded.ok ? '' : `${loaded.error.code}: ${loaded.error.message}`).toContain(words)
    expect(server.requests.length).toBe(before)
  })
})
