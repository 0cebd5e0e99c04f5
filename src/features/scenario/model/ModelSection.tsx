import { lazy, Suspense, useState } from 'react'
import { MODEL_IDS } from '../../../store/catalog/modelDefaults.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import { Skeleton } from '../../../ui/primitives/Skeleton.tsx'
import { PathPreview } from '../preview/PathPreview.tsx'
import { useKeptDraft } from '../keptDrafts.ts'
import type { CurrentScenario } from '../start/CurrentScenario.ts'
import { StartFooter } from '../start/StartFooter.tsx'
import { anotherRegime, MOST_REGIMES, withModel } from './changedModel.ts'
import { CorrelationFields } from './CorrelationFields.tsx'
import { draftOf, ESTIMATED } from './draftOf.ts'
import { GridFields } from './GridFields.tsx'
import { JumpFields } from './JumpFields.tsx'
import type { ModelDraft } from './ModelDraft.ts'
import { ModelRows } from './ModelRows.tsx'
import styles from './ModelSection.module.css'
import { modelWords as words } from './modelWords.ts'
import { openedModel } from './openedModel.ts'
import { readModel } from './readModel.ts'
import { RegimeFields } from './RegimeFields.tsx'

/** Fitting is for who asks for it. */
const Calibration = lazy(async () => ({ default: (await import('../calibrate/CalibrationView.tsx')).CalibrationView }))

export type ModelSectionProps = { readonly current: CurrentScenario; readonly onStarted: () => void }

/** Seeded prices of a model, with units and usual values in every field, drawn small before they are played. */
export function ModelSection({ current, onStarted }: ModelSectionProps) {
  const format = useFormat()
  const isBeginner = useAppStore((state) => state.settings.level) === 'beginner'
  const [draft, setDraft] = useKeptDraft<ModelDraft>('model', current.document.tape, () => openedModel(current.document.tape, format))
  const [isFitting, setIsFitting] = useState(false)
  const change = (part: Partial<ModelDraft>): void => setDraft({ ...draft, ...part })
  const { errors, source, tape, matrix } = readModel(draft, format)
  const model = words.models[draft.model]
  if (isFitting) {
    return (
      <Suspense fallback={<Skeleton label={words.calibrate} height={320} lines={5} />}>
        <Calibration
          model={draft.model === 'bridge' ? 'gbm' : draft.model}
          draft={draft}
          current={current}
          onClose={() => setIsFitting(false)}
          onUse={(fitted, from) => {
            setIsFitting(false)
            setDraft({ ...draftOf(fitted, { ...from, seed: source?.seed ?? from.seed }, format, ESTIMATED) })
          }}
        />
      </Suspense>
    )
  }
  return (
    <>
      <div className={styles.choice}>
        <Select
          label={words.model}
          options={MODEL_IDS.map((id) => ({ value: id, label: words.models[id].title, group: words.models[id].group }))}
          value={draft.model}
          onChange={(id) => setDraft(withModel(draft, id, format))}
        />
        {draft.model === 'bridge' ? null : <Button onClick={() => setIsFitting(true)}>{words.calibrate}</Button>}
      </div>
      <p className={styles.use}>{model.use}</p>
      {isBeginner ? null : <p className={styles.formula}><code>{model.formula}</code></p>}
      <GridFields draft={draft} errors={errors} onChange={change} />
      <PathPreview tape={tape} />
      <ModelRows draft={draft} errors={errors} isBeginner={isBeginner} onChange={setDraft} />
      <CorrelationFields draft={draft} errors={errors} matrix={matrix} isBeginner={isBeginner} onChange={setDraft} />
      {draft.regimes.length === 0 ? null : (
        <RegimeFields
          regimes={draft.regimes}
          errors={errors}
          isBeginner={isBeginner}
          hasJumps={draft.common.law !== 'none' || draft.rows.some(({ own }) => own.law !== 'none')}
          onChange={(regimes) => change({ regimes })}
          onAdd={draft.regimes.length >= MOST_REGIMES ? undefined : () => change({ regimes: anotherRegime(draft.regimes) })}
        />
      )}
      {draft.model === 'bridge' || (isBeginner && draft.common.law === 'none') ? null : (
        <JumpFields legend={words.common} at="common" jumps={draft.common} errors={errors} onChange={(common) => change({ common })} />
      )}
      <StartFooter current={current} tape={tape} label={words.start} onStarted={onStarted} />
    </>
  )
}
