import { useMemo, useState } from 'react'
import { EXCHANGE_VENUES, type ExchangeVenue, venueOf } from '../../../store/exchange/exchangeVenues.ts'
import { loadEstimate } from '../../../store/exchange/loadEstimate.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import { useKeptDraft } from '../keptDrafts.ts'
import { AdvancedFields } from './AdvancedFields.tsx'
import { EstimateLine } from './EstimateLine.tsx'
import { draftFrom, draftOf, type ExchangeDraft, marketOf, readExchange } from './exchangeDraft.ts'
import styles from './exchange.module.css'
import { InstrumentFields } from './InstrumentFields.tsx'
import { KeptLoads } from './KeptLoads.tsx'
import { PeriodFields } from './PeriodFields.tsx'
import { SeriesFields } from './SeriesFields.tsx'
import { VenueFacts } from './VenueFacts.tsx'
import { exchangeWords as words } from './words.ts'

/** What to ask which exchange for. Nothing is asked before a button says so. */
export function ExchangeForm({ onStarted, period }: { readonly onStarted: () => void; readonly period?: { readonly from: string; readonly to: string } | undefined }) {
  const { request: last, list } = useAppStore((state) => state.exchange)
  const bases = useAppStore((state) => state.settings.exchangeBases)
  const { loadExchange, setExchangeBase } = useAppStore((state) => state.actions)
  // The moment the form was opened: days do not move under what is typed.
  const [now] = useState(() => Date.now())
  const [draft, setDraft] = useKeptDraft<ExchangeDraft>('exchange', period ?? last, () => ({ ...(last === undefined ? draftOf(venueOf('bybit'), now) : draftFrom(last, venueOf(last.venue))), ...period }))
  const venue = venueOf(draft.venue)
  const market = marketOf(venue, draft.market)
  const remembered = bases?.[`${venue.id}/${market.id}`] ?? ''
  const [typed, setTyped] = useKeptDraft<string | undefined>('exchange-base', `${venue.id}/${market.id}`, () => undefined)
  const base = typed ?? remembered
  const known = list?.place.venue === venue.id && list.place.market === market.id ? list.symbols : []
  const { errors, request } = readExchange(draft, { market, base, known, now })
  const change = (part: Partial<ExchangeDraft>): void => setDraft({ ...draft, ...part })
  const estimate = useMemo(() => (request === undefined ? undefined : loadEstimate(request, now)), [request, now])
  const choose = (id: ExchangeVenue['id'], marketId?: string): void => {
    const next = draftOf(venueOf(id), now, marketId)
    setTyped(undefined)
    // The period stays; what the other place calls its instruments does not.
    setDraft({ ...next, from: draft.from, to: draft.to, barMillis: marketOf(venueOf(id), marketId).bars.includes(draft.barMillis) ? draft.barMillis : next.barMillis })
  }
  const load = (): void => {
    if (request === undefined) return
    if (base !== remembered) setExchangeBase(venue.id, market.id, base)
    void loadExchange(request)
  }
  return (
    <div className={styles.form}>
      <p className={styles.hint}>{words.intro}</p>
      <KeptLoads />
      <div className={styles.venue}>
        <Select label={words.venue} options={EXCHANGE_VENUES.map(({ id, name }) => ({ value: id, label: name }))} value={venue.id} onChange={(id) => choose(id)} />
        {venue.markets.length < 2 ? null : (
          <Select label={words.market} options={venue.markets.map(({ id, name }) => ({ value: id, label: name }))} value={market.id} onChange={(id) => choose(venue.id, id)} />
        )}
      </div>
      <VenueFacts venue={venue} market={market} />
      <InstrumentFields venue={venue} market={market} base={errors.base === undefined ? base : ''} symbols={draft.symbols} error={errors.symbols} onChange={(symbols) => change({ symbols })} />
      <PeriodFields draft={draft} errors={errors} bars={market.bars} now={now} onChange={change} />
      <SeriesFields venue={venue} market={market} chosen={draft.series} barMillis={draft.barMillis} error={errors.series} onChange={(series) => change({ series })} />
      <AdvancedFields venue={venue} market={market} base={base} error={errors.base} instruments={request?.instruments ?? []} onBase={setTyped} onStarted={onStarted} />
      <div className={styles.foot}>
        <EstimateLine request={request} estimate={estimate} />
        <Button variant="primary" icon="download" reason={request === undefined || estimate?.problem !== undefined ? words.loadReason : undefined} onClick={load}>
          {words.load}
        </Button>
      </div>
    </div>
  )
}
