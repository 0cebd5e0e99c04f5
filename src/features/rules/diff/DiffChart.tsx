import { useMemo } from 'react'
import { selectRuleDiffChart } from '../../../store/selectors/selectRuleDiffChart.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { CompareChart } from '../../../ui/charts/CompareChart.tsx'
import { barNames } from '../../../ui/charts/tickNames.ts'
import styles from './diff.module.css'
import { sideFigure } from './diffFigures.ts'
import { namesOf } from './diffSentences.ts'
import type { DiffPartProps } from './DiffSummary.tsx'
import { diffWords } from './diffWords.ts'
import { useShowTick } from './useShowTick.ts'

/** The equity under both sets, every death marked. */
export function DiffChart({ report, say, currency }: DiffPartProps & { readonly currency: string }) {
  const chart = useAppStore(selectRuleDiffChart)
  const show = useShowTick()
  const title = diffWords.chart(currency)
  const [nameA, nameB] = namesOf(report)
  const table = useMemo(() => {
    const died = (tick: number): string => (chart?.deaths ?? []).filter((death) => death.tick === tick).map(({ leg, side }) => `${say.leg(leg)} under ${side.toUpperCase()}`).join(', ')
    return {
      caption: title,
      columns: diffWords.chartColumns,
      rows: (chart?.rows ?? []).map(({ tick, a, b }) => [barNames.short(tick), say.money(a), say.money(b), say.money(b - a, { signed: true }), died(tick)]),
    }
  }, [chart, say, title])
  if (chart === undefined) return null
  const last = chart.rows.at(-1)
  const deaths = chart.deaths.map(({ leg, side, tick }) => `${say.leg(leg)} is liquidated under ${side.toUpperCase()} at ${barNames.full(tick)}.`)
  return (
    <div className={styles.chart}>
      <CompareChart
        title={title}
        summary={[`A is ${nameA}, B is ${nameB}.`, last === undefined ? '' : `At the end A holds ${say.money(last.a)}, B ${say.money(last.b)}.`, ...deaths].join(' ')}
        rows={chart.rows}
        marks={chart.deaths}
        domain={[0, Math.max(1, report.lastTick)]}
        format={(value) => say.money(value)}
        figureOf={(side, value) => sideFigure('equity', value, { side: side === 'a' ? 'A' : 'B' })}
        formatAxis={(value) => say.format.compact(value)}
        onMark={(tick) => show(tick)}
        table={table}
      />
      {deaths.length === 0 ? null : <p className={styles.note}>{diffWords.chartHint}</p>}
    </div>
  )
}
