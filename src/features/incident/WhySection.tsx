import { Decimal } from '../../engine/index.ts'
import { isAssetLeg } from '../../store/selectors/breaches.ts'
import { FigureWords } from '../../ui/primitives/FigureWords.tsx'
import { Disclosure } from '../../ui/primitives/Disclosure.tsx'
import { AmountBars } from './AmountBars.tsx'
import { ChainSteps } from './ChainSteps.tsx'
import { barFigure, chainStory, type ChainStory } from './chainStory.ts'
import { incidentFigures } from './incidentFigures.ts'
import type { IncidentLook, PlainIncident } from './IncidentLook.ts'
import styles from './IncidentPanel.module.css'
import { words } from './words.ts'

/** How the liq. price of each position came there: a bystander's first, the others folded. */
export function WhySection({ incident, look }: { readonly incident: PlainIncident; readonly look: IncidentLook }) {
  const figures = incidentFigures(incident, look)
  const [first, ...rest] = chainStories(incident, look)
  const leftOut = incident.legs.length - incident.chains.length
  if (first === undefined) return null
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}><FigureWords text={first.title} figures={figures} /></h3>
      <ChainBody story={first} incident={incident} look={look} />
      {rest.length === 0 ? null : (
        <Disclosure summary={words.drift.others(rest.length)} className={styles.more ?? ''}>
          {rest.map((each) => (
            <div key={each.leg} className={styles.folded}>
              <h4 className={styles.heading}><FigureWords text={each.title} figures={figures} /></h4>
              <ChainBody story={each} incident={incident} look={look} />
            </div>
          ))}
          {leftOut === 0 ? null : <p className={styles.words}>{words.drift.leftOut(leftOut)}</p>}
        </Disclosure>
      )}
    </section>
  )
}

/** One for each position whose chain is told: the bystander that had gained most first, the culprit last. An asset goes with its pool; nobody expects a liq. price of it. */
function chainStories(incident: PlainIncident, look: IncidentLook): readonly ChainStory[] {
  const legs = incident.legs.filter(({ leg }) => !isAssetLeg(leg))
  const bystanders = legs.filter(({ role }) => role === 'bystander').toSorted((a, b) => new Decimal(b.unrealizedPnl).cmp(a.unrealizedPnl))
  return [...bystanders, ...legs.filter(({ role }) => role === 'culprit')].flatMap((leg) => {
    const chain = incident.chains.find((each) => each.leg === leg.leg)
    return chain === undefined ? [] : [chainStory(chain, leg, incident, look)]
  })
}

function ChainBody({ story, incident, look }: { readonly story: ChainStory; readonly incident: PlainIncident; readonly look: IncidentLook }) {
  const figures = incidentFigures(incident, look)
  const owner = { twin: incident.twin, seq: incident.seq, leg: story.leg }
  return (
    <>
      <p className={styles.words}><FigureWords text={story.sentences.join(' ')} figures={figures} /></p>
      {story.bars.length === 0 ? null : (
        <AmountBars
          caption={story.caption}
          bars={story.bars.map((bar) => ({ ...bar, figure: barFigure(bar, owner), from: Number(bar.from), to: Number(bar.to) }))}
          level={{ at: Number(story.mark), text: story.markText, figures }}
        />
      )}
      {story.lines.length === 0 ? null : (
        <Disclosure summary={words.drift.steps(story.lines.length)} className={styles.more ?? ''}>
          <ChainSteps story={story} owner={owner} />
        </Disclosure>
      )}
    </>
  )
}
