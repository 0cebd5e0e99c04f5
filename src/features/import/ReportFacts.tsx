import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { Icon } from '../../ui/primitives/Icon.tsx'
import type { CsvReport } from './ImportedFile.ts'
import styles from './ReportFacts.module.css'
import { FigureWords } from '../../ui/primitives/FigureWords.tsx'
import { factFigures } from './fileFigures.ts'
import { reportFacts } from './reportFacts.ts'

export type ReportFactsProps = { readonly file: string; readonly report: CsvReport; readonly notes: readonly string[] }

/** What was found in a file; a triangle stands where a person should look. */
export function ReportFacts({ file, report, notes }: ReportFactsProps) {
  const format = useFormat()
  const figures = factFigures(report, file, format)
  return (
    <>
      <dl className={styles.facts}>
        {reportFacts(report, format).map(({ id, label, value, isOdd }) => (
          <div key={id} className={styles.fact} data-odd={isOdd === true}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>
              {isOdd === true ? <Icon name="warning" size={12} className={styles.icon} /> : null}
              <span><FigureWords text={value} figures={figures} /></span>
            </dd>
          </div>
        ))}
      </dl>
      {notes.length === 0 ? null : (
        <ul className={styles.notes}>{notes.map((note) => <li key={note} data-name="">{note}</li>)}</ul>
      )}
    </>
  )
}
