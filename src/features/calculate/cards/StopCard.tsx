import { FieldRow } from '../fields/FieldRow.tsx'
import { useCard } from '../useCard.ts'
import { words } from '../words.ts'
import { Card } from './Card.tsx'
import styles from './card.module.css'

/** What may be lost at a stop gives the size, and the leverage that still gets there. */
export function StopCard() {
  const card = useCard('stop')
  return (
    <Card card={card} title={words.stop.title}>
      <div className={styles.pair}>
        <div>
          <FieldRow card={card} id="riskShare" slider={{ least: 0.1, most: 10, step: 0.1 }} />
          <FieldRow card={card} id="stopPrice" />
        </div>
        <div>
          <FieldRow card={card} id="size" isMain />
          <FieldRow card={card} id="limitedBy" />
          <FieldRow card={card} id="notional" />
          <FieldRow card={card} id="lossAtStop" />
          <FieldRow card={card} id="highestLeverage" />
        </div>
      </div>
    </Card>
  )
}
