import { useState } from 'react'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import type { CurrentScenario } from '../start/CurrentScenario.ts'
import { StartFooter } from '../start/StartFooter.tsx'
import { BAR_SIZES, words } from '../words.ts'
import { JumpFields } from './JumpFields.tsx'
import { newSeed, readWalk, type WalkDraft, walkDraft } from './walkDraft.ts'
import { WalkInstruments } from './WalkInstruments.tsx'
import styles from './WalkSection.module.css'

export type WalkSectionProps = { readonly current: CurrentScenario; readonly onStarted: () => void }

/** Seeded random prices, with units and built-in values in every field. */
export function WalkSection({ current, onStarted }: WalkSectionProps) {
  const format = useFormat()
  const [draft, setDraft] = useState<WalkDraft>(() => walkDraft('plain', 7, format))
  const change = (part: Partial<WalkDraft>): void => setDraft({ ...draft, ...part })
  const { errors, tape } = readWalk(draft, format)
  return (
    <>
      <SegmentedControl
        label={words.walk.model}
        options={[
          { value: 'plain', label: words.walk.models.plain },
          { value: 'jumps', label: words.walk.models.jumps },
        ]}
        value={draft.model}
        onChange={(model) => setDraft(withModel(draft, walkDraft(model, 7, format)))}
      />
      <p className={styles.hint}>{words.walk.hint}</p>
      <div className={styles.grid}>
        <div className={styles.seed}>
          <NumberField label={words.walk.seed} value={draft.seed} error={errors.seed} onChange={(seed) => change({ seed })} />
          <Button icon="restart" onClick={() => change({ seed: newSeed(draft.seed) })}>{words.walk.newSeed}</Button>
        </div>
        <NumberField label={words.walk.bars} value={draft.bars} error={errors.bars} onChange={(bars) => change({ bars })} />
        <Select
          label={words.walk.barSize}
          options={BAR_SIZES}
          value={String(draft.barMillis)}
          onChange={(barMillis) => change({ barMillis: Number(barMillis) })}
        />
        <Select
          label={words.walk.points}
          options={[
            { value: 'candles', label: words.walk.candles },
            { value: 'closes', label: words.walk.closes },
          ]}
          value={draft.hasCandles ? 'candles' : 'closes'}
          onChange={(points) => change({ hasCandles: points === 'candles' })}
        />
        {draft.rows.length < 2 ? null : (
          <NumberField
            label={words.walk.correlation}
            value={draft.correlation}
            error={errors.correlation}
            step={({ text, direction }) => format.step(text, { stepSize: '0.05', direction, least: '-1', most: '1' })}
            onChange={(correlation) => change({ correlation })}
          />
        )}
      </div>
      <WalkInstruments draft={draft} errors={errors} onChange={(rows) => change({ rows })} />
      {draft.model === 'plain' ? null : (
        <JumpFields legend={words.walk.common} at="common" jumps={draft.common} errors={errors} onChange={(common) => change({ common })} />
      )}
      <StartFooter current={current} tape={tape} label={words.walk.start} onStarted={onStarted} />
    </>
  )
}

/** Switching the model keeps what was typed and brings the other model's jumps. */
function withModel(draft: WalkDraft, other: WalkDraft): WalkDraft {
  const rows = draft.rows.map((row) => {
    const model = other.rows.find(({ symbol }) => symbol === row.symbol)
    return model === undefined ? row : { ...row, share: model.share, own: model.own }
  })
  return { ...draft, model: other.model, rows, common: other.common }
}
