import type { ChainStory } from './chainStory.ts'
import styles from './AlongSection.module.css'
import { words } from './words.ts'

/** The single changes, each with where it left the liq. price. */
export function ChainSteps({ story }: { readonly story: ChainStory }) {
  const { columns } = words.drift
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
            <td className={styles.label}>{line.tick}</td>
            <th scope="row" className={styles.wrapped}>{line.cause}</th>
            <td className={styles.cell}>{line.surplus}</td>
            <td className={styles.cell}>{line.price}</td>
            <td className={styles.cell}>{line.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
