import { useEffect, useMemo } from 'react'
import { selectBreaches } from '../../../store/selectors/selectBreaches.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { EmptyState } from '../../../ui/primitives/EmptyState.tsx'
import { Skeleton } from '../../../ui/primitives/Skeleton.tsx'
import type { IncidentLook } from '../IncidentLook.ts'
import { ReportArticle } from './ReportArticle.tsx'
import { ReportList } from './ReportList.tsx'
import { reportWords } from './reportWords.ts'
import styles from './IncidentReport.module.css'

/** "Why was I liquidated?" as a page that reads as a story and prints on paper. */
export function IncidentReport() {
  const incident = useAppStore((state) => state.incident)
  const breaches = useAppStore(selectBreaches)
  const tick = useAppStore((state) => state.playback.tick)
  const instruments = useAppStore((state) => state.scenario.info?.instruments)
  const { showScreen, openIncident } = useAppStore((state) => state.actions)
  const format = useFormat()
  const look = useMemo((): IncidentLook => ({ format, tickSizeOf: (symbol) => instruments?.find((one) => one.symbol === symbol)?.tickSize }), [format, instruments])
  // Who comes without a choice is told about the last one.
  const last = breaches.at(-1)
  const isOpen = incident !== undefined
  useEffect(() => {
    if (!isOpen && last !== undefined) openIncident({ twin: last.twin, seq: last.seq })
  }, [isOpen, last, openIncident])
  return (
    <main className={styles.page} data-print-page="">
      <div className={styles.bar}>
        <Button size="small" icon="chevron-left" onClick={() => showScreen('simulate')}>{reportWords.back}</Button>
        <h1 className={styles.title}>{reportWords.title}</h1>
        {incident?.report === undefined ? null : <Button size="small" onClick={() => window.print()}>{reportWords.print}</Button>}
      </div>
      {breaches.length === 0 ? (
        <EmptyState title={reportWords.emptyTitle}>{reportWords.empty(tick)}</EmptyState>
      ) : (
        <div className={styles.columns}>
          <ReportList />
          {incident === undefined ? <p className={styles.choose}>{reportWords.none}</p>
            : incident.report === undefined ? <Skeleton label={reportWords.loading} height={480} lines={8} />
            : <ReportArticle incident={incident.report} look={look} />}
        </div>
      )}
    </main>
  )
}
