import { useMemo } from 'react'
import { figureTag } from '../../store/figures/figureTag.ts'
import type { AppState } from '../../store/AppState.ts'
import { selectAccountColumns } from '../../store/selectors/selectAccountColumns.ts'
import { selectChartMarks } from '../../store/selectors/selectChartMarks.ts'
import { selectEquityRows } from '../../store/selectors/selectEquityRows.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import type { ComparedFacts } from '../../store/selectors/rows/ComparedFacts.ts'
import type { EquityRow } from '../../store/selectors/rows/EquityRow.ts'
import type { EndLabel } from '../../ui/charts/endLabels.ts'
import type { ReadoutItem } from '../../ui/charts/ChartHeader.tsx'
import type { TwinRow } from '../../ui/charts/leadBands.ts'
import { TwinEquityChart } from '../../ui/charts/TwinEquityChart.tsx'
import type { Format } from '../../ui/format/createFormat.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { useIsNarrow } from '../../ui/theme/useMediaQuery.ts'
import { equityMarks } from './markWords.ts'
import { useSharedCursor } from './useSharedCursor.ts'

const START = figureTag('account.deposited', { twin: 'as-set', tick: 0 })

/** As much of a name as has room at the end of its line. */
const MOST_NAME = 16

/** Coins have more; the exact words stand at the line ends. */
const READOUT_DECIMALS = 4

/** Chart A: equity of the twins over time. (product.md 5.4) */
export function EquityPanel({ height, otherName }: { readonly height?: number; readonly otherName?: string | undefined }) {
  const rows = useAppStore((state) => (state.rival?.look.rows ?? selectEquityRows)(state))
  const compared = useAppStore((state) => (state.playback.isPlaying ? undefined : state.rival?.look.facts(state)))
  const marks = useAppStore(selectChartMarks)
  // The exact words at the line ends are for a picture that stands still.
  const columns = useAppStore((state) => (state.playback.isPlaying ? undefined : selectAccountColumns(state)))
  const unit = useAppStore((state) => state.settings.chartUnit)
  const quote = useAppStore((state) => state.scenario.info?.currency.code ?? '')
  const setSettings = useAppStore((state) => state.actions.setSettings)
  const format = useFormat()
  const cursor = useSharedCursor()
  const isNarrow = useIsNarrow()
  const isCompared = otherName !== undefined
  const differs = useMemo(() => isCompared || rows.some((row) => row.yours !== row.isolated && row.yours !== row.cross), [rows, isCompared])
  const twinRows = useMemo((): readonly TwinRow[] => rows.map((row) => ({ tick: row.tick, iso: row.isolated, cross: row.cross, yours: differs ? row.yours : null, ...(row.other === undefined ? {} : { other: row.other }) })), [rows, differs])
  const drawn = useMemo(() => equityMarks(marks, format, cursor.names.full), [marks, format, cursor.names])
  const endLabels = useMemo(() => (unit === 'quote' && columns !== undefined ? exactEnds(columns, differs, { ...format, money: (value) => format.money(value, { decimals: isNarrow ? Math.min(format.moneyDecimals, READOUT_DECIMALS) : format.moneyDecimals }) }) : undefined), [columns, differs, format, unit, isNarrow])
  const otherLabel = useMemo(() => otherEnd(compared, otherName, format), [compared, otherName, format])
  const begun = useAppStore(startOf)
  const at = cursor.hover ?? cursor.cursor
  return (
    <TwinEquityChart
      {...cursor}
      rows={twinRows}
      start={begun ?? rows[0]?.isolated ?? 0}
      startFigure={START}
      marks={drawn}
      unit={unit === 'quote' ? 'money' : 'percent'}
      onUnitChange={(next) => setSettings({ chartUnit: next === 'money' ? 'quote' : 'percent' })}
      currency={quote}
      readout={readout(rowAt(rows, at), format, cursor.names.short)}
      {...(endLabels === undefined ? {} : { endLabels: otherLabel === undefined ? endLabels : [...endLabels.filter(({ account }) => account !== 'gap'), otherLabel] })}
      otherName={otherName}
      {...(height === undefined ? {} : { height })}
    />
  )
}

