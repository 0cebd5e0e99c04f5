import { memo } from 'react'
import styles from './ChartDataTable.module.css'

export type ChartDataTableProps = {
  readonly caption: string
  readonly columns: readonly string[]
  /** First cell names the row. */
  readonly rows: readonly (readonly string[])[]
  /** The keys under which the cells are explained, by row and column. */
  readonly figures?: readonly (readonly (string | undefined)[])[] | undefined
}

/** The chart's figures as text: the same rows that are drawn. */
export const ChartDataTable = memo(function ChartDataTable({ caption, columns, rows, figures }: ChartDataTableProps) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="group" className={styles.scroll} tabIndex={0} aria-label={`${caption}, table`}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr>
        </thead>
        <tbody>
          {/* Two rows may share a tick: before and after a jump. Rows never move, so their place is their name. */}
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                column === 0 ? <th key={columns[column]} scope="row" data-figure={figures?.[index]?.[column]}>{cell}</th> : <td key={columns[column]} data-figure={figures?.[index]?.[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
})
