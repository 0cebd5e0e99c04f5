import type { ReactNode } from 'react'
import styles from './FigureTable.module.css'

export type FigureTableRow = {
  readonly id: string
  readonly label: ReactNode
  readonly cells: readonly ReactNode[]
  /** The keys under which the cells are explained, in their order. */
  readonly figures?: readonly (string | undefined)[] | undefined
  /** strong: the figure that matters. sum: under a rule. */
  readonly weight?: 'strong' | 'sum'
}

export type FigureTableProps = {
  readonly caption: string
  readonly isCaptionVisible?: boolean
  readonly columns?: readonly { readonly id: string; readonly header: ReactNode; readonly width?: number }[]
  readonly rows: readonly FigureTableRow[]
}

/** Labels on the left, figures in right-aligned columns: account, ticket summary, incident. */
export function FigureTable({ caption, isCaptionVisible = false, columns, rows }: FigureTableProps) {
  return (
    <table className={styles.table}>
      <caption className={isCaptionVisible && columns === undefined ? styles.caption : 'visually-hidden'}>{caption}</caption>
      {columns === undefined ? null : (
        <thead>
          <tr>
            {isCaptionVisible ? <th scope="col" className={styles.corner}>{caption}</th> : <td />}
            {columns.map((column) => (
              <th key={column.id} scope="col" className={styles.head} style={{ width: column.width }}>{column.header}</th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.weight === undefined ? undefined : styles[row.weight]}>
            <th scope="row" className={styles.label}>{row.label}</th>
            {/* Cells have no identity but their column. */}
            {row.cells.map((cell, index) => <td key={columns?.[index]?.id ?? index} className={styles.cell}><Explained figure={row.figures?.[index]}>{cell}</Explained></td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Explained({ figure, children }: { readonly figure: string | undefined; readonly children: ReactNode }) {
  return figure === undefined ? children : <span data-figure={figure}>{children}</span>
}
