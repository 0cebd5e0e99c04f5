import { figureTag } from '../../store/figures/figureTag.ts'
import { Figure } from '../../ui/primitives/Figure.tsx'
import { FigureTable } from '../../ui/primitives/FigureTable.tsx'
import type { IncidentLook, PlainIncident } from './IncidentLook.ts'
import styles from './IncidentPanel.module.css'
import { moneyTable } from './moneyTable.ts'
import { words } from './words.ts'

/** The double entry of the liquidation: it sums to zero. */
export function MoneySection({ incident, look }: { readonly incident: PlainIncident; readonly look: IncidentLook }) {
  const { lines, sum } = moneyTable(incident, look)
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{words.money.title}</h3>
      <FigureTable
        caption={words.money.title}
        rows={[
          ...lines.map(({ id, label, text, tone }) => ({ id, label, cells: [<Figure key={id} tone={tone} figure={figureTag('incident.money', { twin: incident.twin, seq: incident.seq, party: id })}>{text}</Figure>] })),
          { id: 'sum', label: words.money.sum, cells: [<span key="sum" data-name="">{sum}</span>], weight: 'sum' as const },
        ]}
      />
    </section>
  )
}
