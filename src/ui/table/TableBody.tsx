import type { MouseEvent, ReactNode } from 'react'
import type { ReactTable, Row as TableRow, RowData } from '@tanstack/react-table'
import { classNames } from '../theme/classNames.ts'
import styles from './DataTable.module.css'
import type { TableColumn } from './TableColumn.ts'
import type { Features } from './useSortedTable.ts'
import type { CellAddress } from './useRowNavigation.ts'
import type { TableWindow } from './TableWindow.ts'

type TableBodyProps<Row extends RowData> = {
  readonly table: ReactTable<Features, Row>
  readonly rows: readonly TableRow<Features, Row>[]
  readonly columns: readonly TableColumn<Row>[]
  readonly view: TableWindow
  readonly active: CellAddress
  readonly cellId: (address: CellAddress) => string
  readonly selectedId: string | undefined
  readonly onSelect: ((row: Row) => void) | undefined
  readonly renderSpan: ((row: Row) => ReactNode | undefined) | undefined
}

export function TableBody<Row extends RowData>({ table, rows, columns, view, active, cellId, selectedId, onSelect, renderSpan }: TableBodyProps<Row>) {
  const width = rows[0]?.getAllCells().length ?? 1
  return (
    <tbody>
      {view.before > 0 ? <Spacer height={view.before} columns={width} /> : null}
      {rows.slice(view.first, view.last + 1).map((row, offset) => {
        const index = view.first + offset
        const span = renderSpan?.(row.original)
        const cells = row.getAllCells()
        const shown = span === undefined ? cells : cells.filter((_, column) => column === 0 || column === cells.length - 1)
        return (
          <tr
            key={row.id}
            ref={view.measure}
            data-index={index}
            aria-rowindex={index + 2}
            aria-selected={onSelect === undefined ? undefined : row.id === selectedId}
            className={classNames(row.id === selectedId && styles.selected, span !== undefined && styles.quiet, onSelect !== undefined && styles.selectable)}
            onClick={onSelect === undefined ? undefined : (event) => isOnControl(event) || onSelect(row.original)}
          >
            {shown.flatMap((cell) => {
              const column = cells.indexOf(cell)
              const definition = columns.find(({ id }) => id === cell.column.id)
              const place = {
                id: cellId({ row: index, column }),
                'data-cell': `${index},${column}`,
                'aria-colindex': column + 1,
                tabIndex: active.row === index && active.column === column ? 0 : -1,
                className: classNames(definition?.align === 'end' && styles.end),
              }
              const figure = definition?.figure?.(row.original)
              const content = figure === undefined ? <table.FlexRender cell={cell} /> : <span data-figure={figure}><table.FlexRender cell={cell} /></span>
              const own = column === 0
                ? <th key={cell.id} scope="row" {...place}>{content}</th>
                : <td key={cell.id} {...place}>{content}</td>
              return span !== undefined && column === 0 ? [own, <td key="span" colSpan={width - 2} className={styles.span}>{span}</td>] : [own]
            })}
          </tr>
        )
      })}
      {view.after > 0 ? <Spacer height={view.after} columns={width} /> : null}
    </tbody>
  )
}

/** A press on a control in the row, or on a figure that explains itself, is not a choice of the row. */
function isOnControl({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest('button, a, input, select, label, [data-figure]') !== null
}

function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  return <tr aria-hidden="true" className={styles.spacer}><td colSpan={columns} style={{ height }} /></tr>
}
