import { classNames } from '../theme/classNames.ts';
import { Icon } from '../primitives/Icon.tsx';
import styles from './DataTable.module.css';
import type { TableColumn } from './TableColumn.ts';

export type HeaderCellProps<Row> = {
  readonly id: string;
  readonly index: number;
  readonly definition: TableColumn<Row> | undefined;
  readonly sorted: 'asc' | 'desc' | 'none' | undefined;
  readonly onSort: ((event: unknown) => void) | undefined;
  readonly isActive: boolean;
};

const order = { asc: 'ascending', desc: 'descending', none: 'none' } as const;

export function HeaderCell<Row>({ id, index, definition, sorted, onSort, isActive }: HeaderCellProps<Row>) {
  const words = definition?.header ?? '';
  const isSortable = sorted !== undefined && onSort !== undefined;
  return (
    <th
      scope="col"
      aria-colindex={index + 1}
      aria-sort={sorted === undefined ? undefined : order[sorted]}
      className={classNames(definition?.align === 'end' && styles.end)}
      style={{ width: definition?.width }}
      title={definition?.hint}
      {...(isSortable ? { 'data-cell': `-1,${index}` } : { id, 'data-cell': `-1,${index}`, tabIndex: isActive ? 0 : -1 })}
    >
      {isSortable ? (
        <button id={id} type="button" className={classNames(styles.sort, sorted !== 'none' && styles.sorted)} tabIndex={isActive ? 0 : -1} onClick={onSort}>
          {words}
          <Icon name={sorted === 'asc' ? 'chevron-up' : sorted === 'desc' ? 'chevron-down' : 'sort'} size={10} className={styles.arrow} />
        </button>
      ) : words === '' ? <span className="visually-hidden">Actions</span> : words}
    </th>
  );
}
