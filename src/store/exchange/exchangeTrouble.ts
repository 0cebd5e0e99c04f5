import type { ExchangeTrouble } from '../../sources/exchange/ExchangeTrouble.ts'
import type { ExchangeFinal } from '../../workers/exchange/protocol.ts'

/** Why nothing came; also where neither the venue nor the browser said anything. */
export function exchangeTrouble(final: ExchangeFinal): ExchangeTrouble {
  if (final.type === 'refused') return final.trouble
  const detail = final.type === 'failed' ? final.message : undefined
  // Its code is fetched with the first look at exchanges: without a network it cannot even begin.
  if (isOffline()) return { code: 'offline', message: 'It looks as if there is no network. Go online and load again; what was loaded is kept.', detail }
  return { code: 'connection', message: 'Loading stopped: the browser ended what loads in the background. Load again; what was loaded is kept.', detail }
}

/** Outside of a page there is no such word, or it says nothing. */
function isOffline(): boolean {
  const { navigator: here }: { readonly navigator?: { readonly onLine?: boolean } } = globalThis
  return here?.onLine === false
}
