import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { utcDate, utcTime } from '../../ui/format/timeFormats.ts'
import type { CsvReport } from './ImportedFile.ts'
import styles from './tables.module.css'
import { tickSizeOf } from './tickSizeOf.ts'
import { words } from './words.ts'

type Bar = CsvReport['firstRows'][number]

/** The first and the last rows, sorted and converted: what will be played. */
export function RowsTable({ report }: { readonly report: CsvReport }) {
  const format = useFormat()
  const { firstRows, rows } = report
  const lastRows = report.lastRows.slice(Math.max(0, firstRows.length + report.lastRows.length - rows))
  const hasCandles = firstRows.some(({ open }) => open !== undefined)
  const columns = hasCandles ? (['open', 'high', 'low', 'close'] as const) : (['close'] as const)
  const omitted = rows - firstRows.length - lastRows.length
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <div className={styles.scroll} role="region" aria-label={words.rowsTitle} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.rowsTitle}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>{words.rowHead.line}</th>
            <th scope="col" className={styles.time}>{words.rowHead.time}</th>
            {columns.map((column) => <th key={column} scope="col" className={styles.number}>{words.rowHead[column]}</th>)}
          </tr>
        </thead>
        <tbody>
          {firstRows.map((bar) => <BarRow key={bar.line} bar={bar} columns={columns} tickSize={tickSizeOf(report.decimals)} />)}
          {omitted > 0 ? (
            <tr>
              <td />
              <td className={styles.omitted} colSpan={columns.length + 1}>{words.omitted(format.exact(omitted))}</td>
            </tr>
          ) : null}
          {lastRows.map((bar) => <BarRow key={bar.line} bar={bar} columns={columns} tickSize={tickSizeOf(report.decimals)} />)}
        </tbody>
      </table>
    </div>
  )
}

type BarRowProps = { readonly bar: Bar; readonly columns: readonly ('open' | 'high' | 'low' | 'close')[]; readonly tickSize: string }

function BarRow({ bar, columns, tickSize }: BarRowProps) {
  const format = useFormat()
  return (
    <tr>
      <td className={styles.line}>{format.exact(bar.line)}</td>
      <td className={styles.time}>{utcDate(bar.time)} {utcTime(bar.time, { seconds: bar.time % 60_000 !== 0 })}</td>
      {columns.map((column) => <td key={column} className={styles.number}>{format.price(bar[column], { tickSize })}</td>)}
    </tr>
  )
}
