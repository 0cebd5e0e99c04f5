import { figureTag } from '../../store/figures/figureTag.ts'
import { FigureWords } from '../../ui/primitives/FigureWords.tsx'
import { NumberField } from '../../ui/primitives/NumberField.tsx'
import { useIsNarrow } from '../../ui/theme/useMediaQuery.ts'
import { LevelField } from './LevelField.tsx'
import { OrderChecks } from './OrderChecks.tsx'
import { otherUnit } from './otherUnit.ts'
import { SizeField } from './SizeField.tsx'
import { SizeShare } from './SizeShare.tsx'
import styles from './TicketForm.module.css'
import { TicketNotes, type TicketNotesProps } from './TicketNotes.tsx'
import type { Ticket } from './useTicket.ts'
import type { TicketFields } from './useTicketFields.ts'
import { WaitingFields } from './WaitingFields.tsx'
import { words } from './words.ts'

export interface OrderFieldsProps extends Omit<TicketNotesProps, 'place'> {
  readonly ticket: Ticket
  readonly fields: TicketFields
}

/** Price, size, share of the maximum, take profit and stop loss, reduce-only; each with its notes below. */
export function OrderFields({ ticket, fields, notes, onFix, figures }: OrderFieldsProps) {
  const { draft, preview, market, set } = ticket
  const isNarrow = useIsNarrow()
  const hasTwo = draft.orderType === 'stop-limit' || draft.orderType === 'trailing-stop'
  const hasPrice = !hasTwo && (draft.orderType !== 'market' || !isNarrow)
  return (
    <div className={styles.fields}>
      {hasTwo ? <WaitingFields ticket={ticket} fields={fields} /> : null}
      <div className={hasPrice ? styles.two : undefined}>
        {hasPrice ? <PriceField ticket={ticket} fields={fields} /> : null}
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
      <TicketNotes notes={notes} figures={figures} place="price" onFix={onFix} />
      <SizeShare percent={fields.percent} sizeText={fields.sizeText} onPercent={fields.setPercent} />
      <TicketNotes notes={notes} figures={figures} place="size" onFix={onFix} />
      <OrderChecks
        ticket={ticket}
        fields={fields}
        isProtectionWarned={notes.some((note) => note.place === 'protection' && note.tone === 'warn')}
      />
      <TicketNotes notes={notes} figures={figures} place="protection" onFix={onFix} />
    </div>
  )
}

/** A market order's price is the last one, which is the mark where the tape has no other; to be read only. */
function PriceField({ ticket: { draft, market, format }, fields }: { readonly ticket: Ticket; readonly fields: TicketFields }) {
  const { last, mark, tickSize } = market
  const isLast = last !== undefined && draft.orderType !== 'stop'
  const kind = isLast ? words.fields.atLast : words.fields.atMark
  const now = format.price(isLast ? last : mark, { tickSize })
  const label = words.fields.price[draft.orderType]
  return draft.orderType === 'market'
    ? <NumberField label={label} aside={kind} value={now} onChange={() => undefined} unit={market.quote} isReadOnly />
    : <LevelField label={label} aside={<FigureWords text={words.fields.now(kind, now)} figures={[{ text: now, figure: figureTag(isLast ? 'market.last' : 'market.mark', { instrument: market.symbol }) }]} />} field={fields.price} market={market} />
}
