import { figureTag } from '../../store/figures/figureTag.ts'
import { FigureWords } from '../../ui/primitives/FigureWords.tsx'
import { NumberField } from '../../ui/primitives/NumberField.tsx'
import { LevelField } from './LevelField.tsx'
import sizeStyles from './SizeField.module.css'
import styles from './TicketForm.module.css'
import type { Ticket } from './useTicket.ts'
import type { TicketFields } from './useTicketFields.ts'
import { words } from './words.ts'

/** What a stop-limit or a trailing stop waits for: two fields each, beside one another. */
export function WaitingFields({ ticket, fields }: { readonly ticket: Ticket; readonly fields: TicketFields }) {
  const { draft, market, format } = ticket
  const mark = format.price(market.mark, { tickSize: market.tickSize })
  const now = <FigureWords text={words.fields.now(words.fields.atMark, mark)} figures={[{ text: mark, figure: figureTag('market.mark', { instrument: market.symbol }) }]} />
  return draft.orderType === 'stop-limit'
    ? (
      <div className={styles.two}>
        <LevelField label={words.fields.price['stop-limit']} aside={now} field={fields.price} market={market} />
        <LevelField label={words.fields.limitPrice} field={fields.limitPrice} market={market} />
      </div>
    )
    : (
      <div className={styles.two}>
        <CallbackField ticket={ticket} field={fields.callback} />
        <LevelField label={words.fields.activation} aside={draft.activation === '' ? words.fields.atOnce : undefined} field={fields.activation} market={market} />
      </div>
    )
}

/** How far the price comes back before the stop fires; the unit in the field is the switch. */
function CallbackField({ ticket: { draft, market, format, set }, field }: { readonly ticket: Ticket; readonly field: TicketFields['callback'] }) {
  const isRate = draft.callbackUnit !== 'distance'
  const label = words.fields.switchCallback(isRate ? market.quote : words.fields.inPercent)
  const step = isRate ? '0.1' : market.tickSize
  return (
    <NumberField
      label={words.fields.price['trailing-stop']}
      value={field.text}
      onChange={field.onChange}
      error={field.error}
      unit={<button type="button" className={sizeStyles.unit} aria-label={label} title={label} onClick={() => set({ callback: '', callbackUnit: isRate ? 'distance' : 'rate' })}>{isRate ? '%' : market.quote}</button>}
      step={({ text, direction, isLarge }) => format.step(text === '' ? '0' : text, { stepSize: isLarge ? `${step}e1` : step, direction, least: step })}
    />
  )
}
