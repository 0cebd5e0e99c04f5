import { useMemo } from 'react'
import { createColumnHelper, createSortedRowModel, rowSortingFeature, tableFeatures, useTable, type RowData } from '@tanstack/react-table'
import type { TableColumn } from './TableColumn.ts'

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
export type Features = typeof features

export type InitialSort = { readonly id: string; readonly isDescending: boolean }

/** Our columns as the library's; sorting is the one feature we ask of it. */
export function useSortedTable<Row extends RowData>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  rowId: (row: Row) => string,
  initialSort: InitialSort | undefined,
) {
  const definitions = useMemo(() => {
    const helper = createColumnHelper<Features, Row>()
    return columns.map(({ id, header, cell, compare, isDescendingFirst = false }) => helper.accessor((row): unknown => row, {
      id,
      header,
      cell: ({ row }) => cell(row.original),
      enableSorting: compare !== undefined,
      sortDescFirst: isDescendingFirst,
      sortFn: (a, b) => compare?.(a.original, b.original) ?? 0,
    }))
  }, [columns])
  const data = useMemo(() => [...rows], [rows])
  return useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowId,
    enableMultiSort: false,
    initialState: { sorting: initialSort === undefined ? [] : [{ id: initialSort.id, desc: initialSort.isDescending }] },
  })
}
