import { useId, useState } from 'react'
import { classNames } from '../theme/classNames.ts'
import type { Mode } from '../primitives/ModeBadge.tsx'
import styles from './chart.module.css'
import { ChartDataTable, type ChartDataTableProps } from './ChartDataTable.tsx'
import { ChartHeader } from './ChartHeader.tsx'
import curveStyles from './CurveChart.module.css'
import { CurveRing, type CurveRingProps } from './CurveRing.tsx'
import { curveFrame, pathOf, scaleX, scaleY, type CurvePoint } from './curveGeometry.ts'
import { niceTicks } from './niceTicks.ts'
import type { ValueRange } from './plotFrame.ts'
import { useSize } from './useSize.ts'
import { ValueAxis } from './ValueAxis.tsx'

export type CurveLine = { readonly id: string; readonly mode: Mode; readonly points: readonly CurvePoint[] }

/** Words on the plot, at a point of it. */
export type CurveLabel = { readonly id: string; readonly at: CurvePoint; readonly lines: readonly { readonly text: string; readonly tone: 'label' | 'ink' | 'iso' | 'cross' }[]; readonly anchor: 'start' | 'end'; readonly shift: readonly [x: number, y: number] }

/** A vertical line with its name at the top. */
export type CurveMark = { readonly id: string; readonly x: number; readonly style: 'isolated' | 'plain'; readonly lines: readonly string[]; readonly to: number }

export type CurveChartProps = {
  readonly title: string
  readonly note?: string
  /** One sentence for those who do not see it. */
  readonly summary: string
  readonly lines: readonly CurveLine[]
  /** What lies between two lines, as a tint. */
  readonly area?: readonly CurvePoint[] | undefined
  readonly marks?: readonly CurveMark[]
  readonly labels?: readonly CurveLabel[]
  readonly x: { readonly range: ValueRange; readonly format: (value: number) => string; readonly ticks?: readonly number[] }
  readonly y: { readonly least: number; readonly most: number; readonly format: (value: number) => string }
  readonly ring?: Pick<CurveRingProps, 'at' | 'label' | 'text' | 'onMove' | 'onStep'> | undefined
  /** Thin lines from the ring to both axes. */
  readonly hasLeaders?: boolean
  readonly table: ChartDataTableProps
}

const HEIGHT = 212

/** Curves over a linear scale, with one ring that a hand can move along them. */
export function CurveChart({ title, note, summary, table, ...plot }: CurveChartProps) {
  const [isTable, setIsTable] = useState(false)
  const titleId = useId()
  const [ref, { width }] = useSize<HTMLDivElement>()
  return (
    <section data-chart className={curveStyles.chart} aria-labelledby={titleId}>
      <ChartHeader title={title} titleId={titleId} {...(note === undefined ? {} : { note })} isTable={isTable} onToggleTable={() => setIsTable(!isTable)} />
      {isTable ? <div className={curveStyles.table}><ChartDataTable {...table} /></div> : (
        <div ref={ref} className={curveStyles.plot} style={{ height: HEIGHT }}>
          {width === 0 ? null : <Plot width={width} summary={summary} {...plot} />}
        </div>
      )}
    </section>
  )
}

function Plot({ width, summary, lines, area, marks = [], labels = [], x, y, ring, hasLeaders = false }: Omit<CurveChartProps, 'title' | 'note' | 'table'> & { readonly width: number }) {
  const frame = curveFrame(width, HEIGHT)
  const { range, values } = niceTicks(y.least, y.most, 4)
  const ticks = x.ticks ?? niceTicks(x.range[0], x.range[1], width < 300 ? 2 : 4).values.filter((value) => value >= x.range[0] && value <= x.range[1])
  const toX = (value: number): number => scaleX(value, x.range, frame)
  const toY = (value: number): number => scaleY(value, range, frame)
  const at = ring === undefined ? undefined : { x: toX(ring.at.x), y: toY(ring.at.y) }
  return (
    <>
      <svg className={styles.layer} width={width} height={HEIGHT} role="img" aria-label={summary}>
        <ValueAxis frame={frame} range={range} values={values} format={y.format} />
        {ticks.map((tick) => <text key={tick} className={styles.middle} x={toX(tick)} y={HEIGHT - 6}>{x.format(tick)}</text>)}
        {area === undefined ? null : <path className={curveStyles.area} d={`${pathOf(area, toX, toY)}Z`} />}
        {hasLeaders && at !== undefined ? <path className={styles.reference} fill="none" d={`M${frame.left} ${at.y}H${at.x}V${frame.bottom}`} /> : null}
        {marks.map((mark) => <MarkLine key={mark.id} mark={mark} x={toX(mark.x)} top={frame.top} bottom={toY(mark.to)} />)}
        {lines.map((line) => <path key={line.id} className={classNames(curveStyles.line, curveStyles[line.mode])} d={pathOf(line.points, toX, toY)} />)}
        {/* Under the one that is moved: what is printed and taken away has only this. */}
        {at === undefined ? null : <circle className={curveStyles.point} cx={at.x} cy={at.y} r={5} />}
        {labels.map((label) => <Label key={label.id} label={label} x={toX(label.at.x)} y={toY(label.at.y)} />)}
      </svg>
      {ring === undefined || at === undefined ? null : <CurveRing {...ring} left={at.x} top={at.y} frame={frame} xRange={x.range} yRange={range} />}
    </>
  )
}

/** Its words stand on its left. */
function MarkLine({ mark, x, top, bottom }: { readonly mark: CurveMark; readonly x: number; readonly top: number; readonly bottom: number }) {
  return (
    <g>
      <path className={mark.style === 'isolated' ? curveStyles.liquidation : curveStyles.entry} d={`M${Math.floor(x) + 0.5} ${top}V${bottom}`} />
      {mark.lines.map((text, line) => <text key={text} className={classNames(styles.end, line === 0 ? styles.label : styles.ink)} x={x - 7} y={top + 9 + line * 14}>{text}</text>)}
    </g>
  )
}

function Label({ label: { lines, anchor, shift }, x, y }: { readonly label: CurveLabel; readonly x: number; readonly y: number }) {
  return (
    <g className={styles.outlined}>
      {lines.map(({ text, tone }, line) => (
        <text key={text} className={classNames(styles[tone], tone !== 'label' && styles.strong, anchor === 'end' && styles.end)} x={x + shift[0]} y={y + shift[1] + line * 14}>{text}</text>
      ))}
    </g>
  )
}
