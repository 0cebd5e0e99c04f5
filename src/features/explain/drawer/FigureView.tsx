import { useMemo } from 'react'
import { explanationFrom, figureKey, type FigureRef } from '../../../engine/index.ts'
import type { PlainExplanation } from '../../../store/slices/ExplainState.ts'
import type { SettingsState } from '../../../store/slices/SettingsState.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { EmptyState } from '../../../ui/primitives/EmptyState.tsx'
import { Skeleton } from '../../../ui/primitives/Skeleton.tsx'
import { useFollow } from '../useFollow.ts'
import { figureWord } from '../words/figureWords.ts'
import { noneWord } from '../words/noneWords.ts'
import { words } from '../words/words.ts'
import { CheckSection } from './CheckSection.tsx'
import { CopyRow } from './CopyRow.tsx'
import styles from './drawer.module.css'
import { FormulaSection } from './FormulaSection.tsx'
import { RuleSection } from './RuleSection.tsx'
import { useFigureLook } from './useFigureLook.ts'
import { ValuesSection } from './ValuesSection.tsx'

/** One figure: what it is, its value, and how it comes about, in the depth that was chosen. */
export function FigureView({ figure }: { readonly figure: FigureRef }) {
  const explanation = useAppStore((state) => state.explain.explanation)
  const level = useAppStore((state) => state.settings.level)
  const askExplain = useAppStore((state) => state.actions.askExplain)
  const { nameOf, whoseOf } = useFigureLook()
  useFollow(askExplain)
  const shown = explanation !== undefined && figureKey(explanation.figure) === figureKey(figure) ? explanation : undefined
  const word = figureWord(figure.id)
  const whose = whoseOf(figure)
  return (
    <>
      <div className={styles.section}>
        <p className={styles.name}>{nameOf(figure)}{whose === '' ? '' : `, ${whose}`}</p>
        {shown === undefined ? null : <Value explanation={shown} />}
        {word === undefined ? null : <p className={styles.says}>{level === 'beginner' ? word.beginner : word.trader}</p>}
        {shown === undefined ? <Waiting /> : <Reason explanation={shown} />}
      </div>
      {shown === undefined ? null : <Depth explanation={shown} level={level} />}
    </>
  )
}

/** Why there is nothing to show yet. */
function Waiting() {
  const status = useAppStore((state) => state.explain.status)
  const askExplain = useAppStore((state) => state.actions.askExplain)
  if (status === 'unknown') return <EmptyState title={words.unknown}>{words.unknownHelp}</EmptyState>
  if (status === 'failed') return <EmptyState title={words.failed} actions={<Button onClick={() => void askExplain()}>{words.retry}</Button>}>{null}</EmptyState>
  return <Skeleton label={words.loading} height={160} lines={4} />
}

function Reason({ explanation: { figure, none, formula, rules } }: { readonly explanation: PlainExplanation }) {
  if (none !== undefined) return <p className={styles.says}>{noneWord(none)}</p>
  if (formula !== undefined && formula.type !== 'value') return null
  if (formula === undefined && figure.id.startsWith('calc.')) return <p className={styles.note}>{rules.includes('A1') ? words.solved : words.engine}</p>
  // A number of a calculator that no step leads to, and that nobody typed.
  if (figure.id.startsWith('calc.') && rules.length > 0) return <p className={styles.note}>{words.engine}</p>
  return <p className={styles.note}>{formula?.figure === undefined ? words.origin : words.sameAs}</p>
}

/** For a beginner the values before the formula, and that behind a button. */
function Depth({ explanation, level }: { readonly explanation: PlainExplanation; readonly level: SettingsState['level'] }) {
  const look = useFigureLook()
  const { formula, checks } = useMemo(() => explanationFrom(explanation), [explanation])
  const isBeginner = level === 'beginner'
  const values = formula === undefined ? null : <ValuesSection formula={formula} look={look} hasSymbols={!isBeginner} />
  return (
    <>
      {isBeginner ? values : null}
      {formula === undefined || formula.type === 'value' ? null : <FormulaSection explanation={explanation} formula={formula} look={look} level={level} />}
      {isBeginner ? null : values}
      {isBeginner || checks.length === 0 ? null : <CheckSection checks={checks} look={look} />}
      <RuleSection explanation={explanation} level={level} />
      {formula === undefined ? null : <CopyRow explanation={explanation} />}
    </>
  )
}

function Value({ explanation }: { readonly explanation: PlainExplanation }) {
  const { textOf, unitOf } = useFigureLook()
  const text = textOf(explanation)
  const unit = unitOf(explanation)
  return (
    <p className={styles.value}>
      <span data-value={figureKey(explanation.figure)} data-exact={explanation.value}>{text ?? words.none}</span>
      {text === undefined || unit === '' ? null : <span className={styles.unit}>{unit}</span>}
    </p>
  )
}
