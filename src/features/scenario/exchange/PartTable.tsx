import { figureTag } from '../../../store/figures/figureTag.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { utcDate, utcTime } from '../../../ui/format/timeFormats.ts'
import styles from './exchange.module.css'
import { type LoadedPart, partText } from './loadTexts.ts'
import { exchangeWords as words } from './words.ts'

const moment = (at: number): string => `${utcDate(at)} ${utcTime(at)}`

/** What was found in each series. */
export function PartTable({ parts }: { readonly parts: readonly LoadedPart[] }) {
  const { part: name, rows, range, gaps, duplicates } = words.loaded.columns
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.loaded.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col" className={styles.number}>{rows}</th>
            <th scope="col">{range}</th>
            <th scope="col" className={styles.number}>{gaps}</th>
            <th scope="col" className={styles.number}>{duplicates}</th>
          </tr>
        </thead>
        <tbody>{parts.map((part) => <PartRow key={part.name} part={part} />)}</tbody>
      </table>
    </div>
  )
}

function PartRow({ part }: { readonly part: LoadedPart }) {
  const format = useFormat()
  const { report } = part
  const count = (value: number) => <span data-figure={figureTag('prices.count', { instrument: part.instrument, value: String(value) })}>{format.exact(value)}</span>
  return (
    <tr>
      <th scope="row">{partText(part)}</th>
      <td className={styles.number}>{count(report.rows)}</td>
      <td><span data-name="">{moment(report.first)}</span> <span>{words.loaded.to} <span data-name="">{moment(report.last)}</span></span></td>
      <td className={styles.number}>{report.gaps === 0 ? count(0) : <>{count(report.gaps)} <span>({count(report.missingBars)} {words.loaded.bars})</span></>}</td>
      <td className={styles.number}>{count(report.duplicates)}</td>
    </tr>
  )
}
