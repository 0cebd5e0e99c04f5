import { Select } from '../../ui/primitives/Select.tsx'
import { assignedRoles } from './assignedRoles.ts'
import type { ColumnRole, CsvDetection } from './ImportedFile.ts'
import styles from './tables.module.css'
import { ROLE_WORDS, words } from './words.ts'

export type ColumnTableProps = {
  readonly detection: CsvDetection
  readonly columns: readonly ColumnRole[]
  readonly onChange: (columns: readonly ColumnRole[]) => void
}

const ROLES = (Object.keys(ROLE_WORDS) as ColumnRole[]).map((value) => ({ value, label: ROLE_WORDS[value] }))
const SAMPLE_ROWS = 3

/** The columns of the file with what each one holds, over the first rows as they stand in it. */
export function ColumnTable({ detection: { names, sample }, columns, onChange }: ColumnTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <div className={styles.scroll} role="region" aria-label={words.mapping.columns} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.mapping.columns}</caption>
        <thead>
          <tr>
            {names.map((name, i) => (
              // Columns have no identity but their place; exporters repeat names.
              <th key={i} scope="col" className={styles.role}>
                <Select
                  label={words.mapping.role(name)}
                  isLabelHidden
                  options={ROLES}
                  value={columns[i] ?? 'ignored'}
                  onChange={(role) => onChange(assignedRoles(names.map((_, at) => columns[at] ?? 'ignored'), i, role))}
                />
                <span data-name="" className={styles.name}>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.slice(0, SAMPLE_ROWS).map((row, line) => (
            <tr key={line}>
              {names.map((_, i) => (
                <td key={i} data-name="" className={styles.raw} data-ignored={(columns[i] ?? 'ignored') === 'ignored'}>{row[i] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
