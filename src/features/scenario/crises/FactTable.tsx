import { Decimal } from '../../../engine/index.ts'
import type { Fact } from '../../../store/catalog/crises.ts'
import { figureTag } from '../../../store/figures/figureTag.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import styles from './CrisesSection.module.css'
import { crisesWords as words } from './crisesWords.ts'
import { factField, factText } from './crisisTape.ts'

/** What is known of a crisis, each with who says so. */
export function FactTable({ title, facts }: { readonly title: string; readonly facts: readonly Fact[] }) {
  const format = useFormat()
  return (
    <table className={styles.facts}>
      <caption className="visually-hidden">{words.facts}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.fact}</th>
          <th scope="col" className={styles.value}>{words.columns.value}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <tr key={`${fact.what} ${String(fact.value)}`}>
            <th scope="row" data-name="">
              {fact.what}
              <span className={styles.source}>
                {fact.source}
                {fact.recheck === true ? ` (${words.recheck})` : ''}
              </span>
            </th>
            <td className={styles.value} data-figure={figureTag(`prices.${factField(fact.unit)}`, { instrument: title, value: new Decimal(fact.value).toFixed() })}>{factText(fact, format)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