/** What was deposited before the first bar: the wallet, and assets at their first price. */
function startOf({ scenario: { document, info } }: AppState): number | undefined {
  if (document === undefined || info === undefined) return undefined
  return (document.collateral ?? []).reduce((sum, { asset, amount }) => sum + Number(amount) * Number(info.tape.firstMarks[asset] ?? 0), Number(document.wallet))
}

/** The line of the other branch, by its name. */
function otherEnd(facts: ComparedFacts | undefined, name: string | undefined, format: Format): EndLabel | undefined {
  if (facts === undefined || name === undefined) return undefined
  const { twin, tick, branch, there } = facts
  return { account: 'other', name: name.length > MOST_NAME ? `${name.slice(0, MOST_NAME - 1)}…` : name, value: format.money(there), figure: figureTag('account.equity', { twin, tick, branch }) }
}

/** The row at a tick, or the nearest one before it. */
function rowAt(rows: readonly EquityRow[], tick: number): EquityRow | undefined {
  let found: EquityRow | undefined
  for (const row of rows) {
    if (row.tick > tick) break
    found = row
  }
  return found ?? rows[0]
}

function readout(row: EquityRow | undefined, format: Format, tickName: (tick: number) => string): readonly ReadoutItem[] {
  if (row === undefined) return []
  const short = { decimals: Math.min(format.moneyDecimals, READOUT_DECIMALS) }
  // A liquidation inside a bar has a row of its own, but no end of a bar to look at.
  const tick = Number.isInteger(row.tick) ? row.tick : undefined
  const of = (id: 'account.equity' | 'headline.gap', twin?: string): string | undefined => (tick === undefined ? undefined : figureTag(id, { twin, tick }))
  return [
    { id: 'bar', label: 'Bar', value: <span data-name="">{tickName(row.tick)}</span> },
    { id: 'iso', label: 'All isolated', value: format.money(row.isolated, short), mode: 'isolated', figure: of('account.equity', 'all-isolated') },
    { id: 'cross', label: 'All cross', value: format.money(row.cross, short), mode: 'cross', figure: of('account.equity', 'all-cross') },
    { id: 'gap', label: 'Gap', value: format.money(Math.abs(row.isolated - row.cross), short), figure: of('headline.gap') },
  ]
}

type Columns = ReturnType<typeof selectAccountColumns>

/** Exact text at the line ends, from the account figures; the lines themselves are floats. */
function exactEnds(columns: Columns, differs: boolean, format: Format): readonly EndLabel[] | undefined {
  const of = (twin: Columns[number]['twin']): Columns[number] | undefined => columns.find((column) => column.twin === twin)
  const isolated = of('all-isolated')
  const cross = of('all-cross')
  const yours = of('as-set')
  if (isolated === undefined || cross === undefined || yours === undefined) return undefined
  const same = (twin: Columns[number]): string | undefined => (!differs && yours.equity === twin.equity && isolated.equity !== cross.equity ? 'Yours too' : undefined)
  const label = (account: EndLabel['account'], name: string, column: Columns[number]): EndLabel => {
    const note = same(column)
    return { account, name, value: format.money(column.equity), figure: figureTag('account.equity', column), ...(note === undefined ? {} : { note }) }
  }
  const gap = Math.abs(Number(isolated.equity) - Number(cross.equity))
  return [
    label('iso', 'All isolated', isolated),
    label('cross', 'All cross', cross),
    ...(differs ? [label('yours', 'Yours', yours)] : []),
    { account: 'gap', name: 'Gap', value: format.money(gap), figure: figureTag('headline.gap') },
  ]
}
