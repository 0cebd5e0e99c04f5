import { afterEach, describe, expect, it } from 'vitest'
import type { StoreApi } from 'zustand/vanilla'
import { startLoopbackVenue, type LoopbackVenue } from '../sources/exchange/testing/loopbackVenue.ts'
import type { AppState } from './AppState.ts'
import { createAppStore } from './createAppStore.ts'
import { testDeps, type TestDeps } from './testing/testDeps.ts'
import { until } from './testing/until.ts'

const HOUR = 3_600_000
const FROM = Date.UTC(2024, 7, 1)
const open: StoreApi<AppState>[] = []
const venues: LoopbackVenue[] = []

async function started(deps: TestDeps = testDeps()) {
  deps.exchange.fetch = (url, init) => fetch(url, init)
  const store = createAppStore(deps)
  open.push(store)
  const what = await store.getState().actions.start('one-bad-altcoin')
  return { store, deps, actions: store.getState().actions, what }
}

async function venueOn(): Promise<LoopbackVenue> {
  const venue = await startLoopbackVenue()
  venues.push(venue)
  return venue
}

const question = (venue: LoopbackVenue) => ({
  venue: 'bybit', market: 'linear', instruments: [{ symbol: 'BTCUSDT', instrument: 'BTC' }, { symbol: 'ETHUSDT', instrument: 'ETH' }],
  series: ['candles', 'mark', 'funding'], barMillis: HOUR, from: FROM, to: FROM + 72 * HOUR, baseUrl: venue.baseUrl,
} as const)

afterEach(async () => {
  for (const store of open.splice(0)) store.getState().actions.stop()
  await Promise.all(venues.splice(0).map((venue) => venue.close()))
})

/** Loads, plays what came, and waits until it is kept. */
async function played(): Promise<{ readonly venue: LoopbackVenue; readonly kept: Map<string, unknown>; readonly text: string }> {
  const venue = await venueOn()
  const { store, deps, actions } = await started()
  await actions.loadExchange(question(venue))
  const { result } = store.getState().exchange
  if (result === undefined) throw new Error(JSON.stringify(store.getState().exchange.trouble))
  const { document } = store.getState().scenario
  if (document === undefined) throw new Error('nothing is open')
  expect(await actions.openDocument({ schema: 1, title: 'Loaded', rules: 'plain', wallet: '10000', tape: result.tape, commands: [], instruments: [] })).toBe(true)
  await until(store, (state) => state.storage.status === 'saved')
  return { venue, kept: deps.kept, text: actions.exportScenario() }
}

