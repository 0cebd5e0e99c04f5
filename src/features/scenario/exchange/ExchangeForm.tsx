import { EXCHANGE_VENUES } from '../../../store/exchange/exchangeVenues.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import { AdvancedFields } from './AdvancedFields.tsx'
import { EstimateLine } from './EstimateLine.tsx'
import styles from './exchange.module.css'
import { InstrumentFields } from './InstrumentFields.tsx'
import { KeptLoads } from './KeptLoads.tsx'
import { PeriodFields } from './PeriodFields.tsx'
import { SeriesFields } from './SeriesFields.tsx'
import { useExchangeForm } from './useExchangeForm.ts'
import { VenueFacts } from './VenueFacts.tsx'
import { exchangeWords as words } from './words.ts'

export type ExchangeFormProps = {
  readonly onStarted: () => void
  /** Days it begins with. */
  readonly period: { readonly from: string; readonly to: string } | undefined
}

/** What to ask which exchange for. Nothing is asked before a button says so. */
export function ExchangeForm({ onStarted, period }: ExchangeFormProps) {
  const { venue, market, draft, base, errors, request, estimate, now, change, choose, setBase, load } = useExchangeForm(period)
  const isReady = request !== undefined && estimate?.problem === undefined
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
      <AdvancedFields venue={venue} market={market} base={base} error={errors.base} instruments={request?.instruments ?? []} onBase={setBase} onStarted={onStarted} />
      <div className={styles.foot}>
        <EstimateLine request={request} estimate={estimate} />
        <Button variant="primary" icon="download" reason={isReady ? undefined : words.loadReason} onClick={load}>
          {words.load}
        </Button>
      </div>
    </div>
  )
}
