import type { AppActions } from '../AppActions.ts'
import type { ExchangeActions } from '../ExchangeActions.ts'
import type { Kit } from '../Kit.ts'
import type { ExchangeDesk } from './exchangeDesk.ts'

/** Loading from exchanges. Its code and its worker are there once someone looks at it. */
export function exchangeActions(kit: Kit, openDocument: AppActions['openDocument']): ExchangeActions & { readonly stopExchange: () => void } {
  let made: ExchangeDesk | undefined
  const desk = async (): Promise<ExchangeDesk> => {
    if (made !== undefined) return made
    const { exchangeDesk } = await import('./exchangeDesk.ts')
    made ??= exchangeDesk(kit, openDocument) // two may have asked meanwhile
    return made
  }
  return {
    lookUpExchange: async () => (await desk()).lookUpExchange(),
    leaveExchange: () => made?.leaveExchange(),
    loadExchange: async (request) => (await desk()).loadExchange(request),
    cancelExchange: () => made?.cancelExchange(),
    resumeExchange: async (job) => (await desk()).resumeExchange(job),
    forgetExchangeJob: async (job) => (await desk()).forgetExchangeJob(job),
    clearExchangePages: async () => (await desk()).clearExchangePages(),
    endExchange: () => kit.patch('exchange', { status: 'idle', progress: undefined, trouble: undefined, result: undefined }),
    listExchange: async (place) => (await desk()).listExchange(place),
    loadExchangeTiers: async (place, instruments) => (await desk()).loadExchangeTiers(place, instruments),
    editExchangeTiers: async () => (await desk()).editExchangeTiers(),
    setExchangeBase: (venue, market, base) => void desk().then((one) => one.setExchangeBase(venue, market, base)),
    loadAgain: async () => (await desk()).loadAgain(),
    openAgain: async () => (await desk()).openAgain(),
    closeAgain: () => kit.patch('exchange', { again: undefined }),
    stopExchange: () => made?.close(),
  }
}
