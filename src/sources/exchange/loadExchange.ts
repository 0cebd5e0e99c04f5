import { refused, type Result } from '../../engine/index.ts'
import type { ExchangeDeps } from './ExchangeDeps.ts'
import type { ExchangeRequest } from './ExchangeRequest.ts'
import type { ExchangeTrouble } from './ExchangeTrouble.ts'
import type { LoadedExchange } from './LoadedExchange.ts'

/** Loads what was asked for from the venue itself. Never throws for what the network or the venue does. [S50] */
export async function loadExchange(request: ExchangeRequest, deps: ExchangeDeps): Promise<Result<LoadedExchange, ExchangeTrouble>> {
  await deps.sleep(0)
  return refused({ code: 'request', message: `${request.venue} is not there yet` })
}
