import { useState } from 'react'
import { Decimal } from '../../../engine/index.ts'
import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { tickOf } from '../rowText.ts'
import { editWords, typedProblem } from '../words/editWords.ts'
import type { AskedTrailing } from '../words/trailingWords.ts'
import styles from './edit.module.css'
import { priceStep } from './protectionFixes.ts'
import { typedAmount } from './typedAmount.ts'

export interface TrailingFieldsProps {
  readonly trailing: AskedTrailing | undefined
  readonly row: OpenPositionRow
  readonly onChange: (trailing: AskedTrailing | undefined) => void
}

/** A stop that follows the price: how far it may come back, and from which price on. Empty: none. */
export function TrailingFields({ trailing, row, onChange }: TrailingFieldsProps) {
  const format = useFormat()
  const words = editWords.protection
  const isDistance = trailing?.distance !== undefined
  const [back, setBack] = useState(isDistance ? format.typed(trailing.distance) : trailing?.rate === undefined ? '' : format.typed(new Decimal(trailing.rate).times(100).toFixed()))
  const [from, setFrom] = useState(format.typed(trailing?.activation))
  const ask = (backText: string, fromText: string): void => {
    const amount = typedAmount(backText, format)
    const activation = typedAmount(fromText, format)
    if (amount === undefined) return onChange(undefined)
    const callback = isDistance ? { distance: amount } : { rate: new Decimal(amount).div(100).toFixed() }
    onChange({ ...callback, ...(activation === undefined ? {} : { activation }) })
  }
  const problem = (text: string): string | undefined => (text === '' ? undefined : typedProblem(text, format))
  const step = isDistance ? tickOf(row.priceDecimals) : '0.1'
  return (
    <div className={styles.two} role="group" aria-label={words.trailing}>
      <NumberField
        label={`${words.trailing}: ${words.callback.toLowerCase()}`}
        unit={isDistance ? row.quote : '%'}
        value={back}
        placeholder="—"
        error={problem(back)}
        step={({ text, direction, isLarge }) => format.step(text === '' ? '0' : text, { direction, stepSize: isLarge ? `${step}e1` : step, least: step })}
        onChange={(next) => {
          setBack(next)
          ask(next, from)
        }}
      />
      <NumberField
        label={words.activation}
        aside={from === '' ? words.atOnce : undefined}
        unit={row.quote}
        value={from}
        placeholder="—"
        error={problem(from)}
        step={({ text, direction, isLarge }) => format.step(text === '' ? format.typed(row.mark) : text, { direction, stepSize: priceStep(row.mark, row.priceDecimals, isLarge), least: tickOf(row.priceDecimals) })}
        onChange={(next) => {
          setFrom(next)
          ask(back, next)
        }}
      />
    </div>
  )
}
