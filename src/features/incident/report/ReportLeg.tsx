import { figureTag } from '../../../store/figures/figureTag.ts'
import { NOT_APPLICABLE } from '../../../ui/format/displayText.ts'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { AmountBars } from '../AmountBars.tsx'
import { ChainSteps } from '../ChainSteps.tsx'
import { barFigure, chainStory } from '../chainStory.ts'
import { incidentFigures } from '../incidentFigures.ts'
import type { Chain, IncidentLeg, IncidentLook, PlainIncident } from '../IncidentLook.ts'
import { legFigures, legStory, type LegStory } from './reportStory.ts'
import { reportWords, type Level } from './reportWords.ts'
import styles from './IncidentReport.module.css'
import { words } from '../words.ts'

interface ReportLegProps {
  readonly chain: Chain
  readonly leg: IncidentLeg
  readonly incident: PlainIncident
  readonly look: IncidentLook
  readonly level: Level
}

/** How one position's liquidation price came there: drawn for a beginner, with all shares for a trader, step by step for a quant. */
export function ReportLeg({ chain, leg, incident, look, level }: ReportLegProps) {
  const drawn = chainStory(chain, leg, incident, look)
  const { sentences, table } = legStory(chain, leg, look)
  const figures = [...incidentFigures(incident, look), ...legFigures(chain, leg, look, incident)]
  const owner = { twin: incident.twin, seq: incident.seq, leg: leg.leg }
  return (
    <section className={styles.leg}>
      <h4 className={styles.legName}>{words.position(leg.base, !leg.qty.startsWith('-'))}</h4>
      <p><FigureWords text={[...sentences, ...drawn.sentences].join(' ')} figures={figures} /></p>
      {drawn.bars.length === 0 ? null : (
        <AmountBars
          caption={drawn.caption}
          bars={drawn.bars.map((bar) => ({ ...bar, figure: barFigure(bar, owner), from: Number(bar.from), to: Number(bar.to) }))}
          level={{ at: Number(drawn.mark), text: drawn.markText, figures }}
        />
      )}
      {table === undefined || level === 'beginner' ? null : <Shares table={table} owner={owner} />}
      {level !== 'quant' || drawn.lines.length === 0 ? null : (
        <>
          <h5 className={styles.stepsTitle}>{reportWords.steps}</h5>
          <ChainSteps story={drawn} owner={owner} />
        </>
      )}
    </section>
  )
}

type Owner = Parameters<typeof barFigure>[1]

function Shares({ table, owner }: { readonly table: NonNullable<LegStory['table']>; readonly owner: Owner }) {
  const { columns } = reportWords
  return (
    <table className={styles.shares}>
      <caption className="visually-hidden">{table.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.cause}</th>
          <th scope="col">{columns.surplus}</th>
          <th scope="col">{columns.price}</th>
        </tr>
      </thead>
      <tbody>
        <tr className={styles.end}>
          <th scope="row" colSpan={2}>{table.from.cause}</th>
          <td><span data-figure={figureTag('incident.driftBefore', owner)}>{table.from.price}</span></td>
        </tr>
        {table.lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">{line.cause}</th>
            <td>{line.surplus === '' ? NOT_APPLICABLE : <span data-figure={figureTag('incident.driftSurplus', { ...owner, part: line.id })}>{line.surplus}</span>}</td>
            <td><span data-figure={figureTag('incident.driftPrice', { ...owner, part: line.id })}>{line.price}</span></td>
          </tr>
        ))}
        <tr className={styles.end}>
          <th scope="row" colSpan={2}>{table.to.cause}</th>
          <td><span data-figure={figureTag('incident.driftAfter', owner)}>{table.to.price}</span></td>
        </tr>
      </tbody>
    </table>
  )
}
