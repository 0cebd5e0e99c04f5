import type { ExchangeTrouble } from '../../sources/exchange/ExchangeTrouble.ts'
import type { ExchangeFinal } from '../../workers/exchange/protocol.ts'

/** Why nothing came; also where neither the venue nor the browser said anything. */
export function exchangeTrouble(final: ExchangeFinal): ExchangeTrouble {
  if (final.type === 'refused') return final.trouble
  const detail = final.type === 'failed' ? final.message : undefined
  return { code: 'connection', message: 'Loading stopped: the browser ended what loads in the background. Load again; what was loaded is kept.', detail }
}
