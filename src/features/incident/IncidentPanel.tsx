import { useMemo } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { FigureWords } from '../../ui/primitives/FigureWords.tsx'
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
import { MoneySection } from './MoneySection.tsx'
import { poolBars } from './poolBars.ts'
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
  return (
    <>
      <section className={styles.section}>
        <IncidentHeader incident={incident} heading={story.heading} />
        <p className={styles.words}><FigureWords text={story.sentences.join(' ')} figures={incidentFigures(incident, look)} /></p>
        <AmountBars {...poolBars(incident, look)} />
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
