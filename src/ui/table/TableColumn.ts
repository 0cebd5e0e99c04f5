import type { ReactNode } from 'react'

export type TableColumn<Row> = {
  readonly id: string
  readonly header: string
  /** What the header means, on hover and for readers: "MM ÷ margin balance, 100% is liquidation". */
  readonly hint?: string
  /** The key of the term that the header is, for the glossary. */
  readonly term?: string | undefined
  readonly align?: 'start' | 'end'
  readonly width?: number
  /** 1 always stays; 3 goes below 960 px of table width, 2 below 760. First and last always stay. */
  readonly priority?: 1 | 2 | 3
  readonly cell: (row: Row) => ReactNode
  /** The key under which the page explains what stands in the cell; where it holds several, they carry their own. */
  readonly figure?: ((row: Row) => string | undefined) | undefined
  /** Makes it sortable. Compares values, never texts. */
  readonly compare?: (a: Row, b: Row) => number
  readonly isDescendingFirst?: boolean
}
