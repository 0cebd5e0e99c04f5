import { type ExchangeMarket, type ExchangeVenue, type SeriesName, serves } from '../../../store/exchange/exchangeVenues.ts'
import { Checkbox } from '../../../ui/primitives/Checkbox.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import styles from './exchange.module.css'
import { exchangeWords as words, SERIES_WORDS } from './words.ts'

export type SeriesFieldsProps = {
  readonly venue: ExchangeVenue
  readonly market: ExchangeMarket
  readonly chosen: readonly SeriesName[]
  readonly barMillis: number
  readonly error: string | undefined
  readonly onChange: (series: readonly SeriesName[]) => void
}

/** Which of an instrument's series to load; only what the market has is shown. */
export function SeriesFields({ venue, market, chosen, barMillis, error, onChange }: SeriesFieldsProps) {
  return (
    <fieldset className={styles.series}>
      <legend className={styles.legend}>{words.series}</legend>
      {market.series.map((name) => {
        const isChosen = chosen.includes(name)
        const reason = serves(venue.id, market.id, name, barMillis) ? undefined : words.barReason
        return (
          <div key={name} className={styles.oneSeries}>
            <Checkbox
              label={SERIES_WORDS[name].name}
              isChecked={isChosen && reason === undefined}
              reason={reason}
              onChange={() => onChange(isChosen ? chosen.filter((each) => each !== name) : [...chosen, name])}
            />
            {reason === undefined ? <span className={styles.means}>{SERIES_WORDS[name].means}</span> : null}
          </div>
        )
      })}
      {error === undefined ? null : <InlineWarning tone="error">{error}</InlineWarning>}
    </fieldset>
  )
}
