import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { baseOf, words } from '../words.ts'
import type { ShockErrors, ShockRow } from './shockDraft.ts'
import styles from './ShockSection.module.css'

export type ShockRowsProps = {
  readonly rows: readonly ShockRow[]
  readonly errors: readonly ShockErrors[]
  readonly onChange: (index: number, change: Partial<ShockRow>) => void
}

/** Start price and share of the move of each instrument. */
export function ShockRows({ rows, errors, onChange }: ShockRowsProps) {
  const format = useFormat()
  return (
    <div role="group" aria-label={words.shock.table}>
      <ul className={styles.rows}>
        {rows.map((row, index) => (
          <li key={row.symbol} className={styles.row}>
            <span className={styles.symbol}>{row.symbol}</span>
            <NumberField
              label={`${words.shock.price} ${baseOf(row.symbol)}`}
              isLabelHidden={index > 0}
              value={row.price}
              unit="USDT"
              error={errors[index]?.price}
              onChange={(price) => onChange(index, { price })}
            />
            <NumberField
              label={`${words.shock.beta} ${baseOf(row.symbol)}`}
              isLabelHidden={index > 0}
              value={row.beta}
              error={errors[index]?.beta}
              step={({ text, direction, isLarge }) => format.step(text, { stepSize: isLarge ? '1' : '0.1', direction, least: '-10', most: '10' })}
              onChange={(beta) => onChange(index, { beta })}
            />
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{words.shock.betaHint}</p>
    </div>
  )
}
