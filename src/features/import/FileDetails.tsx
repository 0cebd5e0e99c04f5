import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { InlineWarning } from '../../ui/primitives/InlineWarning.tsx'
import styles from './FileDetails.module.css'
import type { ImportedFile } from './ImportedFile.ts'
import { FigureWords } from '../../ui/primitives/FigureWords.tsx'
import { fileFigure } from './fileFigures.ts'
import { MappingForm } from './MappingForm.tsx'
import { openQuestions } from './openQuestions.ts'
import { ProblemTable } from './ProblemTable.tsx'
import { ReportFacts } from './ReportFacts.tsx'
import { RowsTable } from './RowsTable.tsx'
import { words } from './words.ts'

/** Everything known of one file: questions first, then what was found, how it is read, its rows and what was left out. */
export function FileDetails({ file }: { readonly file: ImportedFile }) {
  const format = useFormat()
  const { detection, mapping, report, problems, status } = file
  return (
    <div className={styles.details} aria-busy={status === 'reading'}>
      {problems.length === 0 ? null : (
        <div role="alert">
          <InlineWarning tone="error">
            <ul>{problems.map((problem) => <li key={problem}>{problem}</li>)}</ul>
          </InlineWarning>
        </div>
      )}
      {openQuestions(file).map((question) => <InlineWarning key={question}>{words.questions[question]}</InlineWarning>)}
      {report === undefined ? null : (
        <section className={styles.part}>
          <h3 className={styles.title}>{words.found}</h3>
          <ReportFacts file={file.name} report={report} notes={[...new Set([...(detection?.notes ?? []), ...report.notes])]} />
        </section>
      )}
      {detection === undefined || mapping === undefined ? null : (
        <section className={styles.part}>
          <h3 className={styles.title}>{words.read}</h3>
          <MappingForm file={file.name} detection={detection} mapping={mapping} />
        </section>
      )}
      {report === undefined ? null : (
        <section className={styles.part}>
          <h3 className={styles.title}>{words.rowsTitle}</h3>
          <RowsTable file={file.name} report={report} />
        </section>
      )}
      {report === undefined || report.problemCount === 0 ? null : (
        <section className={styles.part}>
          <h3 className={styles.title}><FigureWords text={words.problemsTitle(format.exact(report.problemCount))} figures={[{ text: format.exact(report.problemCount), figure: fileFigure('count', report.problemCount, file.name) }]} /></h3>
          <ProblemTable problems={report.problems} count={report.problemCount} />
        </section>
      )}
    </div>
  )
}
