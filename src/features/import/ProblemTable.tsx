import { useFormat } from '../../ui/format/FormatProvider.tsx'
import type { CsvReport } from './ImportedFile.ts'
import styles from './tables.module.css'
import { words } from './words.ts'

export type ProblemTableProps = { readonly problems: CsvReport['problems']; readonly count: number }

/** Rows that were left out, by line and column; of many the first. */
export function ProblemTable({ problems, count }: ProblemTableProps) {
  const format = useFormat()
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <div className={styles.problems} role="region" aria-label={words.problemsTitle(format.exact(count))} tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">{words.problemsTitle(format.exact(count))}</caption>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>{words.problemHead.line}</th>
              <th scope="col" className={styles.number}>{words.problemHead.column}</th>
              <th scope="col">{words.problemHead.message}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ line, column, message }) => (
              <tr key={`${line} ${column ?? 0}`}>
                <td className={styles.line} data-name="">{format.exact(line)}</td>
                <td className={styles.line} data-name="">{column === undefined ? '—' : format.exact(column)}</td>
                <td className={styles.message} data-name="">{withoutPlace(message)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {count > problems.length ? <p className={styles.more}>{words.problemsMore(format.exact(problems.length), format.exact(count))}</p> : null}
    </>
  )
}

/** The columns beside it say the line and column already. */
function withoutPlace(message: string): string {
  const rest = message.replace(/^Line \d+(, column \d+ \([^)]*\))?:? /, '')
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}
