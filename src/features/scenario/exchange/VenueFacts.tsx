import type { ExchangeMarket, ExchangeVenue } from '../../../store/exchange/exchangeVenues.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Disclosure } from '../../../ui/primitives/Disclosure.tsx'
import styles from './exchange.module.css'
import { exchangeWords as words, SERIES_WORDS } from './words.ts'

/** What an exchange serves, how far back, and what is odd about it. */
export function VenueFacts({ venue, market }: { readonly venue: ExchangeVenue; readonly market: ExchangeMarket }) {
  const format = useFormat()
  return (
    <div className={styles.facts}>
      <p className={styles.hint}>{words.serves(market.series.map((name) => SERIES_WORDS[name].name), format.exact(market.pageSize))} {venue.history}</p>
      <Disclosure summary={words.about}>
        <dl className={styles.about}>
          <dt>{words.browser}</dt>
          <dd>{venue.browser}</dd>
          <dt>{words.byFile}</dt>
          <dd>{venue.file.replace(/^The way by file: (.)/, (_, first: string) => first.toUpperCase())}</dd>
        </dl>
        <ul className={styles.notes}>{venue.notes.map((note) => <li key={note}>{note}</li>)}</ul>
      </Disclosure>
    </div>
  )
}
