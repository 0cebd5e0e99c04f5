import type { ReactNode } from 'react'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { NOT_APPLICABLE } from '../../ui/format/displayText.ts'
import { NumberField } from '../../ui/primitives/NumberField.tsx'
import styles from './LevelField.module.css'
import type { TicketMarket } from './TicketMarket.ts'
import type { TypedField } from './useTypedNumber.ts'

export interface LevelFieldProps {
  readonly label: string
  readonly field: TypedField
  readonly market: TicketMarket
  readonly aside?: ReactNode | undefined
  /** The frame says it; the words and the remedy stand under the row. */
  readonly isWarned?: boolean
}

/** A price: arrow keys go by ticks, from the mark when it is empty. */
export function LevelField({ label, field, market, aside, isWarned = false }: LevelFieldProps) {
  const format = useFormat()
  return (
    <NumberField
      label={label}
      aside={aside}
      value={field.text}
      onChange={field.onChange}
      error={field.error}
      placeholder={NOT_APPLICABLE}
      unit={market.quote}
      className={isWarned ? styles.warned : undefined}
      step={({ text, direction, isLarge }) => format.step(text === '' ? format.typed(market.mark) : text, {
        stepSize: isLarge ? `${market.tickSize}e1` : market.tickSize, direction, least: market.tickSize,
      })}
    />
  )
}
