import type { FigureId } from '../../engine/index.ts'
import { figureTag } from '../../store/figures/figureTag.ts'
import { Figure } from '../../ui/primitives/Figure.tsx'
import { ModeBadge } from '../../ui/primitives/ModeBadge.tsx'
import { Tag } from '../../ui/primitives/Tag.tsx'
import styles from './AlongSection.module.css'
import { alongRows } from './alongRows.ts'
import type { IncidentLook, PlainIncident } from './IncidentLook.ts'
import panel from './IncidentPanel.module.css'
import { closedLegs } from './incidentStory.ts'
import { words } from './words.ts'

/** Culprit and bystanders, and the same positions in the other account. */
export function AlongSection({ incident, look }: { readonly incident: PlainIncident; readonly look: IncidentLook }) {
  const { rows, other } = alongRows(incident, look)
  const isAlone = rows.length === 1
  const elsewhere = incident.poolType === 'isolated' ? 'all-cross' : 'all-isolated'
  const of = (id: FigureId, leg: string): string => figureTag(id, { twin: incident.twin, seq: incident.seq, leg, other: id === 'incident.elsewhere' ? elsewhere : undefined })
  const note = noteOf(incident)
  return (
    <section className={panel.section}>
      <h3 className={panel.heading}>{words.along.title}</h3>
      {note === undefined ? null : <p className={panel.words}>{note}</p>}
      <table className={styles.table}>
        <caption className="visually-hidden">{words.along.caption}</caption>
        <thead>
          <tr>
            <td colSpan={isAlone ? 1 : 2} />
            <th scope="col" className={styles.head}>{words.along.closedAt}</th>
            <th scope="col" className={styles.head}>{words.along.pnl}</th>
            <th scope="col" className={styles.head}><ModeBadge mode={other.mode} isDecorative /> {other.name}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={styles.label}>{row.position}</th>
              {isAlone ? null : <td className={styles.tag}><Tag tone={row.role === 'culprit' ? 'loss' : 'neutral'}>{words.along[row.role]}</Tag></td>}
              <td className={styles.cell}><span data-figure={of('incident.closedPrice', row.id)}>{row.closedAt}</span></td>
              <td className={styles.cell}><Figure tone={row.pnl.tone} figure={of('incident.realizedPnl', row.id)}>{row.pnl.text}</Figure></td>
              <td className={styles.cell}><Figure tone={row.elsewhere.tone} figure={/\d/.test(row.elsewhere.text) ? of('incident.elsewhere', row.id) : undefined}>{row.elsewhere.text}</Figure></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Said where nothing was taken along. */
function noteOf(incident: PlainIncident): string | undefined {
  if (incident.poolType === 'isolated') return words.along.nothing
  if (incident.legs.length === 1) return words.along.alone
  return closedLegs(incident).some((leg) => leg.role === 'bystander') ? undefined : words.along.onlyCulprit
}
