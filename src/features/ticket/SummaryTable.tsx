import { classNames } from '../../ui/theme/classNames.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { SIDES } from './Preview.ts'
import styles from './SummaryTable.module.css'
import { isInCoins, type SummaryRow } from './summaryRows.ts'
import { words } from './words.ts'

/** The term each row is, for the glossary. */
const TERMS: Readonly<Record<string, string>> = {
  liquidation: 'liq-price', bankruptcy: 'bankruptcy-price', cost: 'initial-margin', most: 'can-still-lose', fee: 'taker-maker', counterpart: 'notional',
}

/** Both sides beside each other, live while typing. */
export function SummaryTable({ rows }: { readonly rows: readonly SummaryRow[] }) {
  const inCoins = isInCoins(useFormat())
  return (
    <table className={classNames(styles.table, inCoins && styles.coins)}>
      <caption className="visually-hidden">{words.summary.caption}</caption>
      <thead>
        <tr>
          <td />
          {SIDES.map((side) => <th key={side} scope="col" className={styles.head}>{words.summary.if[side]}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={classNames(row.isStrong && styles.strong)}>
            <th scope="row" className={styles.label}><span data-term={TERMS[row.id]}>{row.label}</span></th>
            {SIDES.map((side) => (
              <td key={side} className={styles.cell}>
                <span className={styles.value}><span data-figure={row.cells[side].figure}>{row.cells[side].text}</span></span>
                <small className={styles.aside}><span data-figure={row.cells[side].asideFigure}>{row.cells[side].aside}</span></small>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
