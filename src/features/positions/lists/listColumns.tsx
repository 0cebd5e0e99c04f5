import type { ReactNode } from 'react'
import { utcDateTime } from '../../../ui/format/timeFormats.ts'
import type { TableColumn } from '../../../ui/table/TableColumn.ts'
import { compareAmounts } from '../compareAmounts.ts'
import { words } from '../words/words.ts'

interface Timed {
  readonly tick: number
  readonly time: number
}

/** The bar, with its moment on hover. */
export function barColumn<Row extends Timed>(): TableColumn<Row> {
  return {
    id: 'bar',
    header: words.columns.bar,
    width: 60,
    isDescendingFirst: true,
    cell: (row) => <span data-name="" title={utcDateTime(row.time)}>{row.tick}</span>,
    compare: (a, b) => a.time - b.time,
  }
}

export function timeColumn<Row extends Timed>(): TableColumn<Row> {
  return {
    id: 'time',
    header: words.columns.time,
    width: 136,
    priority: 3,
    isDescendingFirst: true,
    cell: (row) => utcDateTime(row.time).replace(' UTC', ''),
    compare: (a, b) => a.time - b.time,
  }
}

type Amount<Row> = Pick<TableColumn<Row>, 'id' | 'header' | 'width' | 'priority' | 'hint' | 'figure' | 'term'> & {
  readonly cell: (row: Row) => ReactNode
  readonly amount: (row: Row) => string | undefined
}

/** A right-aligned figure that sorts by its value. */
export function amountColumn<Row>({ amount, ...column }: Amount<Row>): TableColumn<Row> {
  return { ...column, align: 'end', compare: (a, b) => compareAmounts(amount(a), amount(b)) }
}
