import { useAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { InlineWarning } from '../../ui/primitives/InlineWarning.tsx'
import styles from './FileDetails.module.css'
import type { CsvReport, ImportedFile } from './ImportedFile.ts'
import { FigureWords } from '../../ui/primitives/FigureWords.tsx'
import { fileFigure } from './fileFigures.ts'
import { MappingForm } from './MappingForm.tsx'
import { openQuestions } from './openQuestions.ts'
import { ProblemTable } from './ProblemTable.tsx'
import { ReportFacts } from './ReportFacts.tsx'
import { RowsTable } from './RowsTable.tsx'
import { zoneChoiceOf, zoneOf, zoneText } from './timeChoices.ts'
import { words } from './words.ts'

/** Everything known of one file: questions first, then what was found, how it is read, its rows and what was left out. */
export function FileDetails({ file }: { readonly file: ImportedFile }) {
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
      <Questions file={file} />
      {report === undefined ? null : (
        <section className={styles.part}>
          <h3 className={styles.title}>{words.found}</h3>
          <ReportFacts file={file.name} report={report} notes={fileNotes(file)} />
        </section>
      )}
      {detection === undefined || mapping === undefined ? null : (
        <section className={styles.part}>
          <h3 className={styles.title}>{words.read}</h3>
          <MappingForm file={file.name} detection={detection} mapping={mapping} />
        </section>
      )}
      {report === undefined ? null : <ReadRows file={file.name} report={report} />}
    </div>
  )
}

/** What the file does not say by itself; where its source is known to write in a zone, that is one press away. */
function Questions({ file }: { readonly file: ImportedFile }) {
  const { setImportMapping } = useAppStore((state) => state.actions)
  const zone = file.detection?.zone
  const fix = zone === undefined ? undefined : { label: words.zoneFix(zoneText(zone)), onFix: () => setImportMapping(file.name, zoneOf(zoneChoiceOf(zone))) }
  return openQuestions(file).map((question) => <InlineWarning key={question} fix={question === 'zone' ? fix : undefined}>{words.questions[question]}</InlineWarning>)
}

/** The rows as they will be played, and those that were left out. */
function ReadRows({ file, report }: { readonly file: string; readonly report: CsvReport }) {
  const format = useFormat()
  const { problemCount } = report
  return (
    <>
      <section className={styles.part}>
        <h3 className={styles.title}>{report.content === 'funding' ? words.paymentsTitle : words.rowsTitle}</h3>
        <RowsTable file={file} report={report} />
      </section>
      {problemCount === 0 ? null : (
        <section className={styles.part}>
          <h3 className={styles.title}><FigureWords text={words.problemsTitle(format.exact(problemCount))} figures={[{ text: format.exact(problemCount), figure: fileFigure('count', problemCount, file) }]} /></h3>
          <ProblemTable problems={report.problems} count={problemCount} />
        </section>
      )}
    </>
  )
}

/** Sentences about what was found, each once. */
function fileNotes({ kind, look, detection, report, leftOut = [] }: ImportedFile): readonly string[] {
  const notes = [...lookNotes(kind, look), ...(detection?.notes ?? []), ...(report?.notes ?? [])]
  if (detection?.zone !== undefined) notes.push(detection.zone.why)
  if (leftOut.length > 0) notes.push(words.files.leftOut(leftOut))
  return [...new Set(notes)]
}

/** Of funding its rows say it. */
function lookNotes(kind: ImportedFile['kind'], look: ImportedFile['look']): readonly string[] {
  if (look === undefined || look.kind === 'funding') return []
  return [words.look(look, kind === 'mark' && (look.kind === 'last' || look.kind === 'index'))]
}
