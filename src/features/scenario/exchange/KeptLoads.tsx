import { useAppStore } from '../../../store/useAppStore.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import styles from './exchange.module.css'
import { jobText, sizeText } from './loadTexts.ts'
import { exchangeWords as words } from './words.ts'

/** Loads that did not end, to go on with; and what this browser keeps of all loads. */
export function KeptLoads() {
  const format = useFormat()
  const kept = useAppStore((state) => state.exchange.kept)
  const { resumeExchange, forgetExchangeJob, clearExchangePages } = useAppStore((state) => state.actions)
  if (kept === undefined || (kept.jobs.length === 0 && kept.size.pages === 0)) return null
  const { pages, bytes } = kept.size
  return (
    <section className={styles.kept} aria-label={words.jobs.label}>
      {kept.jobs.map((job) => {
        const text = jobText(job, format)
        return (
          <div key={job.id} className={styles.job}>
            <span>{text}</span>
            <Button size="small" aria-label={words.jobs.forgetOf(text)} onClick={() => void forgetExchangeJob(job.id)}>{words.jobs.forget}</Button>
            <Button size="small" variant="primary" aria-label={words.jobs.resumeOf(text)} onClick={() => void resumeExchange(job.id)}>{words.jobs.resume}</Button>
          </div>
        )
      })}
      {pages === 0 ? null : (
        <div className={styles.job}>
          <span>{words.pages.size(format.exact(pages), sizeText(bytes, format))}</span>
          <Button size="small" aria-label={words.pages.removeOf} onClick={() => void clearExchangePages()}>{words.pages.remove}</Button>
        </div>
      )}
    </section>
  )
}
