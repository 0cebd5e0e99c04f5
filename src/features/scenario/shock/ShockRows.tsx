import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { words } from '../words.ts'
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
    <>
      <div role="group" aria-label={words.shock.table} className={styles.rows}>
        {rows.map((row, index) => (
          <div key={row.symbol} role="group" aria-label={row.symbol} className={styles.row}>
            <span className={styles.symbol}>{row.symbol}</span>
            <NumberField
              label={words.shock.price}
              isLabelHidden={index > 0}
              value={row.price}
              unit="USDT"
              error={errors[index]?.price}
              onChange={(price) => onChange(index, { price })}
            />
            <NumberField
              label={words.shock.beta}
              isLabelHidden={index > 0}
              value={row.beta}
              error={errors[index]?.beta}
              step={({ text, direction, isLarge }) => format.step(text, { stepSize: isLarge ? '1' : '0.1', direction, least: '-10', most: '10' })}
              onChange={(beta) => onChange(index, { beta })}
            />
          </div>
        ))}
      </div>
      <p className={styles.hint}>{words.shock.betaHint}</p>
    </>
  )
}
