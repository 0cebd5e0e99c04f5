import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { duration } from '../../../ui/format/timeFormats.ts'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import { PathPreview } from '../preview/PathPreview.tsx'
import { useKeptDraft } from '../keptDrafts.ts'
import type { CurrentScenario } from '../start/CurrentScenario.ts'
import { StartFooter } from '../start/StartFooter.tsx'
import { BAR_SIZES } from '../words.ts'
import { openedScript } from './openedScript.ts'
import { PartList } from './PartList.tsx'
import { PresetTiles } from './PresetTiles.tsx'
import { readScript } from './readScript.ts'
import type { ScriptDraft } from './ScriptDraft.ts'
import { currentRows, defaultRows } from './scriptRows.ts'
import { ScriptRows } from './ScriptRows.tsx'
import styles from './ScriptSection.module.css'
import { scriptWords as words } from './scriptWords.ts'
import { TEMPLATES, templateParts } from './templates.ts'

export type ScriptSectionProps = { readonly current: CurrentScenario; readonly onStarted: () => void }

/** A path put together from parts in time, on the instruments of now or on standard ones; drawn while it is made. */
export function ScriptSection({ current, onStarted }: ScriptSectionProps) {
  const format = useFormat()
  const [draft, setDraft] = useKeptDraft<ScriptDraft>('script', current.document.tape, () => openedScript(current, format))
  const change = (part: Partial<ScriptDraft>): void => setDraft({ ...draft, ...part })
  const { errors, length, tape } = readScript(draft, format)
  const rowsOf = (whose: ScriptDraft['whose'], template: string | undefined) => (whose === 'current' ? currentRows(current.info, format) : defaultRows(template, format))
  const begin = (template: string): void => {
    // A depeg is about a coin worth 1, which hardly anything played now is.
    const whose = template === 'depeg' && draft.template !== 'depeg' ? 'default' : draft.whose
    const isSame = whose === draft.whose && (whose === 'current' || (template === 'depeg') === (draft.template === 'depeg'))
    change({ template, parts: templateParts(template, format), whose, rows: isSame ? draft.rows : rowsOf(whose, template) })
  }
  const described = TEMPLATES.find(({ id }) => id === draft.template)
  const hasNoise = draft.volatility.trim() !== '0'
  return (
    <>
      <PresetTiles selected={draft.template} onSelect={begin} />
      <p className={styles.description}>{described?.description}</p>
      <PathPreview tape={tape} />
      <PartList parts={draft.parts} errors={errors} onChange={(parts) => change({ parts, template: undefined })} />
      <div className={styles.grid}>
        <Select label={words.barSize} options={BAR_SIZES} value={String(draft.barMillis)} onChange={(barMillis) => change({ barMillis: Number(barMillis) })} />
        <NumberField label={words.volatility} unit="% a year" value={draft.volatility} error={errors['volatility']} onChange={(volatility) => change({ volatility })} />
        {hasNoise ? <NumberField label={words.seed} value={draft.seed} error={errors['seed']} onChange={(seed) => change({ seed })} /> : null}
        {length === undefined ? null : <p className={styles.length} data-name="">{words.length(format.exact(length.bars), duration(length.slots * draft.barMillis))}</p>}
      </div>
      <div className={styles.whose}>
        <SegmentedControl
          label={words.whose}
          options={[
            { value: 'current', label: words.current },
            { value: 'default', label: draft.template === 'depeg' ? words.depeg : words.standard },
          ]}
          value={draft.whose}
          onChange={(whose) => change({ whose, rows: rowsOf(whose, draft.template) })}
        />
      </div>
      <ScriptRows rows={draft.rows} errors={errors} onChange={(index, part) => change({ rows: draft.rows.map((row, i) => (i === index ? { ...row, ...part } : row)) })} />
      <StartFooter current={current} tape={tape} label={words.start} onStarted={onStarted} />
    </>
  )
}
