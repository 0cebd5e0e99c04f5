import { figureTag } from '../../store/figures/figureTag.ts'
import { NOT_APPLICABLE } from '../../ui/format/displayText.ts'
import type { ChainStory } from './chainStory.ts'
import styles from './AlongSection.module.css'
import { words } from './words.ts'

/** The single changes, each with where it left the liq. price. */
export function ChainSteps({ story, owner }: { readonly story: ChainStory; readonly owner: { readonly twin: string; readonly seq: number; readonly leg: string } }) {
  const { columns } = words.drift
  const tag = (id: 'incident.stepSurplus' | 'incident.stepPrice' | 'incident.stepAfter', part: string): string => figureTag(id, { ...owner, part })
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{story.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.left}>{columns.bar}</th>
          <th scope="col" className={styles.left}>{columns.cause}</th>
          <th scope="col" className={styles.head}>{columns.surplus}</th>
          <th scope="col" className={styles.head}>{columns.price}</th>
          <th scope="col" className={styles.head}>{columns.after}</th>
        </tr>
      </thead>
      <tbody>
        {story.lines.map((line) => (
          <tr key={line.id}>
            <td className={styles.label} data-name="">{line.tick}</td>
            <th scope="row" className={styles.wrapped} data-name="">{line.cause}</th>
            <td className={styles.cell}>{line.surplus === '' ? NOT_APPLICABLE : <span data-figure={tag('incident.stepSurplus', line.id)}>{line.surplus}</span>}</td>
            <td className={styles.cell}><span data-figure={tag('incident.stepPrice', line.id)}>{line.price}</span></td>
            <td className={styles.cell}><span data-figure={tag('incident.stepAfter', line.id)}>{line.after}</span></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
