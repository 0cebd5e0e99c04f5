import { useMemo, useState } from 'react'
import { type ExchangeMarket, type ExchangeRequest, type ExchangeVenue, venueOf } from '../../../store/exchange/exchangeVenues.ts'
import { type LoadEstimate, loadEstimate } from '../../../store/exchange/loadEstimate.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useKeptDraft } from '../keptDrafts.ts'
import { draftFrom, draftOf, type ExchangeDraft, marketOf, type ReadExchange, readExchange } from './exchangeDraft.ts'

export interface ExchangeForm {
  readonly venue: ExchangeVenue
  readonly market: ExchangeMarket
  readonly draft: ExchangeDraft
  /** Address asked in place of the market's own, as typed or as remembered; empty: its own. */
  readonly base: string
  readonly errors: ReadExchange['errors']
  /** Absent while the form cannot be read. */
  readonly request: ExchangeRequest | undefined
  readonly estimate: LoadEstimate | undefined
  /** The moment the form was opened: days do not move under what is typed. */
  readonly now: number
  readonly change: (part: Partial<ExchangeDraft>) => void
  readonly choose: (venue: ExchangeVenue['id'], market?: string) => void
  readonly setBase: (base: string) => void
  /** Asks the exchange. */
  readonly load: () => void
}

/** The form of a load: begins with what was asked last, and what was typed is there again when the panel is. */
export function useExchangeForm(period: { readonly from: string; readonly to: string } | undefined): ExchangeForm {
  const { request: last, list } = useAppStore((state) => state.exchange)
  const bases = useAppStore((state) => state.settings.exchangeBases)
  const { loadExchange, setExchangeBase } = useAppStore((state) => state.actions)
  const [now] = useState(() => Date.now())
  const [draft, setDraft] = useKeptDraft<ExchangeDraft>('exchange', period ?? last, () => ({ ...(last === undefined ? draftOf(venueOf('bybit'), now) : draftFrom(last, venueOf(last.venue))), ...period }))
  const venue = venueOf(draft.venue)
  const market = marketOf(venue, draft.market)
  const place = `${venue.id}/${market.id}`
  const [typed, setTyped] = useKeptDraft<string | undefined>('exchange-base', place, () => undefined)
  const remembered = bases?.[place] ?? ''
  const base = typed ?? remembered
  const known = list !== undefined && `${list.place.venue}/${list.place.market}` === place ? list.symbols : []
  const { errors, request } = readExchange(draft, { market, base, known, now })
  const estimate = useMemo(() => (request === undefined ? undefined : loadEstimate(request, now)), [request, now])
  return {
    venue,
    market,
    draft,
    base,
    errors,
    request,
    estimate,
    now,
    change: (part) => setDraft({ ...draft, ...part }),
    choose(id, marketId) {
      const next = draftOf(venueOf(id), now, marketId)
      const { bars } = marketOf(venueOf(id), marketId)
      setTyped(undefined)
      // The period stays; what the other place calls its instruments does not.
      setDraft({ ...next, from: draft.from, to: draft.to, barMillis: bars.includes(draft.barMillis) ? draft.barMillis : next.barMillis })
    },
    setBase: setTyped,
    load() {
      if (request === undefined) return
      if (base !== remembered) setExchangeBase(venue.id, market.id, base)
      void loadExchange(request)
    },
  }
}
