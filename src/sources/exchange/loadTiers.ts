import { ok, refused, type Result } from '../../engine/index.ts'
import type { ExchangeDeps } from './ExchangeDeps.ts'
import type { ExchangeTrouble } from './ExchangeTrouble.ts'
import { adapterOf } from './exchangeVenues.ts'
import { ReplyShapeError } from './replyShape.ts'
import { marketOf } from './requestProblem.ts'
import type { VenueTiers } from './tiers/VenueTiers.ts'
import { troubleOf } from './troubleWords.ts'
import type { VenueId } from './VenueId.ts'
import { VenueLine } from './VenueLine.ts'

export interface VenueQuestion {
  readonly venue: VenueId
  /** The first one unless said. */
  readonly market?: string | undefined
  readonly baseUrl?: string | undefined
}

/** The margin tiers of one instrument as the venue tells them today, for a Rules document. Never throws for what the network or the venue does. [S58] */
export async function loadTiers(asked: VenueQuestion & { readonly symbol: string }, deps: ExchangeDeps): Promise<Result<VenueTiers, ExchangeTrouble>> {
  const { symbol } = asked
  const adapter = adapterOf(asked.venue)
  const { venue, tiers } = adapter
  const market = marketOf(adapter, asked.market)
  if (tiers === undefined || market === undefined) return refused(troubleOf('request', venue, 'It tells its margin tiers with a key only, or not at all; the rules that come with the program have some of them.'))
  const ask = tiers.ask(symbol, market.id)
  const body = await new VenueLine(adapter, asked.baseUrl ?? market.baseUrl, deps).ask(ask)
  if (!body.ok) return body
  try {
    const read = tiers.read(body.value, symbol, market.id)
    if (read === undefined || read.rows.length === 0) return refused(troubleOf('symbol', venue, `Asked for: ${symbol}.`))
    const [path = ''] = ask.path.split('?')
    return ok({ ...read, venue: venue.id, symbol, source: `${venue.name} ${path}`, readAt: deps.now() })
  } catch (error) {
    // decimal.js throws an Error of its own for text that is no number.
    if (error instanceof ReplyShapeError || (error instanceof Error && error.message.startsWith('[DecimalError]'))) return refused(troubleOf('reply', venue, '', error.message))
    throw error
  }
}
