import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { duration } from '../../../ui/format/timeFormats.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import { newSeed } from '../model/changedModel.ts'
import { PathPreview } from '../preview/PathPreview.tsx'
import { quotedTitle } from '../quotedTitle.ts'
import { useKeptDraft } from '../keptDrafts.ts'
import type { CurrentScenario } from '../start/CurrentScenario.ts'
import { StartFooter } from '../start/StartFooter.tsx'
import { openPrices, readVary, varyDraft, type VaryDraft } from './varyDraft.ts'
import styles from './VarySection.module.css'
import { varyWords as words } from './varyWords.ts'

const FACTORS = [0.5, 1.5, 2, 3, 5]

export type VarySectionProps = { readonly current: CurrentScenario; readonly onStarted: () => void }

/** Other prices out of those that are open: the same days in another order, or the same order with larger moves. */
export function VarySection({ current, onStarted }: VarySectionProps) {
  const format = useFormat()
  const [draft, setDraft] = useKeptDraft<VaryDraft>('vary', current.document.tape, () => varyDraft(openPrices(current), format))
  const change = (part: Partial<VaryDraft>): void => setDraft({ ...draft, ...part })
  const { errors, block, tape } = readVary(draft, openPrices(current), format)
  return (
    <>
      <SegmentedControl
        label={words.way}
        options={[
          { value: 'blocks', label: words.ways.blocks },
          { value: 'factor', label: words.ways.factor },
        ]}
        value={draft.way}
        onChange={(way) => change({ way })}
      />
      <p className={styles.what}>{words.what[draft.way]} {words.of(quotedTitle(words.plainTitle(current.document.title)))}</p>
      {draft.way === 'blocks' ? (
        <div className={styles.grid}>
          <div className={styles.seed}>
            <NumberField label={words.seed} value={draft.seed} error={errors.seed} onChange={(seed) => change({ seed })} />
            <Button icon="restart" aria-label={words.anotherOf} onClick={() => change({ seed: newSeed(draft.seed) })}>{words.another}</Button>
          </div>
          <NumberField
            label={words.meanBlock}
            unit={words.unit}
            value={draft.meanBlock}
            error={errors.meanBlock}
            hint={block === undefined ? undefined : <span data-name="">{words.blockSpan(duration(block))}</span>}
            step={({ text, direction }) => format.step(text, { stepSize: '1', direction, least: '1' })}
            onChange={(meanBlock) => change({ meanBlock })}
          />
          <NumberField label={words.bars} value={draft.bars} error={errors.bars} onChange={(bars) => change({ bars })} />
        </div>
      ) : (
        <div className={styles.grid}>
          <NumberField
            label={words.factor}
            unit={words.factorUnit}
            value={draft.factor}
            error={errors.factor}
            step={({ text, direction }) => format.step(text, { stepSize: '0.25', direction, least: '0.5', most: '5' })}
            onChange={(factor) => change({ factor })}
          />
          <div role="group" aria-label={words.presets} className={styles.factors}>
            {FACTORS.map((factor) => (
              <Button key={factor} size="small" isPressed={draft.factor === format.typed(factor)} aria-label={words.preset(format.exact(factor))} onClick={() => change({ factor: format.typed(factor) })}>
                {`${format.exact(factor)}x`}
              </Button>
            ))}
          </div>
        </div>
      )}
      <PathPreview tape={tape} />
      <StartFooter current={current} tape={tape} label={words.start} onStarted={onStarted} />
    </>
  )
}
