import { ok, refused, type Result } from '../../engine/index.ts'
import type { ExchangeDeps } from './ExchangeDeps.ts'
import type { ExchangeInstrument } from './ExchangeRequest.ts'
import type { ExchangeTrouble } from './ExchangeTrouble.ts'
import { adapterOf } from './exchangeVenues.ts'
import type { VenueQuestion } from './loadTiers.ts'
import { ReplyShapeError } from './replyShape.ts'
import { marketOf } from './requestProblem.ts'
import { troubleOf } from './troubleWords.ts'
import { VenueLine } from './VenueLine.ts'

/** What is traded there now, by symbol; for a picker. Instruments that are gone are not listed and can be loaded all the same. */
export async function listInstruments(asked: VenueQuestion, deps: ExchangeDeps): Promise<Result<readonly ExchangeInstrument[], ExchangeTrouble>> {
  const adapter = adapterOf(asked.venue)
  const market = marketOf(adapter, asked.market)
  if (adapter.listing === undefined || market === undefined) return refused(troubleOf('request', adapter.venue, 'It does not list its instruments.'))
  const body = await new VenueLine(adapter, asked.baseUrl ?? market.baseUrl, deps).ask(adapter.listing.ask(market.id))
  if (!body.ok) return body
  try {
    return ok([...adapter.listing.instruments(body.value, market.id)].sort((a, b) => (a.symbol < b.symbol ? -1 : 1)))
  } catch (error) {
    if (!(error instanceof ReplyShapeError)) throw error
    return refused(troubleOf('reply', adapter.venue, '', error.message))
  }
}
