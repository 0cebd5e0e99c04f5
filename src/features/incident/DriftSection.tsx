import { isAssetLeg } from '../../store/selectors/breaches.ts'
import { Disclosure } from '../../ui/primitives/Disclosure.tsx'
import { AmountBars } from './AmountBars.tsx'
import { driftStory, type DriftStory } from './driftStory.ts'
import type { IncidentLook, PlainIncident } from './IncidentLook.ts'
import styles from './IncidentPanel.module.css'
import { words } from './words.ts'

interface Told { readonly leg: string; readonly story: DriftStory }

/** Why a bystander: how its liq. price came to its mark. The first one open, the others folded. */
export function DriftSection({ incident, look }: { readonly incident: PlainIncident; readonly look: IncidentLook }) {
  const told = incident.drifts.flatMap((drift): readonly Told[] => {
    const leg = incident.legs.find((one) => one.leg === drift.leg)
    // An asset goes with its pool; nobody expects a liq. price of it.
    return leg === undefined || isAssetLeg(leg.leg) ? [] : [{ leg: leg.leg, story: driftStory(drift, leg, incident.tick, look) }]
  })
  const [first, ...rest] = told
  if (first === undefined) return null
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{first.story.title}</h3>
      <DriftBody told={first} />
      {rest.length === 0 ? null : (
        <Disclosure summary={words.drift.others(rest.length)} className={styles.more ?? ''}>
          {rest.map((each) => (
            <div key={each.leg} className={styles.folded}>
              <h4 className={styles.heading}>{each.story.title}</h4>
              <DriftBody told={each} />
            </div>
          ))}
        </Disclosure>
      )}
    </section>
  )
}

function DriftBody({ told: { story } }: { readonly told: Told }) {
  return (
    <>
      <p className={styles.words}>{story.sentences.join(' ')}</p>
      <AmountBars
        caption={story.caption}
        bars={story.bars.map((bar) => ({ ...bar, from: Number(bar.from), to: Number(bar.to) }))}
        level={{ at: Number(story.mark), text: story.markText }}
      />
    </>
  )
}
