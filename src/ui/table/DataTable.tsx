import { lazy, Suspense, useCallback, useId, useMemo, useRef, type ReactNode } from 'react'
import type { RowData } from '@tanstack/react-table'
import { useSize } from '../charts/useSize.ts'
import { classNames } from '../theme/classNames.ts'
import { useIsNarrow } from '../theme/useMediaQuery.ts'
import styles from './DataTable.module.css'
import { HeaderCell } from './HeaderCell.tsx'
import type { TableColumn } from './TableColumn.ts'
import { TableBody } from './TableBody.tsx'
import { useOneTabStop } from './useOneTabStop.ts'
import { useRowNavigation, type CellAddress } from './useRowNavigation.ts'
import { useSortedTable, type InitialSort } from './useSortedTable.ts'
import { useWindow } from './useWindow.ts'

// Most tables are short.
const RowWindow = lazy(async () => ({ default: (await import('./RowWindow.tsx')).RowWindow }))

export type DataTableProps<Row extends RowData> = {
  readonly caption: string
  /** A module-level constant or memoised. */
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly empty: ReactNode
  readonly selectedId?: string | undefined
  readonly onSelect?: ((row: Row) => void) | undefined
  /** A quiet, one-line row: what stands in place of the middle columns ("Liquidated at bar 12 …"). */
  readonly renderSpan?: ((row: Row) => ReactNode | undefined) | undefined
  /** The row as a card, at 640 px and below. */
  readonly renderCard?: ((row: Row) => ReactNode) | undefined
  /** Blocks that sorting does not tear apart: a lower one stands above, whichever way the rows inside are sorted. */
  readonly block?: ((row: Row) => number) | undefined
  readonly density?: 'comfortable' | 'compact'
  readonly initialSort?: InitialSort
  /** Scrolls above this. Needed where rows are many: only what is seen is built. */
  readonly maxHeight?: number | string
}

export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const isNarrow = useIsNarrow()
  const { rows, empty, renderCard, caption, rowId } = props
  if (rows.length === 0) return <>{empty}</>
  if (!isNarrow || renderCard === undefined) return <Grid {...props} />
  return (
    <ul className={styles.cards} aria-label={caption}>
      {rows.map((row) => <li key={rowId(row)} className={styles.card}>{renderCard(row)}</li>)}
    </ul>
  )
}

function Grid<Row extends RowData>({
  caption, columns, rows, rowId, selectedId, onSelect, renderSpan, block, density = 'comfortable', initialSort, maxHeight,
}: DataTableProps<Row>) {
  const idBase = useId()
  const [outer, size] = useSize<HTMLDivElement>()
  const most = leastImportant(size.width)
  const shown = useMemo(() => shownColumns(columns, most), [columns, most])
  const table = useSortedTable(shown, rows, rowId, initialSort)
  const model = table.getRowModel().rows
  const sorted = useMemo(() => (block === undefined ? model : model.toSorted((a, b) => block(a.original) - block(b.original))), [model, block])
  const scroll = useRef<HTMLDivElement>(null)
  const { view, setSeen } = useWindow(sorted.length, density)
  const cellId = useCallback(({ row, column }: CellAddress) => `${idBase}${row}-${column}`, [idBase])
  // Widths that follow the contents would make figures dance while the tape plays.
  const isFixed = view.isVirtual || shown.every((column, index) => column.width !== undefined || index === shown.length - 1)
  useOneTabStop(scroll)
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  const navigation = useRowNavigation(sorted.length, headers.length, {
    cellId,
    reveal: view.reveal,
    onRow: (index) => {
      const row = sorted[index]
      if (row !== undefined) onSelect?.(row.original)
    },
  })
  return (
    <div ref={outer} className={styles.outer}>
      <div ref={scroll} className={styles.scroll} style={{ maxHeight }}>
        {/* A table whose cells are walked by arrow keys is a grid: https://www.w3.org/WAI/ARIA/apg/patterns/grid/ */}
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          aria-label={caption}
          aria-rowcount={sorted.length + 1}
          aria-colcount={headers.length}
          className={classNames(styles.table, styles[density], isFixed && styles.fixed)}
          onKeyDown={navigation.onKeyDown}
          onFocus={navigation.onFocus}
        >
          <thead>
            <tr aria-rowindex={1}>
              {headers.map((header, column) => {
                const definition = shown[column]
                return definition === undefined ? null : (
                  <HeaderCell
                    key={header.id}
                    id={cellId({ row: -1, column })}
                    index={column}
                    definition={definition}
                    sorted={header.column.getCanSort() ? header.column.getIsSorted() || 'none' : undefined}
                    onSort={header.column.getToggleSortingHandler()}
                    isActive={navigation.active.row === -1 && navigation.active.column === column}
                  />
                )
              })}
            </tr>
          </thead>
          <TableBody
            table={table}
            rows={sorted}
            columns={columns}
            view={view}
            active={navigation.active}
            cellId={cellId}
            selectedId={selectedId}
            onSelect={onSelect}
            renderSpan={renderSpan}
          />
        </table>
      </div>
      {view.isVirtual ? <Suspense fallback={null}><RowWindow count={sorted.length} scroll={scroll} density={density} onWindow={setSeen} /></Suspense> : null}
    </div>
  )
}

/** The last priority that fits. Measured on the table, not the window: a side panel takes width too. */
function leastImportant(width: number): number {
  if (width === 0 || width >= 960) return 3
  return width >= 760 ? 2 : 1
}

function shownColumns<Row>(columns: readonly TableColumn<Row>[], most: number): readonly TableColumn<Row>[] {
  return columns.filter((column, index) => index === 0 || index === columns.length - 1 || (column.priority ?? 1) <= most)
}
