import { useState } from 'react'
import { Checkbox } from '../../ui/primitives/Checkbox.tsx'
import { NumberField } from '../../ui/primitives/NumberField.tsx'
import { useIsNarrow } from '../../ui/theme/useMediaQuery.ts'
import { LevelField } from './LevelField.tsx'
import { ProtectionFields } from './ProtectionFields.tsx'
import { SizeField } from './SizeField.tsx'
import { SizeShare } from './SizeShare.tsx'
import styles from './TicketForm.module.css'
import { TicketNotes, type TicketNotesProps } from './TicketNotes.tsx'
import { otherUnit } from './otherUnit.ts'
import type { Ticket } from './useTicket.ts'
import type { TicketFields } from './useTicketFields.ts'
import { words } from './words.ts'

export interface OrderFieldsProps extends Omit<TicketNotesProps, 'place'> {
  readonly ticket: Ticket
  readonly fields: TicketFields
}

/** Price, size, share of the maximum, take profit and stop loss, reduce-only. */
export function OrderFields({ ticket, fields, notes, onFix }: OrderFieldsProps) {
  const { draft, preview, market, format, canReduce, set } = ticket
  const [isProtected, setIsProtected] = useState(draft.takeProfit !== '' || draft.stopLoss !== '')
  const isNarrow = useIsNarrow()
  const isMarket = draft.orderType === 'market'
  const mark = format.price(market.mark, { tickSize: market.tickSize })
  const priceLabel = words.fields.price[draft.orderType]
  return (
    <div className={styles.fields}>
      <div className={isMarket && isNarrow ? undefined : styles.two}>
        {isMarket && !isNarrow
          ? <NumberField label={priceLabel} aside={words.fields.atMark} value={mark} onChange={() => undefined} unit={market.quote} isReadOnly />
          : null}
        {isMarket ? null : <LevelField label={priceLabel} aside={words.fields.mark(mark)} field={fields.price} market={market} />}
        <SizeField
          field={fields.size}
          unit={draft.sizeUnit}
          market={market}
          maximum={fields.maximum}
          nudge={fields.nudge}
          meaning={fields.size.text.includes('%') && draft.size !== '' ? fields.sizeText : undefined}
          onSwitchUnit={() => set(otherUnit(draft, preview, market.qtyStep))}
        />
      </div>
      <TicketNotes notes={notes} place="price" onFix={onFix} />
      <SizeShare percent={fields.percent} sizeText={fields.sizeText} onPercent={fields.setPercent} />
      <TicketNotes notes={notes} place="size" onFix={onFix} />
      <div className={styles.checks}>
        <Checkbox
          label={words.fields.protection}
          isChecked={isProtected && !draft.reduceOnly}
          reason={draft.reduceOnly ? words.fields.onlyWhenOpening : undefined}
          onChange={(isChecked) => {
            setIsProtected(isChecked)
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
      {isProtected && !draft.reduceOnly ? (
        <ProtectionFields
          takeProfit={fields.takeProfit}
          stopLoss={fields.stopLoss}
          market={market}
          isWarned={notes.some((note) => note.place === 'protection' && note.tone === 'warn')}
        />
      ) : null}
      <TicketNotes notes={notes} place="protection" onFix={onFix} />
    </div>
  )
}
