import { useState } from 'react'
import { SHOCK_CHOICES } from '../../../store/catalog/shockChoices.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import type { CurrentScenario } from '../start/CurrentScenario.ts'
import { StartFooter } from '../start/StartFooter.tsx'
import { words } from '../words.ts'
import { PresetTiles } from './PresetTiles.tsx'
import { currentRows, defaultRows, type ShockDraft, type ShockRow, shockErrors, shockTape } from './shockDraft.ts'
import { ShockRows } from './ShockRows.tsx'
import styles from './ShockSection.module.css'

const [FIRST] = SHOCK_CHOICES

export type ShockSectionProps = { readonly current: CurrentScenario; readonly onStarted: () => void }

/** A shape of crash, played on the instruments of now or on standard ones. */
export function ShockSection({ current, onStarted }: ShockSectionProps) {
  const format = useFormat()
  const [draft, setDraft] = useState<ShockDraft>(() => ({ presetId: 'fall-20', whose: 'current', rows: currentRows(current.info, format) }))
  const preset = SHOCK_CHOICES.find(({ id }) => id === draft.presetId) ?? FIRST
  if (preset === undefined) return null
  const rowsOf = (whose: ShockDraft['whose'], presetId: string): readonly ShockRow[] =>
    whose === 'current' ? currentRows(current.info, format) : defaultRows(presetId)
  return (
    <>
      <PresetTiles
        selected={preset.id}
        onSelect={(presetId) => {
          // A depeg is about a coin worth 1, which hardly anything played now is.
          const whose = presetId === 'depeg' && draft.presetId !== 'depeg' ? 'default' : draft.whose
          const isSame = whose === draft.whose && (whose === 'current' || (presetId === 'depeg') === (draft.presetId === 'depeg'))
          setDraft({ presetId, whose, rows: isSame ? draft.rows : rowsOf(whose, presetId) })
        }}
      />
      <p className={styles.description}>{preset.description}</p>
      <div className={styles.whose}>
        <SegmentedControl
          label={words.shock.whose}
          options={[
            { value: 'current', label: words.shock.current },
            { value: 'default', label: preset.id === 'depeg' ? words.shock.depeg : words.shock.standard },
          ]}
          value={draft.whose}
          onChange={(whose) => setDraft({ ...draft, whose, rows: rowsOf(whose, draft.presetId) })}
        />
      </div>
      <ShockRows
        rows={draft.rows}
        errors={shockErrors(draft, format)}
        onChange={(index, change) => setDraft({ ...draft, rows: draft.rows.map((row, i) => (i === index ? { ...row, ...change } : row)) })}
      />
      <StartFooter current={current} tape={shockTape(draft, preset, format)} label={words.shock.start} onStarted={onStarted} />
    </>
  )
}
