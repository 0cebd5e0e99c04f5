import { duration } from '../../../ui/format/timeFormats.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import { BAR_SIZES } from '../words.ts'
import { newSeed } from './changedModel.ts'
import type { ModelDraft, ModelErrors } from './ModelDraft.ts'
import styles from './ModelSection.module.css'
import { modelWords as words } from './modelWords.ts'

export type GridFieldsProps = {
  readonly draft: Pick<ModelDraft, 'seed' | 'bars' | 'barMillis' | 'hasCandles'>
  readonly errors: ModelErrors
  readonly onChange: (part: Partial<Pick<ModelDraft, 'seed' | 'bars' | 'barMillis' | 'hasCandles'>>) => void
}

/** Which path, how long, in what steps. */
export function GridFields({ draft, errors, onChange }: GridFieldsProps) {
  const sizes = BAR_SIZES.some(({ value }) => value === String(draft.barMillis)) ? BAR_SIZES : [...BAR_SIZES, { value: String(draft.barMillis), label: duration(draft.barMillis) }]
  return (
    <>
      <div className={styles.grid}>
        <div className={styles.seed}>
          <NumberField label={words.seed} value={draft.seed} error={errors['seed']} onChange={(seed) => onChange({ seed })} />
          <Button icon="restart" aria-label={words.anotherOf} onClick={() => onChange({ seed: newSeed(draft.seed) })}>{words.another}</Button>
        </div>
        <NumberField label={words.bars} value={draft.bars} error={errors['bars']} onChange={(bars) => onChange({ bars })} />
        <Select label={words.barSize} options={sizes} value={String(draft.barMillis)} onChange={(barMillis) => onChange({ barMillis: Number(barMillis) })} />
        <Select
          label={words.points}
          options={[{ value: 'candles', label: words.candles }, { value: 'closes', label: words.closes }]}
          value={draft.hasCandles ? 'candles' : 'closes'}
          onChange={(points) => onChange({ hasCandles: points === 'candles' })}
        />
      </div>
      <p className={styles.hint}>{words.same}</p>
    </>
  )
}
