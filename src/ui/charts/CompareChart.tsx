import { useId, useState } from 'react'
import { classNames } from '../theme/classNames.ts'
import styles from './chart.module.css'
import compareStyles from './CompareChart.module.css'
import { ChartDataTable, type ChartDataTableProps } from './ChartDataTable.tsx'
import { ChartHeader, type ReadoutItem } from './ChartHeader.tsx'
import { apart, markNear } from './compareGeometry.ts'
import { CursorLines } from './CursorLines.tsx'
import { EventCross } from './EventCross.tsx'
import { EventLines } from './EventLines.tsx'
import { valueAt } from './interpolate.ts'
import { niceTicks } from './niceTicks.ts'
import { NARROW_CHART, tickToX, valueToY, type PlotFrame, type TickDomain } from './plotFrame.ts'
import { PlotInput } from './PlotInput.tsx'
import { barNames } from './tickNames.ts'
import { TimeAxis } from './TimeAxis.tsx'
import { useSize } from './useSize.ts'
import { ValueAxis } from './ValueAxis.tsx'

export type CompareRow = { readonly tick: number; readonly a: number; readonly b: number }

/** Where something ended on one of the lines. */
export type CompareMark = { readonly id: string; readonly tick: number; readonly side: 'a' | 'b'; readonly value: number }

export type CompareChartProps = {
  readonly title: string
  /** One paragraph for those who do not see it. */
  readonly summary: string
  readonly rows: readonly CompareRow[]
  readonly marks: readonly CompareMark[]
  readonly domain: TickDomain
  readonly format: (value: number) => string
  /** The key under which a value of a line is explained. */
  readonly figureOf?: ((side: 'a' | 'b', value: number) => string) | undefined
  readonly formatAxis: (value: number) => string
  /** A mark was clicked, or Enter pressed on it. */
  readonly onMark: (tick: number) => void
  readonly table: ChartDataTableProps
}

const HEIGHT = 208
/** How near a click has to be to a mark, px. */
const SLACK = 14

/** Two lines of neutral colour, one solid, one dashed, on one scale; ✕ where something ended. */
export function CompareChart({ title, summary, table, format, ...plot }: CompareChartProps) {
  const [isTable, setIsTable] = useState(false)
  const [hover, setHover] = useState<number | null>(null)
  const titleId = useId()
  const [ref, { width }] = useSize<HTMLDivElement>()
  const reading = readingAt(plot.rows, hover ?? plot.domain[1])
  const readout: readonly ReadoutItem[] = [
    { id: 'tick', label: 'Bar', value: <span data-name="">{barNames.short(hover ?? plot.domain[1])}</span> },
    { id: 'a', label: 'A', value: <Keyed side="a" text={format(reading.a)} />, figure: plot.figureOf?.('a', reading.a) },
    { id: 'b', label: 'B', value: <Keyed side="b" text={format(reading.b)} />, figure: plot.figureOf?.('b', reading.b) },
  ]
  return (
    <section className={compareStyles.chart} aria-labelledby={titleId}>
      <ChartHeader title={title} titleId={titleId} readout={readout} isTable={isTable} onToggleTable={() => setIsTable(!isTable)} />
      <p className="visually-hidden">{summary}</p>
      {isTable ? <ChartDataTable {...table} /> : (
        <div ref={ref} className={compareStyles.plot} style={{ height: HEIGHT }}>
          {width === 0 || plot.rows.length === 0 ? null : <Plot {...plot} title={title} width={width} format={format} hover={hover} onHover={setHover} />}
        </div>
      )}
    </section>
  )
}

/** The figure beside a piece of its line. */
function Keyed({ side, text }: { readonly side: 'a' | 'b'; readonly text: string }) {
  return (
    <span className={compareStyles.key}>
      <svg width="16" height="4" aria-hidden="true"><path className={compareStyles[side]} d="M0 2H16" /></svg>
      {text}
    </span>
  )
}

type PlotProps = Pick<CompareChartProps, 'title' | 'rows' | 'marks' | 'domain' | 'format' | 'figureOf' | 'formatAxis' | 'onMark'> & {
  readonly width: number
  readonly hover: number | null
  readonly onHover: (tick: number | null) => void
}

function Plot({ title, rows, marks, domain, format, figureOf, formatAxis, onMark, width, hover, onHover }: PlotProps) {
  const isNarrow = width < NARROW_CHART
  const frame: PlotFrame = { width, height: HEIGHT, left: isNarrow ? 52 : 64, right: Math.max(65, width - (isNarrow ? 24 : 92)), top: 12, bottom: HEIGHT - 24 }
  const all = rows.flatMap(({ a, b }) => [a, b])
  const { range, values } = niceTicks(Math.min(...all), Math.max(...all), 4)
  const y = (value: number): number => valueToY(value, range, frame)
  const line = (side: 'a' | 'b'): string => `M${rows.map((row) => `${tickToX(row.tick, domain, frame)} ${y(row[side])}`).join('L')}`
  const drawn = marks.map((mark) => ({ ...mark, x: tickToX(mark.tick, domain, frame), y: y(mark.value) }))
  const last = rows.at(-1)
  const reading = readingAt(rows, hover ?? domain[1])
  const seek = (tick: number): void => {
    const mark = markNear(marks, tick, (SLACK / Math.max(1, frame.right - frame.left)) * (domain[1] - domain[0]))
    if (mark !== undefined) onMark(mark.tick)
  }
  return (
    <>
      <svg className={styles.layer} width={width} height={HEIGHT} aria-hidden="true">
        <ValueAxis frame={frame} range={range} values={values} format={formatAxis} hasBaseline />
        <TimeAxis frame={frame} domain={domain} names={barNames} y={HEIGHT - 8} />
        <EventLines marks={drawn} top={frame.top - 6} bottom={frame.bottom} />
        <path className={compareStyles.a} d={line('a')} />
        <path className={compareStyles.b} d={line('b')} />
        <CursorLines frame={frame} domain={domain} cursor={domain[1]} hover={hover} top={frame.top - 6} bottom={frame.bottom} />
        {drawn.map((mark) => <EventCross key={mark.id} x={mark.x} y={mark.y} radius={4} />)}
        {last === undefined ? null : <Ends ends={apart(y(last.a), y(last.b), 15)} texts={isNarrow ? ['A', 'B'] : [`A ${format(last.a)}`, `B ${format(last.b)}`]} figures={[figureOf?.('a', last.a), figureOf?.('b', last.b)]} x={frame.right + 8} />}
      </svg>
      <PlotInput
        frame={frame}
        domain={domain}
        cursor={domain[1]}
        hover={hover}
        onHover={onHover}
        onSeek={seek}
        label={`${title}: cursor`}
        valueText={`${barNames.full(hover ?? domain[1])}, A ${format(reading.a)}, B ${format(reading.b)}`}
        stops={rows}
      />
    </>
  )
}

function Ends({ ends, texts, figures, x }: { readonly ends: readonly [number, number]; readonly figures: readonly (string | undefined)[]; readonly texts: readonly string[]; readonly x: number }) {
  return ends.map((y, index) => <text key={texts[index]} className={classNames(styles.ink, index === 0 && styles.strong)} data-figure={figures[index]} x={x} y={y + 4}>{texts[index]}</text>)
}

function readingAt(rows: readonly CompareRow[], tick: number): { readonly a: number; readonly b: number } {
  return { a: valueAt(rows, (row) => row.a, tick) ?? Number.NaN, b: valueAt(rows, (row) => row.b, tick) ?? Number.NaN }
}
