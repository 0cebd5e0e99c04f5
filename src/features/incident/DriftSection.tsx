import { isAssetLeg } from '../../store/selectors/breaches.ts'
import { figureTag } from '../../store/figures/figureTag.ts'
import { FigureWords, type SaidFigure } from '../../ui/primitives/FigureWords.tsx'
import { Disclosure } from '../../ui/primitives/Disclosure.tsx'
import { AmountBars } from './AmountBars.tsx'
import { incidentFigures } from './incidentFigures.ts'
import { driftStory, type DriftStory } from './driftStory.ts'
import type { Drift, IncidentLook, PlainIncident } from './IncidentLook.ts'
import styles from './IncidentPanel.module.css'
import { words } from './words.ts'

interface Told {
  readonly leg: string
  readonly story: DriftStory
  readonly figures: readonly SaidFigure[]
  /** The key of a bar, by its id. */
  readonly figureOf: (bar: string) => string
}

/** Why a bystander: how its liq. price came to its mark. The first one open, the others folded. */
export function DriftSection({ incident, look }: { readonly incident: PlainIncident; readonly look: IncidentLook }) {
  const figures = incidentFigures(incident, look)
  const told = incident.drifts.flatMap((drift): readonly Told[] => {
    const leg = incident.legs.find((one) => one.leg === drift.leg)
    // An asset goes with its pool; nobody expects a liq. price of it.
    return leg === undefined || isAssetLeg(leg.leg) ? [] : [{ leg: leg.leg, story: driftStory(drift, leg, incident.tick, look), figures, figureOf: (bar) => barFigure(bar, drift, incident) }]
  })
  const [first, ...rest] = told
  if (first === undefined) return null
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}><FigureWords text={first.story.title} figures={figures} /></h3>
      <DriftBody told={first} />
      {rest.length === 0 ? null : (
        <Disclosure summary={words.drift.others(rest.length)} className={styles.more ?? ''}>
          {rest.map((each) => (
            <div key={each.leg} className={styles.folded}>
              <h4 className={styles.heading}><FigureWords text={each.story.title} figures={figures} /></h4>
              <DriftBody told={each} />
            </div>
          ))}
        </Disclosure>
      )}
    </section>
  )
}

function DriftBody({ told: { story, figures, figureOf } }: { readonly told: Told }) {
  return (
    <>
      <p className={styles.words}><FigureWords text={story.sentences.join(' ')} figures={figures} /></p>
      <AmountBars
        caption={story.caption}
        bars={story.bars.map((bar) => ({ ...bar, figure: figureOf(bar.id), from: Number(bar.from), to: Number(bar.to) }))}
        level={{ at: Number(story.mark), text: story.markText, figures }}
      />
    </>
  )
}

/** The liq. price before and after, and between them the part of each cause, by its number. */
function barFigure(bar: string, { leg, parts }: Drift, { twin, seq }: PlainIncident): string {
  const owner = { twin, seq, leg }
  if (bar === 'before') return figureTag('incident.driftBefore', owner)
  if (bar === 'after') return figureTag('incident.driftAfter', owner)
  return figureTag('incident.driftPrice', { ...owner, part: parts.findIndex(({ cause }) => (cause.type === 'leg' ? cause.leg : cause.type) === bar) })
}
