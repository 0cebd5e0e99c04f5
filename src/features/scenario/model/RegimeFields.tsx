import { Button } from '../../../ui/primitives/Button.tsx'
import { IconButton } from '../../../ui/primitives/IconButton.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { TextField } from '../../../ui/primitives/TextField.tsx'
import { MOST_REGIMES } from './changedModel.ts'
import { type ModelErrors, REGIME_IDS, type RegimeDraft } from './ModelDraft.ts'
import styles from './ModelSection.module.css'
import { modelWords as words } from './modelWords.ts'

export type RegimeFieldsProps = {
  readonly regimes: readonly RegimeDraft[]
  readonly errors: ModelErrors
  readonly isBeginner: boolean
  /** Without jumps there is nothing to multiply. */
  readonly hasJumps: boolean
  readonly onChange: (regimes: readonly RegimeDraft[]) => void
  readonly onAdd: (() => void) | undefined
}

/** The states of the whole market: how wild each is, and how long it lasts. */
export function RegimeFields({ regimes, errors, isBeginner, hasJumps, onChange, onAdd }: RegimeFieldsProps) {
  const changed = (index: number, part: Partial<RegimeDraft>): void => onChange(regimes.map((each, i) => (i === index ? { ...each, ...part } : each)))
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.regimesTitle}</legend>
      <div className={styles.rows}>
        {regimes.map((regime, i) => (
          <div key={i} role="group" aria-label={regime.name} className={styles.row}>
            <div className={styles.fields}>
              <TextField label={words.regimeName} value={regime.name} error={errors[`regimes.${i}.name`]} onChange={(name) => changed(i, { name })} />
              {REGIME_IDS.map((id) => ((isBeginner && words.regimeFields[id].isRare === true) || (id === 'jumpsTimes' && !hasJumps) ? null : (
                <NumberField
                  key={id}
                  label={words.regimeFields[id].label}
                  unit={words.regimeFields[id].unit}
                  value={regime.values[id]}
                  error={errors[`regimes.${i}.${id}`]}
                  onChange={(text) => changed(i, { values: { ...regime.values, [id]: text } })}
                />
              )))}
            </div>
            <IconButton icon="close" label={words.removeRegime(regime.name)} reason={regimes.length <= 2 ? words.regimesAtLeast : undefined} onClick={() => onChange(regimes.filter((_, at) => at !== i))} />
          </div>
        ))}
      </div>
      <p className={styles.hint}>{words.regimesHint}</p>
      <Button variant="ghost" icon="plus" reason={onAdd === undefined ? words.regimesAtMost(MOST_REGIMES) : undefined} onClick={() => onAdd?.()}>{words.addRegime}</Button>
    </fieldset>
  )
}
