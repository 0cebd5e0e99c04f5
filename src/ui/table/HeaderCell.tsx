import { classNames } from '../theme/classNames.ts'
import { Icon } from '../primitives/Icon.tsx'
import styles from './DataTable.module.css'
import type { TableColumn } from './TableColumn.ts'

export type HeaderCellProps<Row> = {
  readonly id: string
  readonly index: number
  readonly definition: TableColumn<Row>
  readonly sorted: 'asc' | 'desc' | 'none' | undefined
  readonly onSort: ((event: unknown) => void) | undefined
  readonly isActive: boolean
}

const order = { asc: 'ascending', desc: 'descending', none: 'none' } as const
const arrows = { asc: 'chevron-up', desc: 'chevron-down', none: 'sort' } as const

export function HeaderCell<Row>({ id, index, definition, sorted, onSort, isActive }: HeaderCellProps<Row>) {
  const { header, hint, term, align, width } = definition
  const stop = { id, tabIndex: isActive ? 0 : -1 }
  const isSortable = sorted !== undefined && onSort !== undefined
  return (
    <th
      scope="col"
      data-cell={`-1,${index}`}
      aria-colindex={index + 1}
      aria-sort={sorted === undefined ? undefined : order[sorted]}
      className={classNames(align === 'end' && styles.end)}
      style={{ width }}
      title={hint}
      data-term={term}
      aria-description={hint}
      {...(isSortable ? {} : stop)}
    >
      {isSortable ? (
        <button {...stop} type="button" className={classNames(styles.sort, sorted !== 'none' && styles.sorted)} onClick={onSort}>
          {header}
          <Icon name={arrows[sorted]} size={10} className={styles.arrow} />
        </button>
      ) : <HeaderWords words={header} />}
    </th>
  )
}

/** A column without a header still needs a name. */
function HeaderWords({ words }: { readonly words: string }) {
  return words === '' ? <span className="visually-hidden">Actions</span> : words
}
