import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { words } from '../words.ts'
import type { JumpDraft, WalkErrors } from './walkDraft.ts'
import styles from './WalkSection.module.css'

export type JumpFieldsProps = {
  readonly legend: string
  readonly at: 'common' | `${number}.own`
  readonly jumps: JumpDraft
  readonly errors: WalkErrors
  readonly onChange: (jumps: JumpDraft) => void
}

/** How often, how large, how different. */
export function JumpFields({ legend, at, jumps, errors, onChange }: JumpFieldsProps) {
  return (
    <fieldset className={styles.jumps}>
      <legend className={styles.legend}>{legend}</legend>
      <NumberField
        label={words.walk.jumpsPerYear}
        value={jumps.perYear}
        unit={words.walk.aYear}
        error={errors[`${at}.perYear`]}
        onChange={(perYear) => onChange({ ...jumps, perYear })}
      />
      <NumberField label={words.walk.mean} value={jumps.mean} unit="%" error={errors[`${at}.mean`]} onChange={(mean) => onChange({ ...jumps, mean })} />
      <NumberField label={words.walk.spread} value={jumps.spread} unit="%" error={errors[`${at}.spread`]} onChange={(spread) => onChange({ ...jumps, spread })} />
    </fieldset>
  )
}
