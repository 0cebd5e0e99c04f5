import { askedEvery, venueName } from '../../../store/exchange/exchangeVenues.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { duration, utcTime } from '../../../ui/format/timeFormats.ts'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { ProgressBar } from '../../../ui/primitives/ProgressBar.tsx'
import { StatusRegion } from '../../../ui/primitives/StatusRegion.tsx'
import styles from './exchange.module.css'
import { rowsText } from './loadTexts.ts'
import { exchangeWords as words, SERIES_WORDS } from './words.ts'

/** How far a load has come, what it waits for, and how to stop it. */
export function LoadingView() {
  const format = useFormat()
  const { request, progress, keepTrouble } = useAppStore((state) => state.exchange)
  const { cancelExchange } = useAppStore((state) => state.actions)
  if (request === undefined) return null
  const venue = venueName(request.venue)
  const { waitingUntil, waitingFor } = progress ?? {}
  const waiting = waitingUntil === undefined || waitingFor === undefined ? '' : words.loading.waiting[waitingFor](utcTime(waitingUntil, { seconds: true }))
  return (
    <div className={styles.loading}>
      <ProgressBar
        label={progress === undefined ? words.loading.begin(venue) : words.loading.label(`${progress.symbol} ${SERIES_WORDS[progress.series].name.toLowerCase()}`, venue)}
        share={progress?.share ?? null}
        text={progress === undefined ? '' : rowsText(progress, format)}
        onCancel={cancelExchange}
      />
      <StatusRegion isVisible message={waiting} />
      {askedEvery(request.venue) < 1000 ? null : <p className={styles.hint}>{words.loading.pace(venue, duration(askedEvery(request.venue)))}</p>}
      {progress === undefined || progress.cachedPages === 0 ? null : <p className={styles.hint}>{words.loading.kept(words.estimate.page(format.exact(progress.cachedPages), progress.cachedPages === 1))}</p>}
      {keepTrouble === undefined ? <p className={styles.hint}>{words.loading.goesOn}</p> : <InlineWarning>{words.notKept[keepTrouble]}</InlineWarning>}
    </div>
  )
}
