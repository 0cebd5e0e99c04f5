import { venueName } from '../../../store/exchange/exchangeVenues.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { ProgressBar } from '../../../ui/primitives/ProgressBar.tsx'
import { listed } from '../words.ts'
import styles from './exchange.module.css'
import { rowsText } from './loadTexts.ts'
import { exchangeWords as words } from './words.ts'

/** For a scenario whose prices came from an exchange and are not kept here: to load them again; and what to do if others come. */
export function LoadAgain({ onOpened }: { readonly onOpened: () => void }) {
  const format = useFormat()
  const again = useAppStore((state) => state.exchange.again)
  const { loadAgain, openAgain } = useAppStore((state) => state.actions)
  if (again === undefined) return null
  const venues = [...new Set(again.files.map(({ origin }) => venueName(origin?.venue ?? '')))]
  const opened = async (opening: Promise<boolean>): Promise<void> => {
    if (await opening) onOpened()
  }
  return (
    <div className={styles.again}>
      <p>{words.again.intro(listed(venues, 3), again.files.map(({ name }) => name).join(', '))}</p>
      {again.status === 'loading' ? <ProgressBar label={words.again.loading} share={again.progress?.share ?? null} text={again.progress === undefined ? '' : rowsText(again.progress, format)} /> : null}
      {again.trouble === undefined ? null : (
        <div role="alert">
          <InlineWarning tone="error">{again.trouble.message}</InlineWarning>
        </div>
      )}
      {again.status === 'differs' ? (
        <div role="alert">
          <InlineWarning fix={{ label: words.again.open, onFix: () => void opened(openAgain()) }}>{words.again.differs(again.differing.join(', '))}</InlineWarning>
        </div>
      ) : null}
      {again.status === 'offered' || again.status === 'refused' ? <Button variant="primary" icon="download" onClick={() => void opened(loadAgain())}>{words.again.load}</Button> : null}
    </div>
  )
}
