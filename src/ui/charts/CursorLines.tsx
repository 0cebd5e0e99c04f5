import styles from './chart.module.css'
import { tickToX, type PlotFrame, type TickDomain } from './plotFrame.ts'
import { textWidth } from './textWidth.ts'

export type CursorLinesProps = {
  readonly frame: PlotFrame
  readonly domain: TickDomain
  readonly cursor: number
  readonly hover: number | null
  readonly top: number
  readonly bottom: number
  /** Names the hovered tick on the axis, at this baseline. */
  readonly pill?: { readonly y: number; readonly name: (tick: number) => string } | undefined
}

/** The replay's head, and where the reader looks. The head is not drawn at the end of the tape: nothing is hidden there. */
export function CursorLines({ frame, domain, cursor, hover, top, bottom, pill }: CursorLinesProps) {
  const line = (tick: number): string => `M${Math.floor(tickToX(tick, domain, frame)) + 0.5} ${top}V${bottom}`
  return (
    <g>
      {cursor < domain[1] ? <path className={styles.cursor} d={line(cursor)} /> : null}
      {hover === null ? null : <path className={styles.hover} d={line(hover)} />}
      {hover === null || pill === undefined ? null : <TickPill x={tickToX(hover, domain, frame)} y={pill.y} text={pill.name(hover)} frame={frame} />}
    </g>
  )
}

function TickPill({ x, y, text, frame }: { readonly x: number; readonly y: number; readonly text: string; readonly frame: PlotFrame }) {
  const width = Math.max(24, textWidth(text, 11, true) + 8)
  const middle = Math.max(frame.left + width / 2 - 8, Math.min(frame.right - width / 2 + 8, x))
  return (
    <g>
      <rect className={styles.pill} x={middle - width / 2} y={y - 12} width={width} height={16} rx={2} />
      <text data-axis="" className={`${styles.onPill} ${styles.middle}`} x={middle} y={y}>{text}</text>
    </g>
  )
}
