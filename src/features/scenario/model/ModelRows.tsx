import { Fragment } from 'react'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Disclosure } from '../../../ui/primitives/Disclosure.tsx'
import { IconButton } from '../../../ui/primitives/IconButton.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { TextField } from '../../../ui/primitives/TextField.tsx'
import { MOST_INSTRUMENTS, withAnother, withoutRow } from './changedModel.ts'
import { JumpFields } from './JumpFields.tsx'
import type { ModelDraft, ModelErrors, ModelRow } from './ModelDraft.ts'
import styles from './ModelSection.module.css'
import { modelWords as words } from './modelWords.ts'
import { PARAMETER_IDS, type ParameterId, PARAMETERS, PROCESS_PARAMETERS } from './parameters.ts'

export type ModelRowsProps = {
  readonly draft: ModelDraft
  readonly errors: ModelErrors
  readonly isBeginner: boolean
  readonly onChange: (draft: ModelDraft) => void
}

/** One block an instrument: its name, where it starts, and what its process is given. */
export function ModelRows({ draft, errors, isBeginner, onChange }: ModelRowsProps) {
  const { rows } = draft
  const changed = (index: number, part: Partial<ModelRow>): void => onChange({ ...draft, rows: rows.map((row, i) => (i === index ? { ...row, ...part } : row)) })
  // Of a model that is about falls, what falls add is not rare.
  const isHidden = (id: ParameterId): boolean => isBeginner && PARAMETERS[id].isRare === true && !(id === 'gamma' && draft.model === 'gjr')
  const shown = PARAMETER_IDS.filter((id) => rows.some(({ process }) => PROCESS_PARAMETERS[process].includes(id)) && !isHidden(id))
  return (
    <div role="group" aria-label={words.instruments} className={styles.group}>
      <div className={styles.legend}>{words.instruments}</div>
      <div className={styles.rows}>
        {rows.map((row, i) => (
          // Rows have no name that could not be typed twice.
          <div key={i} role="group" aria-label={row.symbol} className={styles.row}>
            <div className={styles.fields}>
              <TextField label={words.symbol} value={row.symbol} error={errors[`${i}.symbol`]} onChange={(symbol) => changed(i, { symbol })} />
              <NumberField label={words.price} value={row.price} error={errors[`${i}.price`]} onChange={(price) => changed(i, { price })} />
              {PROCESS_PARAMETERS[row.process].map((id) => (isHidden(id) ? null : (
                <ParameterField key={id} id={id} value={row.values[id]} error={errors[`${i}.${id}`]} onChange={(text) => changed(i, { values: { ...row.values, [id]: text } })} />
              )))}
              {draft.common.law === 'none' || isBeginner ? null : (
                <NumberField label={words.share} value={row.share} error={errors[`${i}.share`]} onChange={(share) => changed(i, { share })} />
              )}
            </div>
            <IconButton icon="close" label={words.remove(row.symbol)} reason={rows.length === 1 ? words.atLeastOne : undefined} onClick={() => onChange(withoutRow(draft, i))} />
          </div>
        ))}
      </div>
      <Button variant="ghost" icon="plus" reason={rows.length >= MOST_INSTRUMENTS ? words.atMost(MOST_INSTRUMENTS) : undefined} onClick={() => onChange(withAnother(draft))}>
        {words.add}
      </Button>
      <Disclosure key={draft.model} summary={words.meanings} isInitiallyOpen={isBeginner}>
        <dl className={styles.meanings}>
          {shown.map((id) => (
            <Fragment key={id}>
              <dt>{PARAMETERS[id].label}</dt>
              <dd>{PARAMETERS[id].hint}</dd>
            </Fragment>
          ))}
        </dl>
      </Disclosure>
      {draft.model === 'bridge' || (isBeginner && rows.every(({ own }) => own.law === 'none')) ? null : (
        <Disclosure summary={words.ownTitle}>
          {rows.map((row, i) => <JumpFields key={i} legend={words.own(row.symbol)} at={`${i}.own`} jumps={row.own} errors={errors} onChange={(own) => changed(i, { own })} />)}
        </Disclosure>
      )}
    </div>
  )
}

type ParameterFieldProps = { readonly id: ParameterId; readonly value: string; readonly error: string | undefined; readonly onChange: (text: string) => void }

function ParameterField({ id, value, error, onChange }: ParameterFieldProps) {
  const format = useFormat()
  const { label, unit, stepSize } = PARAMETERS[id]
  return (
    <NumberField
      label={label}
      value={value}
      unit={unit}
      error={error}
      step={({ text, direction }) => format.step(text, { stepSize, direction })}
      onChange={onChange}
    />
  )
}
