import { isPossibleCorrelation, possibleCorrelation } from '../../../store/catalog/correlations.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import { baseOf } from '../words.ts'
import { withPairs } from './changedModel.ts'
import { typedNumber } from './draftOf.ts'
import type { ModelDraft, ModelErrors } from './ModelDraft.ts'
import styles from './ModelSection.module.css'
import { modelWords as words } from './modelWords.ts'
import { lowestCorrelation, pairMatrix, pairs } from './pairs.ts'

export type CorrelationFieldsProps = {
  readonly draft: ModelDraft
  readonly errors: ModelErrors
  readonly matrix: readonly (readonly number[])[] | undefined
  readonly isBeginner: boolean
  readonly onChange: (draft: ModelDraft) => void
}

/** How the instruments move together: one number, or one for each pair. What contradicts itself says so, and what would not. */
export function CorrelationFields({ draft, errors, matrix, isBeginner, onChange }: CorrelationFieldsProps) {
  const format = useFormat()
  const { rows, correlationBy } = draft
  if (rows.length < 2) return null
  const step = ({ text, direction }: { readonly text: string; readonly direction: 1 | -1 }): string => format.step(text, { stepSize: '0.05', direction, least: '-1', most: '1' })
  const least = lowestCorrelation(rows.length)
  const uniform = format.parse(draft.correlation)
  const tooLow = correlationBy === 'all' && uniform.ok && Number(uniform.value) < least && Number(uniform.value) >= -1
  const contradiction = correlationBy === 'pairs' && matrix !== undefined && !isPossibleCorrelation(matrix)
  const fixed = (): void => {
    const table = possibleCorrelation(matrix ?? pairMatrix([], rows.length))
    onChange({ ...draft, pairs: pairs(rows.length).map(([i, j]) => typedNumber(table[i]?.[j] ?? 0, format)) })
  }
  return (
    <div role="group" aria-label={words.correlation} className={styles.group}>
      <div className={styles.legend}>
        {words.correlation}
        {rows.length < 3 || isBeginner ? null : (
          <SegmentedControl
            label={words.correlationBy}
            size="small"
            options={(['all', 'pairs'] as const).map((value) => ({ value, label: words.correlations[value] }))}
            value={correlationBy}
            onChange={(by) => onChange(by === 'all' ? { ...draft, correlationBy: 'all' } : withPairs(draft))}
          />
        )}
      </div>
      <div className={styles.fields}>
        {correlationBy === 'all'
          ? <NumberField label={words.correlationAll} aside={words.range} value={draft.correlation} error={errors['correlation']} step={step} onChange={(correlation) => onChange({ ...draft, correlation })} />
          : pairs(rows.length).map(([i, j], at) => (
            <NumberField
              key={`${i}-${j}`}
              label={words.pair(baseOf(rows[i]?.symbol ?? ''), baseOf(rows[j]?.symbol ?? ''))}
              value={draft.pairs[at] ?? ''}
              error={errors[`pairs.${at}`]}
              step={step}
              onChange={(text) => onChange({ ...draft, pairs: draft.pairs.map((each, k) => (k === at ? text : each)) })}
            />
          ))}
      </div>
      {tooLow ? (
        <div role="alert" className={styles.fix}>
          <InlineWarning tone="error" fix={{ label: words.nearestOf(format.exact(least)), onFix: () => onChange({ ...draft, correlation: typedNumber(least, format) }) }}>
            {words.uniformContradiction(rows.length, format.exact(least))}
          </InlineWarning>
        </div>
      ) : null}
      {contradiction ? (
        <div role="alert" className={styles.fix}>
          <InlineWarning tone="error" fix={{ label: words.nearest, onFix: fixed }}>{words.contradiction}</InlineWarning>
        </div>
      ) : null}
    </div>
  )
}
