import type { ExchangeRequest } from '../../../store/exchange/exchangeVenues.ts'
import { venueOf } from '../../../store/exchange/exchangeVenues.ts'
import type { LoadEstimate } from '../../../store/exchange/loadEstimate.ts'
import { figureTag } from '../../../store/figures/figureTag.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { duration, utcDate } from '../../../ui/format/timeFormats.ts'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import styles from './exchange.module.css'
import { exchangeWords as words } from './words.ts'

export type EstimateLineProps = {
  /** Absent while the form cannot be read. */
  readonly request: ExchangeRequest | undefined
  readonly estimate: LoadEstimate | undefined
}

/** What a load would ask for, before anything is asked. */
export function EstimateLine({ request, estimate }: EstimateLineProps) {
  const format = useFormat()
  if (request === undefined || estimate === undefined) return <p className={styles.estimate} />
  const { rows, pages, millis, begins, problem } = estimate
  if (problem !== undefined) return <InlineWarning tone="error">{problem}</InlineWarning>
  const { name } = venueOf(request.venue)
  const tag = (value: number): string => figureTag('prices.count', { instrument: name, value: String(value) })
  const text = words.estimate.of(format.exact(rows), words.estimate.page(format.exact(pages), pages === 1), duration(Math.max(1000, Math.round(millis / 1000) * 1000)))
  return (
    <div className={styles.estimate}>
      <p><FigureWords text={text} figures={[{ text: format.exact(rows), figure: tag(rows) }, { text: format.exact(pages), figure: tag(pages) }]} /></p>
      {begins === undefined ? null : <InlineWarning>{words.estimate.old(name, utcDate(begins))}</InlineWarning>}
    </div>
  )
}
