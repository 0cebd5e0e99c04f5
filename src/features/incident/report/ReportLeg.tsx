import { figureTag } from '../../../store/figures/figureTag.ts'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { AmountBars } from '../AmountBars.tsx'
import { ChainSteps } from '../ChainSteps.tsx'
import { barFigure, chainStory } from '../chainStory.ts'
import { incidentFigures } from '../incidentFigures.ts'
import type { Chain, IncidentLeg, IncidentLook, PlainIncident } from '../IncidentLook.ts'
import { legStory, type LegStory } from './reportStory.ts'
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
  const figures = incidentFigures(incident, look)
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
      {table === undefined || level === 'beginner' ? null : <Shares table={table} figureOf={(line) => figureTag('incident.driftPrice', { ...owner, part: line })} />}
      {level !== 'quant' || drawn.lines.length === 0 ? null : (
        <>
          <h5 className={styles.stepsTitle}>{reportWords.steps}</h5>
          <ChainSteps story={drawn} />
        </>
      )}
    </section>
  )
}

function Shares({ table, figureOf }: { readonly table: NonNullable<LegStory['table']>; readonly figureOf: (line: string) => string }) {
  return (
    <table className={styles.shares}>
      <caption className="visually-hidden">{table.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{reportWords.columns.cause}</th>
          <th scope="col">{reportWords.columns.surplus}</th>
          <th scope="col">{reportWords.columns.price}</th>
        </tr>
      </thead>
      <tbody>
        <Row line={table.from} isEnd />
        {table.lines.map((line) => <Row key={line.id} line={line} figure={figureOf(line.id)} />)}
        <Row line={table.to} isEnd />
      </tbody>
    </table>
  )
}

function Row({ line, figure, isEnd = false }: { readonly line: NonNullable<LegStory['table']>['from']; readonly figure?: string; readonly isEnd?: boolean }) {
  return (
    <tr className={isEnd ? styles.end : undefined}>
      <th scope="row">{line.cause}</th>
      <td>{line.surplus}</td>
      <td>{figure === undefined ? line.price : <span data-figure={figure}>{line.price}</span>}</td>
    </tr>
  )
}
