import { LevelField } from './LevelField.tsx'
import styles from './TicketForm.module.css'
import type { TicketMarket } from './TicketMarket.ts'
import type { TypedField } from './useTypedNumber.ts'
import { words } from './words.ts'

export interface ProtectionFieldsProps {
  readonly takeProfit: TypedField
  readonly stopLoss: TypedField
  readonly market: TicketMarket
  /** A stop that would never fire, or levels that suit no side. */
  readonly isWarned: boolean
}

/** Take profit and stop loss of the position the order opens or adds to. */
export function ProtectionFields({ takeProfit, stopLoss, market, isWarned }: ProtectionFieldsProps) {
  return (
    <div className={styles.two}>
      <LevelField label={words.fields.takeProfit} field={takeProfit} market={market} />
      <LevelField label={words.fields.stopLoss} field={stopLoss} market={market} isWarned={isWarned} />
    </div>
  )
}
