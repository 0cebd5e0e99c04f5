import { accountLetters } from '../accountNames.ts'
import chart from '../chart.module.css'
import { EventCross } from '../EventCross.tsx'
import { tickToX, valueToY, type PlotFrame, type TickDomain, type ValueRange } from '../plotFrame.ts'
import { textWidth } from '../textWidth.ts'
import { TimeAxis } from '../TimeAxis.tsx'
import type { TickNames } from '../tickNames.ts'
import { ValueAxis } from '../ValueAxis.tsx'
import type { DrawMark } from './DrawMark.ts'
import type { DrawPath, DrawPoint } from './drawnPath.ts'
import styles from './DrawPad.module.css'

/** How the plane of ticks and values lies on the pad. */
export interface DrawScale {
  readonly frame: PlotFrame
  readonly domain: TickDomain
  readonly range: ValueRange
}

/** A bar that was played. */
export interface PastBar {
  readonly tick: number
  readonly high: number
  readonly low: number
  readonly close: number
}

interface LayersProps extends DrawScale {
  readonly size: { readonly width: number; readonly height: number }
  readonly values: readonly number[]
  readonly past: readonly PastBar[]
  readonly anchor: DrawPoint
  readonly path: DrawPath
  readonly until: number
  readonly names: TickNames
  readonly format: (value: number) => string
}

/** What was played, dimmed; what can be drawn on; the line. */
export function DrawLayers({ size, values, past, anchor, path, until, names, format, ...scale }: LayersProps) {
  const { frame, domain, range } = scale
  const x = (tick: number): number => tickToX(tick, domain, frame)
  const y = (value: number): number => valueToY(value, range, frame)
  const seen = past.filter(({ tick }) => tick >= domain[0] && tick <= anchor[0])
  const line = [anchor, ...path].filter(([tick]) => tick <= domain[1])
  return (
    <svg className={chart.layer} width={size.width} height={size.height} aria-hidden="true">
      <rect className={styles.region} x={x(anchor[0])} y={frame.top} width={Math.max(0, x(until) - x(anchor[0]))} height={frame.bottom - frame.top} />
      <ValueAxis frame={frame} range={range} values={values} format={format} />
      <TimeAxis frame={frame} domain={domain} names={names} y={frame.bottom + 14} />
      {seen.map((bar) => (bar.high === bar.low ? null : <path key={bar.tick} className={styles.wick} d={`M${x(bar.tick)} ${y(bar.high)}V${y(bar.low)}`} />))}
      <polyline className={styles.past} points={seen.map((bar) => `${x(bar.tick)},${y(bar.close)}`).join(' ')} />
      <path className={chart.cursor} d={`M${Math.floor(x(anchor[0])) + 0.5} ${frame.top}V${frame.bottom}`} />
      <polyline className={styles.line} points={line.map(([tick, value]) => `${x(tick)},${y(value)}`).join(' ')} />
    </svg>
  )
}

/** What would happen on the line, over its points. */
export function DrawMarks({ size, marks, frame, domain, range }: DrawScale & Pick<LayersProps, 'size'> & { readonly marks: readonly DrawMark[] }) {
  const placed = marks.filter(({ tick }) => tick <= domain[1]).map((mark) => ({ mark, x: tickToX(mark.tick, domain, frame), y: valueToY(mark.value, range, frame) }))
  return (
    <svg className={chart.layer} width={size.width} height={size.height} aria-hidden="true">
      {placed.map(({ mark, x, y }, index) => {
        const near = placed.slice(0, index).filter((other) => Math.abs(other.x - x) < NEAR_WORDS[0] && Math.abs(other.y - y) < NEAR_WORDS[1])
        return <Mark key={mark.id} mark={mark} at={[x, y]} frame={frame} above={near.length} />
      })}
    </svg>
  )
}

/** Words of marks so near would lie over each other, pixels. */
const NEAR_WORDS = [120, 16] as const

function Mark({ mark, at: [x, y], frame, above }: { readonly mark: DrawMark; readonly at: readonly [number, number]; readonly frame: PlotFrame; readonly above: number }) {
  const letters = mark.accounts.map((account) => accountLetters[account]).join(' ')
  const width = textWidth(`${letters} ${mark.text}, ${mark.note}`, 11) + 18
  const isLeft = x + width > frame.right
  return (
    <g data-mark="">
      <EventCross x={x} y={y} radius={4} />
      <text className={`${chart.outlined} ${isLeft ? chart.end : ''}`} x={isLeft ? x - 10 : x + 10} y={y - 8 - above * 14}>
        {mark.accounts.map((account) => <tspan key={account} className={`${chart[account]} ${chart.strong}`}>{`${accountLetters[account]} `}</tspan>)}
        <tspan className={chart.ink} data-figure={mark.figure}>{mark.text}</tspan>
        <tspan>{`, ${mark.note}`}</tspan>
      </text>
    </g>
  )
}
