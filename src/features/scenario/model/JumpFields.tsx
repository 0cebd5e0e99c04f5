import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import type { JumpDraft, JumpId, JumpLaw, ModelErrors } from './ModelDraft.ts'
import styles from './ModelSection.module.css'
import { modelWords as words } from './modelWords.ts'

const FIELDS: Readonly<Record<JumpLaw, readonly JumpId[]>> = {
  none: [],
  merton: ['perYear', 'mean', 'spread'],
  kou: ['perYear', 'upShare', 'upMean', 'downMean'],
}

export type JumpFieldsProps = {
  readonly legend: string
  readonly at: string
  readonly jumps: JumpDraft
  readonly errors: ModelErrors
  readonly onChange: (jumps: JumpDraft) => void
}

/** Which kind of jumps, how often, how large. */
export function JumpFields({ legend, at, jumps, errors, onChange }: JumpFieldsProps) {
  const laws = ['none', 'merton', 'kou'] as const
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.law}>
        <SegmentedControl label={legend} options={laws.map((law) => ({ value: law, label: words.laws[law] }))} value={jumps.law} onChange={(law) => onChange({ ...jumps, law })} />
      </div>
      <div className={styles.fields}>
        {FIELDS[jumps.law].map((id) => (
          <NumberField
            key={id}
            label={words.jumpFields[id].label}
            unit={words.jumpFields[id].unit}
            value={jumps.values[id]}
            error={errors[`${at}.${id}`]}
            onChange={(text) => onChange({ ...jumps, values: { ...jumps.values, [id]: text } })}
          />
        ))}
      </div>
    </fieldset>
  )
}
