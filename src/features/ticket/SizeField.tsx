import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { NumberField } from '../../ui/primitives/NumberField.tsx'
import { TICKET_IDS } from './focusTicketSide.ts'
import { MaximumSize } from './MaximumSize.tsx'
import type { Draft } from './Preview.ts'
import styles from './SizeField.module.css'
import type { TicketMarket } from './TicketMarket.ts'
import type { TicketFields } from './useTicketFields.ts'
import type { TypedField } from './useTypedNumber.ts'
import { words } from './words.ts'

export interface SizeFieldProps {
  readonly field: TypedField
  readonly unit: Draft['sizeUnit']
  readonly market: TicketMarket
  readonly maximum: TicketFields['maximum']
  readonly nudge: string
  /** What a typed percentage comes to. */
  readonly meaning: string | undefined
  readonly onSwitchUnit: () => void
}

/** Size in the base or the quote currency; the unit in the field is the switch. */
export function SizeField({ field, unit, market, maximum, nudge, meaning, onSwitchUnit }: SizeFieldProps) {
  const format = useFormat()
  const [own, other] = unit === 'base' ? [market.sizeUnit, market.quote] : [market.quote, market.sizeUnit]
  const label = words.fields.switchUnit(own, other)
  return (
    <NumberField
      name={TICKET_IDS.size}
      label={words.fields.size}
      aside={maximum === undefined ? undefined : <MaximumSize {...maximum} isInBase={unit === 'base'} />}
      value={field.text}
      onChange={field.onChange}
      error={field.error}
      hint={meaning}
      unit={market.isInverse ? own : <button type="button" className={styles.unit} aria-label={label} title={label} onClick={onSwitchUnit}>{own}</button>}
      step={({ text, direction, isLarge }) => format.step(text, { stepSize: isLarge ? `${nudge}e1` : nudge, direction, least: '0' })}
    />
  )
}
