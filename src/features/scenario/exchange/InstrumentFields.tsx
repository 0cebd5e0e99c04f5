import { useState } from 'react'
import type { ExchangeMarket, ExchangeVenue } from '../../../store/exchange/exchangeVenues.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Checkbox } from '../../../ui/primitives/Checkbox.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { TextField } from '../../../ui/primitives/TextField.tsx'
import styles from './exchange.module.css'
import { symbolsIn } from './exchangeDraft.ts'
import { exchangeWords as words } from './words.ts'

/** So many are shown of a list; letters find the others. */
const SHOWN = 30

export type InstrumentFieldsProps = {
  readonly venue: ExchangeVenue
  readonly market: ExchangeMarket
  /** Address the list is asked at; empty: the market's own. */
  readonly base: string
  readonly symbols: string
  readonly error: string | undefined
  readonly onChange: (symbols: string) => void
}

/** Instruments as the exchange writes them: typed, or chosen from its list once that was asked for. */
export function InstrumentFields({ venue, market, base, symbols, error, onChange }: InstrumentFieldsProps) {
  const list = useAppStore((state) => state.exchange.list)
  const { listExchange } = useAppStore((state) => state.actions)
  const here = list?.place.venue === venue.id && list.place.market === market.id ? list : undefined
  const isLoading = here?.status === 'loading'
  return (
    <>
      <div className={styles.instruments}>
        <TextField label={words.symbols} hint={words.symbolsHint(market.examples.map(({ symbol }) => symbol))} value={symbols} error={error} onChange={onChange} />
        {venue.listing && here?.status !== 'ready' ? (
          <Button reason={isLoading ? words.list.loading : undefined} onClick={() => void listExchange({ venue: venue.id, market: market.id, ...(base === '' ? {} : { baseUrl: base }) })}>
            {isLoading ? words.list.loading : words.list.load}
          </Button>
        ) : null}
      </div>
      {here?.trouble === undefined ? null : (
        <div role="alert">
          <InlineWarning tone="error">{here.trouble.message}</InlineWarning>
        </div>
      )}
      {here?.status === 'ready' ? <ListPicker listed={here.symbols.map(({ symbol }) => symbol)} symbols={symbols} onChange={onChange} /> : null}
    </>
  )
}

function ListPicker({ listed, symbols, onChange }: { readonly listed: readonly string[]; readonly symbols: string; readonly onChange: (symbols: string) => void }) {
  const format = useFormat()
  const [search, setSearch] = useState('')
  const chosen = symbolsIn(symbols)
  const found = listed.filter((symbol) => symbol.toLowerCase().includes(search.trim().toLowerCase()))
  const shown = found.slice(0, SHOWN)
  return (
    <div className={styles.picker}>
      <TextField label={words.list.search} aside={words.list.count(format.exact(listed.length))} type="search" value={search} onChange={setSearch} />
      <div role="group" aria-label={words.list.choose} className={styles.listed}>
        {shown.map((symbol) => {
          const isChosen = chosen.includes(symbol)
          return <Checkbox key={symbol} label={symbol} isChecked={isChosen} onChange={() => onChange((isChosen ? chosen.filter((each) => each !== symbol) : [...chosen, symbol]).join(', '))} />
        })}
      </div>
      {found.length === 0 ? <p className={styles.hint}>{words.list.none}</p> : null}
      {found.length > shown.length ? <p className={styles.hint}>{words.list.more(format.exact(found.length - shown.length))}</p> : null}
    </div>
  )
}
