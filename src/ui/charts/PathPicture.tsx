import { classNames } from '../theme/classNames.ts'
import styles from './chart.module.css'
import { scaleX, type CurvePoint } from './curveGeometry.ts'
import { niceTicks } from './niceTicks.ts'
import pathStyles from './PathPicture.module.css'
import { valueToY, type PlotFrame } from './plotFrame.ts'
import { spreadLabels } from './spreadLabels.ts'
import { textWidth } from './textWidth.ts'
import { useSize } from './useSize.ts'
import { ValueAxis } from './ValueAxis.tsx'

/** `isJump`: nothing lies between it and the point before. */
export type PathPoint = CurvePoint & { readonly isJump?: boolean | undefined }

export type PathLine = {
  readonly id: string
  /** At its end, where there is more than one. */
  readonly label: string
  readonly points: readonly PathPoint[]
}

export type PathPictureProps = {
  /** One sentence for those who do not see it. */
  readonly summary: string
  readonly lines: readonly PathLine[]
  readonly height?: number
  readonly formatY: (value: number) => string
  /** Words under the left and the right end. */
  readonly ends: readonly [string, string]
  /** A value drawn as a reference: where all began. */
  readonly reference?: number | undefined
  /** What is shown is about to be replaced. */
  readonly isStale?: boolean
}

const DASHES = ['none', '6 3', '2 3', '9 3 2 3'] as const

/** Several paths on one scale, small: told apart by their strokes and the names at their ends. */
export function PathPicture({ summary, lines, height = 132, formatY, ends, reference, isStale = false }: PathPictureProps) {
  const [ref, { width }] = useSize<HTMLDivElement>()
  return (
    <div ref={ref} className={classNames(pathStyles.picture, isStale && pathStyles.stale)} style={{ height }}>
      {width === 0 || lines.length === 0 ? null : <Plot width={width} height={height} summary={summary} lines={lines} formatY={formatY} ends={ends} reference={reference} />}
    </div>
  )
}

type PlotProps = Required<Pick<PathPictureProps, 'summary' | 'lines' | 'height' | 'formatY' | 'ends'>> & { readonly width: number; readonly reference: number | undefined }

function Plot({ width, height, summary, lines, formatY, ends, reference }: PlotProps) {
  const shown = lines.map((line, index) => ({ ...line, dash: DASHES[index % DASHES.length] ?? 'none' }))
  const all = lines.flatMap(({ points }) => points)
  const [least, most] = extent(reference === undefined ? all.map(({ y }) => y) : [reference, ...all.map(({ y }) => y)])
  const [first, last] = extent(all.map(({ x }) => x))
  const { range, values } = niceTicks(least, most, height < 110 ? 2 : 3)
  const named = lines.length > 1
  const room = named ? Math.max(...lines.map(({ label }) => textWidth(label, 11))) + 14 : 8
  const left = Math.max(...values.map((value) => textWidth(formatY(value), 11))) + 8
  const frame: PlotFrame = { width, height, left, right: Math.max(left + 1, width - room), top: 8, bottom: height - 20 }
  const x = (value: number): number => scaleX(value, [first, last], frame)
  const y = (value: number): number => valueToY(value, range, frame)
  const labels = named ? spreadLabels(shown.map(({ id, points }) => ({ id, at: y(points.at(-1)?.y ?? 0) })), { gap: 13, top: frame.top, bottom: frame.bottom }) : new Map<string, number>()
  return (
    <svg className={styles.layer} width={width} height={height} role="img" aria-label={summary}>
      <ValueAxis frame={frame} range={range} values={values} format={formatY} />
      {reference === undefined ? null : <path className={styles.reference} d={`M${frame.left} ${Math.floor(y(reference)) + 0.5}H${frame.right}`} />}
      <text x={frame.left} y={height - 4}>{ends[0]}</text>
      <text className={styles.end} x={frame.right} y={height - 4}>{ends[1]}</text>
      {shown.map(({ id, points, dash }) => <path key={id} className={pathStyles.line} strokeDasharray={dash} d={drawn(points, x, y)} />)}
      {named ? shown.map(({ id, label }) => <text key={id} className={styles.ink} x={frame.right + 6} y={(labels.get(id) ?? 0) + 4}>{label}</text>) : null}
    </svg>
  )
}

/** The `d` of a path; a jump is a break in it. */
function drawn(points: readonly PathPoint[], x: (value: number) => number, y: (value: number) => number): string {
  return points.map((point, index) => `${index === 0 || point.isJump === true ? 'M' : 'L'}${x(point.x).toFixed(1)} ${y(point.y).toFixed(1)}`).join('')
}

function extent(values: readonly number[]): readonly [number, number] {
  let least = Infinity
  let most = -Infinity
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return [least, most]
}
