import type { ReactNode } from 'react'
import { isAssetLeg } from '../../../store/selectors/breaches.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { ModeBadge } from '../../../ui/primitives/ModeBadge.tsx'
import { utcDateTime } from '../../../ui/format/timeFormats.ts'
import { AlongSection } from '../AlongSection.tsx'
import { AmountBars } from '../AmountBars.tsx'
import { DeleveragedSection } from '../DeleveragedSection.tsx'
import { poolBars } from '../poolBars.ts'
import { incidentFigures } from '../incidentFigures.ts'
import type { IncidentLook, PlainIncident } from '../IncidentLook.ts'
import { incidentStory } from '../incidentStory.ts'
import { MoneySection } from '../MoneySection.tsx'
import { SaversSection } from '../SaversSection.tsx'
import { words } from '../words.ts'
import { ReportLeg } from './ReportLeg.tsx'
import { reportWords, type Level } from './reportWords.ts'
import styles from './IncidentReport.module.css'

/** One liquidation from beginning to end. Reads in the order in which one would ask. */
export function ReportArticle({ incident, look }: { readonly incident: PlainIncident; readonly look: IncidentLook }) {
  const level = useAppStore((state) => state.settings.level)
  const scenario = useAppStore((state) => state.scenario.document?.title ?? '')
  const rules = useAppStore((state) => state.scenario.info?.rules.name ?? '')
  const { showScreen } = useAppStore((state) => state.actions)
  const story = incidentStory(incident, look)
  const figures = incidentFigures(incident, look)
  const chains = incident.chains.filter(({ leg }) => !isAssetLeg(leg))
  const leftOut = incident.legs.length - incident.chains.length
  const ordered = [...chains.filter(({ leg }) => leg === incident.culprit), ...chains.filter(({ leg }) => leg !== incident.culprit)]
  return (
    <article className={styles.article} aria-label={story.heading}>
      <header>
        <div className={styles.heading}>
          <ModeBadge mode={incident.poolType} />
          <h2 className={styles.name}>{story.heading}</h2>
        </div>
        <p className={styles.meta}>{reportWords.meta(reportWords.accounts[incident.twin], incident.tick, utcDateTime(incident.at, { seconds: true }), rules)}</p>
      </header>
      <section className={styles.section}>
        <h3 className={styles.part}>{reportWords.happened}</h3>
        <p><FigureWords text={story.sentences.join(' ')} figures={figures} /></p>
        <AmountBars {...poolBars(incident, look)} />
      </section>
      <section className={styles.section}>
        <h3 className={styles.part}>{reportWords.why}</h3>
        <p className={styles.intro}>{reportWords.whyIntro[level]}</p>
        {ordered.map((chain) => {
          const leg = incident.legs.find((each) => each.leg === chain.leg)
          return leg === undefined ? null : <ReportLeg key={chain.leg} chain={chain} leg={leg} incident={incident} look={look} level={level} />
        })}
        {leftOut === 0 ? null : <p className={styles.intro}>{words.drift.leftOut(leftOut)}</p>}
      </section>
      <Introduced intro={reportWords.alongIntro} level={level}><AlongSection incident={incident} look={look} /></Introduced>
      <DeleveragedSection incident={incident} look={look} />
      <Introduced intro={reportWords.moneyIntro} level={level}><MoneySection incident={incident} look={look} /></Introduced>
      <Introduced intro={reportWords.saversIntro} level={level}><SaversSection incident={incident} look={look} onTried={() => showScreen('simulate')} /></Introduced>
      <footer className={styles.foot}>{reportWords.foot(scenario)}</footer>
    </article>
  )
}

/** A section of the panel with a sentence at the reader's level after it. */
function Introduced({ intro, level, children }: { readonly intro: Readonly<Record<Level, string>>; readonly level: Level; readonly children: ReactNode }) {
  return (
    <div className={styles.introduced}>
      {children}
      <p className={styles.intro}>{intro[level]}</p>
    </div>
  )
}
