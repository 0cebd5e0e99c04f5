import { useId, useState, type ReactNode } from 'react'
import styles from './chart.module.css'
import pieceStyles from './PieceChart.module.css'
import { ChartDataTable, type ChartDataTableProps } from './ChartDataTable.tsx'
import { ChartHeader } from './ChartHeader.tsx'
import { niceTicks } from './niceTicks.ts'
import type { PlotFrame } from './plotFrame.ts'
import { useSize } from './useSize.ts'
import { ValueAxis } from './ValueAxis.tsx'

/** A straight piece of a line. Where the next one does not begin at its end, the line jumps. */
export type LinePiece = { readonly fromX: number; readonly toX: number; readonly fromY: number; readonly toY: number }

export type PieceChartProps = {
  readonly title: string
  /** One sentence for those who do not see it. */
  readonly summary: string
  readonly note?: ReactNode
  readonly pieces: readonly LinePiece[]
  readonly formatX: (value: number) => string
  readonly formatY: (value: number) => string
  readonly table: ChartDataTableProps
}

const HEIGHT = 180

/** A line of straight pieces over a linear scale: its jumps stand out as gaps with a cross mark at both ends. */
export function PieceChart({ title, summary, note, pieces, formatX, formatY, table }: PieceChartProps) {
  const [isTable, setIsTable] = useState(false)
  const titleId = useId()
  const [ref, { width }] = useSize<HTMLDivElement>()
  return (
    <section className={pieceStyles.chart} aria-labelledby={titleId}>
      <ChartHeader title={title} titleId={titleId} note={note} isTable={isTable} onToggleTable={() => setIsTable(!isTable)} />
      {isTable ? <ChartDataTable {...table} /> : (
        <div ref={ref} className={pieceStyles.plot} style={{ height: HEIGHT }}>
          {width === 0 || pieces.length === 0 ? null : <Plot width={width} summary={summary} pieces={pieces} formatX={formatX} formatY={formatY} />}
        </div>
      )}
    </section>
  )
}

type PlotProps = Pick<PieceChartProps, 'summary' | 'pieces' | 'formatX' | 'formatY'> & { readonly width: number }

function Plot({ width, summary, pieces, formatX, formatY }: PlotProps) {
  const frame: PlotFrame = { width, height: HEIGHT, left: 72, right: Math.max(73, width - 28), top: 10, bottom: HEIGHT - 24 }
  const last = Math.max(...pieces.map(({ toX }) => toX), Number.MIN_VALUE)
  const { range, values } = niceTicks(0, Math.max(...pieces.flatMap(({ fromY, toY }) => [fromY, toY]), Number.MIN_VALUE), 4)
  const { values: ticks } = niceTicks(0, last, width < 480 ? 3 : 6)
  const x = (value: number): number => frame.left + (value / last) * (frame.right - frame.left)
  const y = (value: number): number => frame.bottom - ((value - range[0]) / (range[1] - range[0])) * (frame.bottom - frame.top)
  const jumps = pieces.flatMap((piece, index) => {
    const before = pieces[index - 1]
    return before === undefined || before.toY === piece.fromY ? [] : [{ at: piece.fromX, below: before.toY, above: piece.fromY }]
  })
  return (
    <svg className={styles.layer} width={width} height={HEIGHT} role="img" aria-label={summary}>
      <ValueAxis frame={frame} range={range} values={values} format={formatY} hasBaseline />
      {ticks.filter((tick) => tick <= last).map((tick) => (
        <text key={tick} className={tick === 0 ? undefined : styles.middle} x={x(tick)} y={HEIGHT - 6}>{formatX(tick)}</text>
      ))}
      {jumps.map(({ at, below, above }) => <path key={at} className={pieceStyles.jump} d={`M${x(at)} ${y(below)}V${y(above)}`} />)}
      {pieces.map(({ fromX, toX, fromY, toY }) => <path key={fromX} className={pieceStyles.line} d={`M${x(fromX)} ${y(fromY)}L${x(toX)} ${y(toY)}`} />)}
      {jumps.flatMap(({ at, below, above }) => [below, above].map((value) => <circle key={`${at} ${value}`} className={pieceStyles.end} cx={x(at)} cy={y(value)} r={3} />))}
    </svg>
  )
}
