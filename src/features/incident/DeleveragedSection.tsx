import { useMemo } from 'react'
import { deleveragedRow } from '../../store/selectors/selectInsurance.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import styles from './AlongSection.module.css'
import type { IncidentLook, PlainIncident } from './IncidentLook.ts'
import panel from './IncidentPanel.module.css'
import { listed } from './listed.ts'
import { figureTag } from '../../store/figures/figureTag.ts'
import { words } from './words.ts'

/** Whose positions were closed to pay for what the pool and the fund could not, in the order of the ranking. */
export function DeleveragedSection({ incident, look }: { readonly incident: PlainIncident; readonly look: IncidentLook }) {
  const list = useAppStore((state) => state.view.events[incident.twin].list)
  const instruments = useAppStore((state) => state.scenario.info?.instruments)
  const { seq, pool, at } = incident
  const rows = useMemo(
    () => list.flatMap((event) => (event.type === 'deleveraged' && event.seq > seq && event.pool === pool && event.at === at ? [deleveragedRow(event)] : [])),
    [list, seq, pool, at],
  )
  if (rows.length === 0) return null
  const { format } = look
  const unitOf = (symbol: string): string => {
    const found = instruments?.find((each) => each.symbol === symbol)
    return found === undefined ? '' : found.type === 'inverse' ? found.quote : found.base
  }
  return (
    <section className={panel.section}>
      <h3 className={panel.heading}>{words.deleveraged.title}</h3>
      <p className={panel.words}>{words.deleveraged.story(listed([...new Set(rows.map(({ counterparty }) => counterparty))]))}</p>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.deleveraged.title}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" className={styles.head}>{words.deleveraged.closed}</th>
            <th scope="col" className={styles.head}>{words.deleveraged.price}</th>
            <th scope="col" className={styles.head}>{words.deleveraged.score}</th>
            <th scope="col" className={styles.head}>{words.deleveraged.paid}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className={styles.label}>{words.deleveraged.rank(row.rank, row.counterparty)}</th>
              <td className={styles.cell}><span data-figure={figureTag('trade.qty', { ...row, twin: incident.twin })}>{format.quantity(row.qty.replace('-', ''), { stepSize: '0.01', unit: unitOf(row.instrument) })}</span></td>
              <td className={styles.cell}><span data-figure={figureTag('trade.price', { ...row, twin: incident.twin })}>{format.price(row.price, { tickSize: look.tickSizeOf(row.instrument) })}</span></td>
              <td className={styles.cell}><span data-figure={figureTag('event.score', { twin: incident.twin, seq: row.seq })}>{format.quantity(row.score, { stepSize: '0.0001' })}</span></td>
              <td className={styles.cell}><span data-figure={figureTag('event.amount', { twin: incident.twin, seq: row.seq })}>{format.money(row.amount)}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
