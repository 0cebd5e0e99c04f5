import { useMemo } from 'react'
import { builtinDocument, readRules } from '../../../store/rules/rulesDesk.ts'
import type { AppState } from '../../../store/AppState.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { changesOf, type RulesChange } from '../form/changesOf.ts'
import { formOf, type RulesFile } from '../form/formOf.ts'
import styles from './diff.module.css'
import { DiffChart } from './DiffChart.tsx'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { headlineFigures } from './diffFigures.ts'
import { diffSay } from './DiffSay.ts'
import { diffSentences } from './diffSentences.ts'
import { DiffSummary } from './DiffSummary.tsx'
import { diffWords } from './diffWords.ts'
import { PositionTable } from './PositionTable.tsx'
import { RuleTable } from './RuleTable.tsx'

type Result = NonNullable<AppState['ruleDiff']['result']>

/** What the comparison comes to: the sentence, both side by side, both curves, every position, every rule. */
export function DiffResult({ result }: { readonly result: Result }) {
  const { report, of } = result
  const format = useFormat()
  const currency = useAppStore((state) => state.scenario.info?.currency)
  const say = useMemo(() => diffSay(report, currency?.decimals ?? 2, format), [report, currency, format])
  const changes = useMemo((): readonly RulesChange[] => {
    const [a, b] = [statedOf(of.a), statedOf(of.b)]
    return a === undefined || b === undefined ? [] : changesOf(formOf(a, format), formOf(b, format), format)
  }, [of, format])
  const [first = '', ...rest] = diffSentences(report, say)
  const figures = useMemo(() => headlineFigures(report, say), [report, say])
  return (
    <div className={styles.result}>
      <div className={styles.headline} role="status">
        <p className={styles.first}><FigureWords text={first} figures={figures} /></p>
        {rest.length === 0 ? null : <p><FigureWords text={rest.join(' ')} figures={figures} /></p>}
      </div>
      {report.effects.length === 0 ? <p className={styles.quiet}><strong>{diffWords.equalTitle}.</strong> {diffWords.equal}</p> : null}
      <DiffSummary report={report} say={say} />
      <DiffChart report={report} say={say} currency={currency?.code ?? ''} />
      <PositionTable report={report} say={say} />
      {report.effects.length === 0 ? null : <RuleTable report={report} say={say} changes={changes} />}
    </div>
  )
}

/** A set with everything stated. */
function statedOf(rules: string | RulesFile): RulesFile | undefined {
  if (typeof rules === 'string') return builtinDocument(rules)
  const read = readRules(rules)
  return read.ok ? read.document : undefined
}
