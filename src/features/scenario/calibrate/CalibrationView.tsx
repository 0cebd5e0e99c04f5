import { useState } from 'react'
import { CALIBRATED_MODELS, type CalibratedModel } from '../../../store/catalog/calibratedModels.ts'
import type { ModelSource } from '../../../store/catalog/modelDefaults.ts'
import { REAL_SERIES } from '../../../store/catalog/realSeries.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Checkbox } from '../../../ui/primitives/Checkbox.tsx'
import { ProgressBar } from '../../../ui/primitives/ProgressBar.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import type { ModelDraft } from '../model/ModelDraft.ts'
import { modelWords } from '../model/modelWords.ts'
import { readModel } from '../model/readModel.ts'
import type { CurrentScenario, TapeSource } from '../start/CurrentScenario.ts'
import { Problems } from '../start/Problems.tsx'
import styles from './CalibrationView.module.css'
import { calibrateWords as words } from './calibrateWords.ts'
import { FitReport } from './FitReport.tsx'
import { useCalibration } from './useCalibration.ts'

const OPEN = 'open'

export type CalibrationViewProps = {
  /** Which model the form stands at. */
  readonly model: CalibratedModel
  readonly draft: ModelDraft
  readonly current: CurrentScenario
  readonly onClose: () => void
  readonly onUse: (model: CalibratedModel, source: ModelSource) => void
}

/** A model fitted to real prices: which, to what; then its parameters, how sure they are, and whether it is like them at all. */
export function CalibrationView({ model: first, draft, current, onClose, onUse }: CalibrationViewProps) {
  const format = useFormat()
  const [model, setModel] = useState(first)
  const [prices, setPrices] = useState(OPEN)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { state, start, cancel } = useCalibration()
  const { tape, symbols } = pricesOf(prices, current)
  const chosen = symbols.filter((symbol) => !left.has(symbol))
  const other = REAL_SERIES.map(({ id, title }) => ({ value: id, label: title }))
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <Button size="small" icon="chevron-left" onClick={onClose}>{words.back}</Button>
        <h3 className={styles.title}>{words.title}</h3>
      </div>
      <div className={styles.fields}>
        <Select label={words.model} options={CALIBRATED_MODELS.map((id) => ({ value: id, label: modelWords.models[id].title, group: modelWords.models[id].group }))} value={model} onChange={setModel} />
        <Select
          label={words.prices}
          options={[{ value: OPEN, label: words.open(current.document.title) }, ...other]}
          value={prices}
          onChange={(next) => {
            setPrices(next)
            setLeft(new Set())
          }}
        />
      </div>
      <p className={styles.use}>{modelWords.models[model].use}</p>
      {symbols.length < 2 ? null : (
        <div role="group" aria-label={words.instruments} className={styles.instruments}>
          {symbols.map((symbol) => (
            <Checkbox
              key={symbol}
              label={symbol}
              isChecked={!left.has(symbol)}
              onChange={(isChecked) => setLeft(new Set(isChecked ? [...left].filter((each) => each !== symbol) : [...left, symbol]))}
            />
          ))}
        </div>
      )}
      {state.status === 'running'
        ? <ProgressBar label={words.running} share={state.share} onCancel={cancel} />
        : (
          <div className={styles.actions}>
            <Button variant={state.status === 'done' ? 'secondary' : 'primary'} reason={chosen.length === 0 ? words.none : undefined} onClick={() => start({ source: tape, model, instruments: chosen })}>
              {state.status === 'done' ? words.again : words.start}
            </Button>
          </div>
        )}
      {state.status === 'refused' ? <Problems problems={state.problems} /> : null}
      {state.status === 'done' ? <FitReport report={state.report} now={readModel(draft, format).source} onUse={() => onUse(state.report.model, state.report.source)} /> : null}
    </div>
  )
}

function pricesOf(id: string, { document, info }: CurrentScenario): { readonly tape: TapeSource; readonly symbols: readonly string[] } {
  const series = REAL_SERIES.find((each) => each.id === id)
  return series === undefined
    ? { tape: document.tape, symbols: info.instruments.map(({ symbol }) => symbol) }
    : { tape: { type: 'bundled', id: series.id }, symbols: series.instruments.map(({ symbol }) => symbol) }
}
