import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import type { ScriptErrors, ScriptRow } from './ScriptDraft.ts'
import styles from './ScriptSection.module.css'
import { scriptWords as words } from './scriptWords.ts'

export type ScriptRowsProps = {
  readonly rows: readonly ScriptRow[]
  readonly errors: ScriptErrors
  readonly onChange: (index: number, change: Partial<ScriptRow>) => void
}

/** Start price and share of the move of each instrument. */
export function ScriptRows({ rows, errors, onChange }: ScriptRowsProps) {
  const format = useFormat()
  return (
    <>
      <div role="group" aria-label={words.table} className={styles.rows}>
        {rows.map((row, index) => (
          <div key={row.symbol} role="group" aria-label={row.symbol} className={styles.row}>
            <span className={styles.symbol}>{row.symbol}</span>
            <NumberField
              label={words.price}
              isLabelHidden={index > 0}
              value={row.price}
              unit="USDT"
              error={errors[`rows.${index}.price`]}
              onChange={(price) => onChange(index, { price })}
            />
            <NumberField
              label={words.beta}
              isLabelHidden={index > 0}
              value={row.beta}
              error={errors[`rows.${index}.beta`]}
              step={({ text, direction, isLarge }) => format.step(text, { stepSize: isLarge ? '1' : '0.1', direction, least: '-10', most: '10' })}
              onChange={(beta) => onChange(index, { beta })}
            />
          </div>
        ))}
      </div>
      <p className={styles.hint}>{words.betaHint}</p>
    </>
  )
}
