import type { ExchangeRequest } from '../../sources/exchange/ExchangeRequest.ts'
import { createExchangeClient } from '../../workers/exchange/exchangeClient.ts'
import type { ExchangeFinal } from '../../workers/exchange/protocol.ts'
import type { AppActions } from '../AppActions.ts'
import type { ExchangeActions } from '../ExchangeActions.ts'
import { exchangeTrouble } from '../exchange/exchangeTrouble.ts'
import { venueOf } from '../exchange/exchangeVenues.ts'
import { resultOf, shelfPart } from '../exchange/loadedParts.ts'
import type { Kit } from '../Kit.ts'
import { againDesk } from './againDesk.ts'
import { reportStorage } from './storageActions.ts'

export interface ExchangeDesk extends Omit<ExchangeActions, 'endExchange' | 'closeAgain'> {
  readonly close: () => void
}

/** What `exchangeActions` does once it is asked to. */
export function exchangeDesk(kit: Kit, openDocument: AppActions['openDocument']): ExchangeDesk {
  const { get } = kit
  const client = createExchangeClient({ spawn: kit.deps.startExchangeWorker, timers: kit.deps.timers })
  let abort = new AbortController()
  let isLookedAt = false

  const keep = (final: ExchangeFinal): void => {
    if (final.type === 'kept') kit.patch('exchange', { kept: { size: final.size, jobs: final.jobs }, ...(final.trouble === undefined ? {} : { keepTrouble: final.trouble }) })
  }
  const lookUp = async (): Promise<void> => keep(await client.ask({ type: 'kept' }))

  const load = async (request: ExchangeRequest): Promise<void> => {
    abort.abort()
    const mine = new AbortController()
    abort = mine
    kit.patch('exchange', { status: 'loading', request, progress: undefined, trouble: undefined, result: undefined, keepTrouble: undefined })
    const final = await client.ask({ type: 'load', request }, {
      signal: mine.signal,
      onNews(news) {
        if (abort !== mine) return
        kit.patch('exchange', news.type === 'progress' ? { progress: news.progress } : { keepTrouble: news.trouble })
      },
    })
    if (abort !== mine) return
    if (final.type === 'loaded') {
      const result = resultOf(final.parts, final.notes)
      // Kept before they can be played: a scenario never names prices that are not there.
      await kit.shelf.put(final.parts.map(shelfPart)).catch((error: unknown) => reportStorage(kit, error))
      kit.patch('exchange', { status: 'loaded', progress: undefined, result })
    } else if (final.type === 'cancelled') kit.patch('exchange', { status: 'idle', progress: undefined })
    else kit.patch('exchange', { status: 'refused', progress: undefined, trouble: exchangeTrouble(final) })
    if (!isLookedAt && final.type !== 'cancelled') kit.notify({ type: 'exchange-ended', venue: venueOf(request.venue).name, isLoaded: final.type === 'loaded' })
    await lookUp()
  }

  return {
    lookUpExchange() {
      isLookedAt = true
      return lookUp()
    },
    leaveExchange() {
      isLookedAt = false
    },
    loadExchange: load,
    cancelExchange: () => abort.abort(),
    async resumeExchange(id) {
      const job = get().exchange.kept?.jobs.find((each) => each.id === id)
      if (job !== undefined) await load(job.request)
    },
    forgetExchangeJob: async (job) => keep(await client.ask({ type: 'forget-job', job })),
    clearExchangePages: async () => keep(await client.ask({ type: 'clear-pages' })),
    async listExchange(place) {
      kit.patch('exchange', { list: { place, status: 'loading', symbols: [], trouble: undefined } })
      const final = await client.ask({ type: 'instruments', place })
      if (get().exchange.list?.place !== place) return
      const list = final.type === 'instruments' ? ({ status: 'ready', symbols: final.symbols, trouble: undefined } as const) : ({ status: 'refused', symbols: [], trouble: exchangeTrouble(final) } as const)
      kit.patch('exchange', { list: { place, ...list } })
    },
    async loadExchangeTiers(place, instruments) {
      kit.patch('exchange', { tiers: { status: 'loading', tables: [], trouble: undefined } })
      const final = await client.ask({ type: 'tiers', place, instruments })
      kit.patch('exchange', { tiers: final.type === 'tiers' ? { status: 'ready', tables: final.tables, trouble: undefined } : { status: 'refused', tables: [], trouble: exchangeTrouble(final) } })
    },
    async editExchangeTiers() {
      const { editVenueTiers } = await import('../exchange/editVenueTiers.ts')
      return editVenueTiers(kit)
    },
    setExchangeBase(venue, market, base) {
      const { [`${venue}/${market}`]: _, ...others } = get().settings.exchangeBases ?? {}
      get().actions.setSettings({ exchangeBases: base === '' ? others : { ...others, [`${venue}/${market}`]: base } })
    },
    ...againDesk(kit, client, openDocument),
    close: () => client.close(),
  }
}
