import { afterEach, describe, expect, it } from 'vitest'
import type { ExchangeRequest } from '../../sources/exchange/ExchangeRequest.ts'
import { startLoopbackVenue, type LoopbackVenue } from '../../sources/exchange/testing/loopbackVenue.ts'
import { unpackTape } from '../../tapes/packedTape.ts'
import { tapeHash } from '../../tapes/tapeHash.ts'
import { createExchangeSession } from './exchangeSession.ts'
import { pageRows, pageText } from './pageText.ts'
import type { ExchangeAsk, ExchangeReply } from './protocol.ts'
import { memoryExchangeStorage } from './testing/memoryExchangeStorage.ts'

const HOUR = 3_600_000
const FROM = Date.UTC(2024, 7, 1)

const venues: LoopbackVenue[] = []

async function started(storage = memoryExchangeStorage()) {
  const venue = await startLoopbackVenue()
  venues.push(venue)
  const replies: ExchangeReply[] = []
  const session = createExchangeSession({
    post: (reply) => replies.push(structuredClone(reply)),
    storage,
    deps: { fetch: (url, init) => fetch(url, init), now: Date.now, sleep: () => new Promise((resolve) => void setTimeout(resolve, 0)) },
  })
  const request: ExchangeRequest = { venue: 'coinbase', instruments: [{ symbol: 'BTC-USD', instrument: 'BTC' }], series: ['candles'], barMillis: HOUR, from: FROM, to: FROM + 1000 * HOUR, baseUrl: venue.baseUrl }
  const ask = async (question: ExchangeAsk): Promise<ExchangeReply | undefined> => {
    session.receive(question)
    await session.idle()
    return replies.findLast(({ id }) => id === question.id)
  }
  return { venue, storage, session, replies, request, ask }
}

afterEach(async () => {
  await Promise.all(venues.splice(0).map((venue) => venue.close()))
})

describe('a load', () => {
  it('tells how far it is, and sends tapes that survive the way to the other thread', async () => {
    const { venue, replies, request, ask, storage } = await started()
    const done = await ask({ id: 1, type: 'load', request })
    if (done?.type !== 'loaded') throw new Error(JSON.stringify(done))
    const [part] = done.parts
    if (part === undefined) throw new Error('nothing')
    const tape = await unpackTape(part.tape)
    const truth = venue.truth({ ...request, symbol: 'BTC-USD', series: 'candles' })
    expect([...(tape?.time ?? [])]).toEqual(truth.map(([time]) => time))
    expect([...(tape?.series[0]?.close ?? [])].map(String)).toEqual(truth.map((row) => String(Number(row[4]))))
    expect(part.checksum).toBe(tape === undefined ? '' : tapeHash(tape))
    expect(part.origin).toMatchObject({ venue: 'coinbase', market: 'spot', symbol: 'BTC-USD', series: 'candles', resolution: HOUR })
    const shares = replies.flatMap((reply) => (reply.type === 'progress' ? [reply.progress.share] : []))
    expect(shares.length).toBeGreaterThan(2)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(await storage.jobs()).toEqual([])
  })

  it('[S53] [S54] that was cancelled is written down, and gone on with without asking for a page twice', async () => {
    const { venue, request, session, replies, storage, ask } = await started()
    venue.misbehave({ do: 'slow', millis: 60, times: 99 })
    session.receive({ id: 1, type: 'load', request })
    while (!replies.some((reply) => reply.type === 'progress' && reply.progress.pages >= 2)) await new Promise((resolve) => void setTimeout(resolve, 5))
    // Written down while it goes on: a tab that is closed now leaves it too.
    expect((await storage.jobs()).map(({ rows }) => rows > 0)).toEqual([true])
    session.receive({ id: 2, type: 'cancel', target: 1 })
    await session.idle()
    expect(replies.findLast(({ id }) => id === 1)).toEqual({ id: 1, type: 'cancelled' })
    const [job] = await storage.jobs()
    expect(job?.request).toEqual(request)
    expect(job?.share).toBeGreaterThan(0)
    expect(job?.share).toBeLessThan(1)
    venue.misbehave()
    const asked = venue.requests.length
    const answered = (await storage.size()).pages
    expect(answered).toBeGreaterThanOrEqual(2)
    expect((await ask({ id: 3, type: 'load', request }))?.type).toBe('loaded')
    // The page that was on its way when it was cancelled was never answered: it alone is asked for again.
    const all = venue.requests
    expect(all.slice(asked).filter((one) => all.slice(0, answered).includes(one))).toEqual([])
    expect(await storage.jobs()).toEqual([])
  })

  it('goes on where the storage is full, and says so once', async () => {
    const { request, replies, ask, storage } = await started()
    storage.fault = Object.assign(new Error('no room'), { name: 'QuotaExceededError' })
    expect((await ask({ id: 1, type: 'load', request }))?.type).toBe('loaded')
    expect(replies.filter(({ type }) => type === 'not-kept')).toEqual([{ id: 1, type: 'not-kept', trouble: 'full' }])
  })

  it('goes on where there is no storage at all', async () => {
    const { request, replies, ask, storage } = await started()
    storage.faultAll = new Error('forbidden')
    expect((await ask({ id: 1, type: 'load', request }))?.type).toBe('loaded')
    expect(replies.filter(({ type }) => type === 'not-kept')).toEqual([{ id: 1, type: 'not-kept', trouble: 'unavailable' }])
    expect(await ask({ id: 2, type: 'kept' })).toMatchObject({ type: 'kept', jobs: [], trouble: 'unavailable' })
  })
})

describe('what is kept', () => {
  it('has a size and is deleted when asked', async () => {
    const { request, ask } = await started()
    await ask({ id: 1, type: 'load', request })
    const kept = await ask({ id: 2, type: 'kept' })
    expect(kept?.type === 'kept' && kept.size.pages).toBeGreaterThan(2)
    expect(kept?.type === 'kept' && kept.size.bytes).toBeGreaterThan(1000)
    expect(await ask({ id: 3, type: 'clear-pages' })).toMatchObject({ type: 'kept', size: { pages: 0, bytes: 0 } })
  })

  it('is text of the same rows; text of something else is none', () => {
    const rows = [[FROM, '1.10', '2', '0.5', '1e-7'], [FROM + 1, '3', '4', '2', '3']] as const
    expect(pageRows(pageText(rows))).toEqual(rows)
    expect(pageRows(pageText([]))).toEqual([])
    expect([pageRows('x,1'), pageRows('1'), pageRows('1,2\n\n')]).toEqual([undefined, undefined, undefined])
  })
})

describe('lists', () => {
  it('are asked for where they are wanted: instruments, tiers', async () => {
    const { venue, ask } = await started()
    const place = { venue: 'bybit', market: 'linear', baseUrl: venue.baseUrl } as const
    const listed = await ask({ id: 1, type: 'instruments', place })
    expect(listed?.type === 'instruments' && listed.symbols.map(({ symbol }) => symbol)).toContain('BTCUSDT')
    const tiers = await ask({ id: 2, type: 'tiers', place, instruments: [{ symbol: 'BTCUSDT', instrument: 'BTC' }] })
    expect(tiers?.type === 'tiers' && tiers.tables[0]?.instrument).toBe('BTC')
    expect(await ask({ id: 3, type: 'tiers', place: { venue: 'coinbase', market: 'spot', baseUrl: venue.baseUrl }, instruments: [{ symbol: 'BTC-USD', instrument: 'BTC' }] })).toMatchObject({ type: 'refused', trouble: { code: 'request' } })
  })
})
