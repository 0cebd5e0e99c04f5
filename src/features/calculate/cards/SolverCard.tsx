import { FieldRow } from '../fields/FieldRow.tsx'
import { useCard } from '../useCard.ts'
import { Card } from './Card.tsx'
import type { CardId } from './CardSpec.ts'
import { cardTitle } from './cardTitle.ts'
import styles from './card.module.css'
import { FillRows } from './FillRows.tsx'

/** A calculator as a form: what is given on the left, what follows on the right; every field can change sides. */
export function SolverCard({ id }: { readonly id: CardId }) {
  const card = useCard(id)
  const [main] = card.spec.results
  return (
    <Card card={card} title={cardTitle(id)}>
      <div className={styles.pair}>
        {card.spec.hasFills === true ? <FillRows card={card} /> : null}
        <div>{card.spec.inputs.map((field) => <FieldRow key={field} card={card} id={field} />)}</div>
        <div>{card.spec.results.map((field) => <FieldRow key={field} card={card} id={field} isMain={field === main} />)}</div>
      </div>
    </Card>
  )
}
