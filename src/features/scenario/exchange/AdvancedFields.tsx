import { useAppStore } from '../../../store/useAppStore.ts'
import type { ExchangeMarket, ExchangeRequest, ExchangeVenue } from '../../../store/exchange/exchangeVenues.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Disclosure } from '../../../ui/primitives/Disclosure.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { TextField } from '../../../ui/primitives/TextField.tsx'
import styles from './exchange.module.css'
import { exchangeWords as words } from './words.ts'

export type AdvancedFieldsProps = {
  readonly venue: ExchangeVenue
  readonly market: ExchangeMarket
  readonly base: string
  readonly error: string | undefined
  /** Of the form as it stands; none while it cannot be read. */
  readonly instruments: ExchangeRequest['instruments']
  readonly onBase: (base: string) => void
  readonly onStarted: () => void
}

/** Another address to ask, and the exchange's margin tiers. */
export function AdvancedFields({ venue, market, base, error, instruments, onBase, onStarted }: AdvancedFieldsProps) {
  const tiers = useAppStore((state) => state.exchange.tiers)
  const { loadExchangeTiers, editExchangeTiers } = useAppStore((state) => state.actions)
  const isLoading = tiers?.status === 'loading'
  const load = async (): Promise<void> => {
    await loadExchangeTiers({ venue: venue.id, market: market.id, ...(base === '' ? {} : { baseUrl: base }) }, instruments)
    if (await editExchangeTiers()) onStarted()
  }
  return (
    <Disclosure summary={words.advanced.title} isInitiallyOpen={base !== ''}>
      <div className={styles.advanced}>
        <TextField label={words.advanced.base} placeholder={market.baseUrl} hint={words.advanced.baseHint(market.baseUrl)} value={base} error={error} onChange={onBase} />
        <div className={styles.tiers}>
          <Button
            reason={venue.tiers ? (isLoading ? words.advanced.tiersLoading : instruments.length === 0 ? words.loadReason : undefined) : words.advanced.noTiers(venue.name)}
            onClick={() => void load()}
          >
            {isLoading ? words.advanced.tiersLoading : words.advanced.tiers}
          </Button>
          <p className={styles.hint}>{venue.tiers ? words.advanced.tiersHint : words.advanced.noTiers(venue.name)}</p>
        </div>
        {tiers?.trouble === undefined ? null : (
          <div role="alert">
            <InlineWarning tone="error">{tiers.trouble.message}</InlineWarning>
          </div>
        )}
      </div>
    </Disclosure>
  )
}
