import { FigureWords } from '../../ui/primitives/FigureWords.tsx'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { utcDate, utcTime } from '../../ui/format/timeFormats.ts'
import type { CsvReport } from './ImportedFile.ts'
import styles from './tables.module.css'
import { tickSizeOf } from './tickSizeOf.ts'
import { fileFigure } from './fileFigures.ts'
import { words } from './words.ts'

type Bar = CsvReport['firstRows'][number]

/** The first and the last rows, sorted and converted: what will be played. */
export function RowsTable({ file, report }: { readonly file: string; readonly report: CsvReport }) {
  const format = useFormat()
  const { firstRows, rows } = report
  const isFunding = report.content === 'funding'
  const title = isFunding ? words.paymentsTitle : words.rowsTitle
  const lastRows = report.lastRows.slice(Math.max(0, firstRows.length + report.lastRows.length - rows))
  const hasCandles = firstRows.some(({ open }) => open !== undefined)
  const columns = hasCandles ? (['open', 'high', 'low', 'close'] as const) : (['close'] as const)
  const omitted = rows - firstRows.length - lastRows.length
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <div className={styles.scroll} role="region" aria-label={title} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>{words.rowHead.line}</th>
            <th scope="col" className={styles.time}>{words.rowHead.time}</th>
            {columns.map((column) => <th key={column} scope="col" className={styles.number}>{words.rowHead[isFunding ? 'rate' : column]}</th>)}
          </tr>
        </thead>
        <tbody>
          {firstRows.map((bar) => <BarRow key={bar.line} file={file} bar={bar} columns={columns} tickSize={tickSizeOf(report.decimals)} field={isFunding ? 'rate' : 'price'} />)}
          {omitted > 0 ? (
            <tr>
              <td />
              <td className={styles.omitted} colSpan={columns.length + 1}><FigureWords text={words.omitted(format.exact(omitted))} figures={[{ text: format.exact(omitted), figure: fileFigure('count', omitted, file) }]} /></td>
            </tr>
          ) : null}
          {lastRows.map((bar) => <BarRow key={bar.line} file={file} bar={bar} columns={columns} tickSize={tickSizeOf(report.decimals)} field={isFunding ? 'rate' : 'price'} />)}
        </tbody>
      </table>
    </div>
  )
}

type BarRowProps = { readonly file: string; readonly bar: Bar; readonly columns: readonly ('open' | 'high' | 'low' | 'close')[]; readonly tickSize: string; readonly field: 'price' | 'rate' }

function BarRow({ file, bar, columns, tickSize, field }: BarRowProps) {
  const format = useFormat()
  return (
    <tr>
      <td className={styles.line} data-name="">{format.exact(bar.line)}</td>
      <td className={styles.time}>{`${utcDate(bar.time)} ${utcTime(bar.time, { seconds: bar.time % 60_000 !== 0 })}`}</td>
      {columns.map((column) => <td key={column} className={styles.number}><span data-figure={bar[column] === undefined ? undefined : fileFigure(field, bar[column], file)}>{format.price(bar[column], { tickSize })}</span></td>)}
    </tr>
  )
}