describe('prices from an exchange', () => {
  it('are asked for by nothing but a press', async () => {
    const asked: string[] = []
    const deps = testDeps()
    const { actions } = await started(deps)
    deps.exchange.fetch = (url) => {
      asked.push(url)
      return Promise.reject(new TypeError('no'))
    }
    await actions.lookUpExchange()
    actions.setExchangeBase('bybit', 'linear', 'http://127.0.0.1:9')
    await actions.clearExchangePages()
    await actions.editExchangeTiers()
    actions.endExchange()
    expect(asked).toEqual([])
    await actions.listExchange({ venue: 'bybit', market: 'linear' })
    expect(asked.length).toBeGreaterThan(0)
  })

  it('become a tape of several instruments, prices and funding, that names where it came from and is there after a reload', async () => {
    const { kept, text } = await played()
    const { tape } = JSON.parse(text) as { tape: { files: { instrument: string; kind?: string; origin: unknown }[] } }
    expect(tape.files.map(({ instrument, kind }) => [instrument, kind])).toEqual([['BTC', 'last'], ['BTC', undefined], ['BTC', 'funding'], ['ETH', 'last'], ['ETH', undefined], ['ETH', 'funding']])
    expect(tape.files[0]?.origin).toEqual({ venue: 'bybit', market: 'linear', symbol: 'BTCUSDT', series: 'candles', resolution: HOUR, from: FROM, to: FROM + 72 * HOUR })
    const again = await started(testDeps(kept))
    expect(again.what).toBe('restored')
    expect(again.store.getState().scenario.info?.tape.ticks).toBe(72)
    expect(again.store.getState().scenario.info?.instruments.map(({ symbol }) => symbol)).toEqual(['BTC', 'ETH'])
  })

  it('that are not kept are loaded again, and opened where they are the same', async () => {
    const { venue, text } = await played()
    const { store, actions } = await started()
    actions.setExchangeBase('bybit', 'linear', venue.baseUrl)
    expect(await actions.openDocument(text)).toBe(false)
    expect(store.getState().exchange.again).toMatchObject({ status: 'offered' })
    await until(store, (state) => state.settings.exchangeBases?.['bybit/linear'] === venue.baseUrl)
    expect(await actions.loadAgain()).toBe(true)
    expect(store.getState().exchange.again).toBeUndefined()
    expect(store.getState().scenario.info?.tape.ticks).toBe(72)
  })

  it('that are not the same are not played in their place, unless told to', async () => {
    const { venue, text } = await played()
    const { store, actions } = await started()
    actions.setExchangeBase('bybit', 'linear', venue.baseUrl)
    await until(store, (state) => state.settings.exchangeBases !== undefined)
    const changed = text.replace(/("checksum": ")[0-9a-f]{4}/, '$10000')
    await actions.openDocument(changed)
    expect(await actions.loadAgain()).toBe(false)
    expect(store.getState().exchange.again).toMatchObject({ status: 'differs', differing: [expect.stringContaining('BTCUSDT candles')] })
    expect(store.getState().scenario.document?.title).not.toBe('Loaded')
    expect(await actions.openAgain()).toBe(true)
    expect(store.getState().scenario.document?.title).toBe('Loaded')
  })

  it('are offered again where what was saved lost them, and a venue that fails leaves the offer', async () => {
    const { kept, venue } = await played()
    for (const key of kept.keys()) if (key.startsWith('tape:')) kept.delete(key)
    const { store, actions, what } = await started(testDeps(kept))
    expect(what).toBe('builtin')
    expect(store.getState().notices.map(({ type }) => type)).toContain('document-refused')
    actions.setExchangeBase('bybit', 'linear', venue.baseUrl)
    await until(store, (state) => state.settings.exchangeBases !== undefined)
    venue.misbehave({ do: 'status', status: 403, body: 'no', times: 99 })
    expect(await actions.loadAgain()).toBe(false)
    expect(store.getState().exchange.again).toMatchObject({ status: 'refused', trouble: { message: expect.stringContaining('Bybit') } })
    venue.misbehave()
    expect(await actions.loadAgain()).toBe(true)
  })

  it('that come once more under another name are still those of the first scenario', async () => {
    const venue = await venueOn()
    const { store, deps, actions } = await started()
    const play = async (to: number) => {
      await actions.loadExchange({ ...question(venue), instruments: [{ symbol: 'BTCUSDT', instrument: 'BTC' }], series: ['candles'], to })
      const { result } = store.getState().exchange
      if (result === undefined) throw new Error('nothing came')
      expect(await actions.openDocument({ schema: 1, title: String(to), rules: 'plain', wallet: '10000', tape: result.tape, commands: [], instruments: [] })).toBe(true)
      return { ...result.tape.files[0], text: actions.exportScenario() }
    }
    const first = await play(FROM + 24 * HOUR)
    // An hour that begins later holds no other bar.
    const second = await play(FROM + 24 * HOUR - HOUR / 2)
    expect(second.checksum).toBe(first.checksum)
    expect(second.name).not.toBe(first.name)
    await until(store, (state) => state.storage.status === 'saved')
    const later = await started(testDeps(deps.kept))
    expect(await later.actions.openDocument(first.text)).toBe(true)
    expect(later.store.getState().scenario.document?.title).toBe(String(FROM + 24 * HOUR))
  })

  it('tell how they ended where nobody looks any more, and only there', async () => {
    const venue = await venueOn()
    const { store, actions } = await started()
    const told = () => store.getState().notices.filter(({ type }) => type === 'exchange-ended')
    await actions.lookUpExchange()
    await actions.loadExchange(question(venue))
    expect(told()).toEqual([])
    actions.leaveExchange()
    await actions.loadExchange(question(venue))
    expect(told()).toMatchObject([{ venue: 'Bybit', isLoaded: true }])
  })

  it('whose loading dies with its worker are told so, and loaded by the next', async () => {
    const venue = await venueOn()
    const { store, deps, actions } = await started()
    venue.misbehave({ do: 'hang', times: 1 })
    const loading = actions.loadExchange(question(venue))
    await until(store, () => venue.requests.length > 0)
    deps.exchange.workers[0]?.die('killed')
    await loading
    expect(store.getState().exchange).toMatchObject({ status: 'refused', trouble: { code: 'connection', detail: 'killed' } })
    await actions.loadExchange(question(venue))
    expect(store.getState().exchange.status).toBe('loaded')
  })

  it('are cancelled, and gone on with from the list of unfinished loads', async () => {
    const venue = await venueOn()
    const { store, actions } = await started()
    venue.misbehave({ do: 'slow', millis: 40, times: 99 })
    const loading = actions.loadExchange(question(venue))
    await until(store, (state) => (state.exchange.progress?.pages ?? 0) >= 2)
    actions.cancelExchange()
    await loading
    expect(store.getState().exchange.status).toBe('idle')
    const [job] = store.getState().exchange.kept?.jobs ?? []
    expect(job?.request.instruments.map(({ symbol }) => symbol)).toEqual(['BTCUSDT', 'ETHUSDT'])
    venue.misbehave()
    await actions.resumeExchange(job?.id ?? '')
    expect(store.getState().exchange).toMatchObject({ status: 'loaded', kept: { jobs: [] } })
  })
})

describe('margin tiers of an exchange', () => {
  it('open in the editor within the rules of the scenario, beside what those say', async () => {
    const venue = await venueOn()
    const { store, actions } = await started()
    const before = store.getState().scenario.document?.rules
    await actions.loadExchangeTiers({ venue: 'bybit', market: 'linear', baseUrl: venue.baseUrl }, [{ symbol: 'BTCUSDT', instrument: 'BTC' }])
    const [table] = store.getState().exchange.tiers?.tables ?? []
    expect(await actions.editExchangeTiers()).toBe(true)
    const { editing } = store.getState().rules
    // The scenario plays BTC-PERP, a contract of that coin.
    expect(editing?.document.tiers?.['BTC-PERP']).toEqual(table?.rows)
    expect(editing?.base).toMatchObject({ id: before })
    expect(editing?.base.tiers?.['BTC-PERP']).toBeUndefined()
    expect(editing?.document.source).toContain('Bybit')
    expect(store.getState().scenario.document?.rules).toBe(before)
  })
})
