import { useState } from 'react'
import { Checkbox } from '../../ui/primitives/Checkbox.tsx'
import { ProtectionFields } from './ProtectionFields.tsx'
import styles from './TicketForm.module.css'
import type { Ticket } from './useTicket.ts'
import type { TicketFields } from './useTicketFields.ts'
import { words } from './words.ts'

export interface OrderChecksProps {
  readonly ticket: Ticket
  readonly fields: TicketFields
  readonly isProtectionWarned: boolean
}

/** Take profit and stop loss; reduce-only, which excludes them. */
export function OrderChecks({ ticket, fields, isProtectionWarned }: OrderChecksProps) {
  const { draft, market, canReduce, set } = ticket
  const [isAsked, setIsAsked] = useState(draft.takeProfit !== '' || draft.stopLoss !== '')
  const isProtected = isAsked && !draft.reduceOnly
  return (
    <>
      <div className={styles.checks}>
        <Checkbox
          label={words.fields.protection}
          isChecked={isProtected}
          reason={draft.reduceOnly ? words.fields.onlyWhenOpening : undefined}
          onChange={(isChecked) => {
            setIsAsked(isChecked)
            if (!isChecked) set({ takeProfit: '', stopLoss: '' })
          }}
        />
        <Checkbox
          label={words.fields.reduceOnly}
          isChecked={draft.reduceOnly}
          reason={canReduce || draft.reduceOnly ? undefined : words.fields.nothingToReduce}
          onChange={(reduceOnly) => set({ reduceOnly })}
        />
      </div>
      {isProtected
        ? <ProtectionFields takeProfit={fields.takeProfit} stopLoss={fields.stopLoss} market={market} isWarned={isProtectionWarned} />
        : null}
    </>
  )
}
