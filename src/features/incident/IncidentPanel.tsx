import { useMemo } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { figureTag } from '../../store/figures/figureTag.ts'
import { FigureWords } from '../../ui/primitives/FigureWords.tsx'
import { Figure } from '../../ui/primitives/Figure.tsx'
import { FigureTable } from '../../ui/primitives/FigureTable.tsx'
import { Skeleton } from '../../ui/primitives/Skeleton.tsx'
import { AlongSection } from './AlongSection.tsx'
import { AmountBars } from './AmountBars.tsx'
import { DeleveragedSection } from './DeleveragedSection.tsx'
import { IncidentActions } from './IncidentActions.tsx'
import { IncidentHeader } from './IncidentHeader.tsx'
import type { IncidentLook, PlainIncident } from './IncidentLook.ts'
import { incidentFigures } from './incidentFigures.ts'
import styles from './IncidentPanel.module.css'
import { incidentStory } from './incidentStory.ts'
import { moneyTable } from './moneyTable.ts'
import { SaversSection } from './SaversSection.tsx'
import { WhySection } from './WhySection.tsx'
import { words } from './words.ts'

const HEIGHT = 560

/** A liquidation explained: what happened, why, what it took along, where the money went, what would have saved it. */
export function IncidentPanel() {
  const incident = useAppStore((state) => state.incident)
  const instruments = useAppStore((state) => state.scenario.info?.instruments)
  const format = useFormat()
  const look = useMemo((): IncidentLook => ({
    format, tickSizeOf: (symbol) => instruments?.find((one) => one.symbol === symbol)?.tickSize,
  }), [format, instruments])
  if (incident === undefined) return null
  return (
    <div className={styles.panel} aria-label={words.title} role="region">
      {incident.report === undefined
        ? <Skeleton label={words.loading} height={HEIGHT} lines={9} />
        : <Report incident={incident.report} look={look} />}
    </div>
  )
}

function Report({ incident, look }: { readonly incident: PlainIncident; readonly look: IncidentLook }) {
  const story = incidentStory(incident, look)
  const { format } = look
  const { bars } = words
  return (
    <>
      <section className={styles.section}>
        <IncidentHeader incident={incident} heading={story.heading} />
        <p className={styles.words}><FigureWords text={story.sentences.join(' ')} figures={incidentFigures(incident, look)} /></p>
        <AmountBars
          caption={bars.caption}
          bars={[
            { id: 'equity', label: bars.equity[incident.poolType], from: 0, to: Number(incident.equity), text: format.money(incident.equity), figure: figureTag('incident.equity', incident), tone: incident.poolType },
            { id: 'maintenance', label: bars.maintenance, from: 0, to: Number(incident.maintenanceMargin), text: format.money(incident.maintenanceMargin), figure: figureTag('incident.maintenanceMargin', incident), tone: 'level' },
          ]}
        />
      </section>
      <WhySection incident={incident} look={look} />
      <AlongSection incident={incident} look={look} />
      <DeleveragedSection incident={incident} look={look} />
      <MoneySection incident={incident} look={look} />
      <SaversSection incident={incident} look={look} />
      <IncidentActions tick={incident.tick} />
    </>
  )
}

function MoneySection({ incident, look }: { readonly incident: PlainIncident; readonly look: IncidentLook }) {
  const { lines, sum } = moneyTable(incident, look)
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{words.money.title}</h3>
      <FigureTable
        caption={words.money.title}
        rows={[
          ...lines.map(({ id, label, text, tone }) => ({ id, label, cells: [<Figure key={id} tone={tone} figure={figureTag('incident.money', { twin: incident.twin, seq: incident.seq, party: id })}>{text}</Figure>] })),
          { id: 'sum', label: words.money.sum, cells: [sum], weight: 'sum' as const },
        ]}
      />
    </section>
  )
}
