import { useState } from 'react'
import type { CalibratedInstrument, CalibratedParameter, CalibrationReport } from '../../../store/catalog/calibratedModels.ts'
import type { ModelSource } from '../../../store/catalog/modelDefaults.ts'
import { figureTag } from '../../../store/figures/figureTag.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { FigureTable } from '../../../ui/primitives/FigureTable.tsx'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import { baseOf } from '../words.ts'
import styles from './CalibrationView.module.css'
import { calibrateWords as words } from './calibrateWords.ts'
import { FitFigures } from './FitFigures.tsx'
import { errorText, formValue, isShare, parameterName, parameterText, parameterValue } from './parameterWords.ts'

export type FitReportProps = {
  readonly report: CalibrationReport
  /** What the form says, to stand beside. */
  readonly now: ModelSource | undefined
  readonly onUse: () => void
}

/** What was found, how sure it is, and whether prices of this model look like these. */
export function FitReport({ report, now, onUse }: FitReportProps) {
  const [wanted, setWanted] = useState('')
  const shown = report.instruments.find(({ symbol }) => symbol === wanted) ?? report.instruments[0]
  if (shown === undefined) return null
  return (
    <section className={styles.report} aria-label={words.fit}>
      {report.instruments.length < 2 ? null : (
        <SegmentedControl label={words.whose} options={report.instruments.map(({ symbol }) => ({ value: symbol, label: baseOf(symbol) }))} value={shown.symbol} onChange={setWanted} />
      )}
      <Parameters report={report} shown={shown} now={now} />
      <FitFigures report={report} shown={shown} />
      {report.notes.map((note) => <p key={note} className={styles.note} data-name="">{note}</p>)}
      <p className={styles.note} data-name="">{words.how(report.estimator, report.errors)}</p>
      <div className={styles.actions}>
        <p className={styles.note}>{words.useWhat}</p>
        <Button variant="primary" onClick={onUse}>{words.use}</Button>
      </div>
    </section>
  )
}

function Parameters({ report, shown, now }: { readonly report: CalibrationReport; readonly shown: CalibratedInstrument; readonly now: ModelSource | undefined }) {
  const format = useFormat()
  const row = (symbol: string | undefined) => ({ name, value, error }: CalibratedParameter) => {
    const before = formValue(now, symbol, name)
    const tag = (field: 'parameter' | 'error' | 'rate' | 'rateError', number: number | undefined): string | undefined =>
      number === undefined ? undefined : figureTag(`prices.${field}`, { instrument: symbol, value: parameterValue(name, number) })
    return {
      id: name,
      label: parameterName(name),
      cells: [<span key="now" data-name="">{parameterText(name, before, format)}</span>, parameterText(name, value, format), error === undefined ? '—' : `± ${errorText(name, error, format)}`],
      figures: [undefined, tag(isShare(name) ? 'rate' : 'parameter', value), tag(isShare(name) ? 'rateError' : 'error', error)],
    }
  }
  return (
    <div className={styles.table}>
      <FigureTable
        caption={words.parameters}
        isCaptionVisible
        columns={[{ id: 'now', header: words.columns.now }, { id: 'fitted', header: words.columns.fitted }, { id: 'error', header: words.columns.error }]}
        rows={[...shown.parameters.map(row(shown.symbol)), ...report.market.map(row(undefined))]}
      />
    </div>
  )
}
