import { refused, type Result } from '../../engine/index.ts'
import type { ExchangeDeps } from '../../sources/exchange/ExchangeDeps.ts'
import type { ExchangeTrouble } from '../../sources/exchange/ExchangeTrouble.ts'
import type { ExchangeAsk, ExchangeFinal } from './protocol.ts'

type ListAsk = Extract<ExchangeAsk, { type: 'instruments' | 'tiers' }>

/** What a venue lists: its instruments, or its margin tiers of some of them. */
export async function answerList(ask: ListAsk, deps: ExchangeDeps): Promise<Result<ExchangeFinal, ExchangeTrouble>> {
  await deps.sleep(0)
  return refused({ code: 'request', message: `${ask.place.venue} is not there yet` })
}
