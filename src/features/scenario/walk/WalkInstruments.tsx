import { Button } from '../../../ui/primitives/Button.tsx'
import { Disclosure } from '../../../ui/primitives/Disclosure.tsx'
import { IconButton } from '../../../ui/primitives/IconButton.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { TextField } from '../../../ui/primitives/TextField.tsx'
import { words } from '../words.ts'
import { JumpFields } from './JumpFields.tsx'
import { addedRow, MOST_INSTRUMENTS, type WalkDraft, type WalkErrors, type WalkRow } from './walkDraft.ts'
import styles from './WalkSection.module.css'

export type WalkInstrumentsProps = {
  readonly draft: WalkDraft
  readonly errors: WalkErrors
  readonly onChange: (rows: readonly WalkRow[]) => void
}

/** One line an instrument: name, price, volatility, drift, with jumps also its share of the market's and its own. */
export function WalkInstruments({ draft: { rows, model }, errors, onChange }: WalkInstrumentsProps) {
  const hasJumps = model === 'jumps'
  const changed = (index: number, part: Partial<WalkRow>): void => onChange(rows.map((row, i) => (i === index ? { ...row, ...part } : row)))
  return (
    <div role="group" aria-label={words.walk.instruments} className={styles.instruments}>
      <div className={styles.rows}>
        {rows.map((row, i) => (
          // Rows have no name that could not be typed twice.
          <div key={i} role="group" aria-label={row.symbol} className={styles.row} data-jumps={hasJumps}>
            <TextField label={words.walk.symbol} isLabelHidden={i > 0} value={row.symbol} error={errors[`${i}.symbol`]} onChange={(symbol) => changed(i, { symbol })} />
            <NumberField label={words.walk.price} isLabelHidden={i > 0} value={row.price} error={errors[`${i}.price`]} onChange={(price) => changed(i, { price })} />
            <NumberField
              label={words.walk.volatility}
              isLabelHidden={i > 0}
              value={row.volatility}
              unit={words.walk.perYear}
              error={errors[`${i}.volatility`]}
              onChange={(volatility) => changed(i, { volatility })}
            />
            <NumberField label={words.walk.drift} isLabelHidden={i > 0} value={row.drift} unit={words.walk.perYear} error={errors[`${i}.drift`]} onChange={(drift) => changed(i, { drift })} />
            {hasJumps ? (
              <NumberField label={words.walk.share} isLabelHidden={i > 0} value={row.share} error={errors[`${i}.share`]} onChange={(share) => changed(i, { share })} />
            ) : null}
            <IconButton
              icon="close"
              label={words.walk.remove(row.symbol)}
              reason={rows.length === 1 ? words.walk.atLeastOne : undefined}
              onClick={() => onChange(rows.filter((_, at) => at !== i))}
            />
          </div>
        ))}
      </div>
      <Button
        variant="ghost"
        icon="plus"
        reason={rows.length >= MOST_INSTRUMENTS ? words.walk.atMost(MOST_INSTRUMENTS) : undefined}
        onClick={() => onChange([...rows, addedRow(rows)])}
      >
        {words.walk.add}
      </Button>
      {hasJumps ? (
        <Disclosure summary={words.walk.ownTitle}>
          {rows.map((row, i) => (
            <JumpFields key={i} legend={words.walk.own(row.symbol)} at={`${i}.own`} jumps={row.own} errors={errors} onChange={(own) => changed(i, { own })} />
          ))}
        </Disclosure>
      ) : null}
    </div>
  )
}
