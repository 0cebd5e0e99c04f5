import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import styles from './chart.module.css'
import { nearestTick, rowIndexAt } from './interpolate.ts'
import { tickToX, xToTick, type PlotFrame, type TickDomain } from './plotFrame.ts'

export type SharedCursor = {
  readonly domain: TickDomain
  readonly cursor: number
  readonly hover: number | null
  readonly onHover: (tick: number | null) => void
  readonly onSeek: (tick: number) => void
}

export type PlotInputProps = SharedCursor & {
  readonly frame: PlotFrame
  readonly label: string
  /** What is read at the hovered tick, for a screen reader. */
  readonly valueText: string
  /** Where the cursor may stop; whole ticks when absent. */
  readonly stops?: readonly { readonly tick: number }[] | undefined
}

const SLACK = 4

/** The plot as a control: pointer and arrow keys move the reading cursor, click and Enter send the replay there. */
export function PlotInput({ frame, domain, cursor, hover, onHover, onSeek, label, valueText, stops }: PlotInputProps) {
  const tickUnder = (event: PointerEvent | MouseEvent): number =>
    xToTick(event.nativeEvent.offsetX + frame.left, domain, frame)
  const read = (event: PointerEvent): void => {
    const tick = tickUnder(event)
    const isPast = event.nativeEvent.offsetX + frame.left > tickToX(cursor, domain, frame) + SLACK
    onHover(isPast ? null : snapped(tick, stops, [domain[0], cursor]))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = hover ?? cursor
    if (event.key === 'Enter' || event.key === ' ') onSeek(from)
    else if (event.key === 'Escape' && hover !== null) onHover(null)
    else {
      const next = neighbour(event, from, stops, [domain[0], cursor])
      if (next === undefined) return
      onHover(next)
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className={styles.input}
      style={{ left: frame.left, top: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={domain[0]}
      aria-valuemax={cursor}
      aria-valuenow={hover ?? cursor}
      aria-valuetext={valueText}
      onPointerMove={read}
      onPointerDown={read}
      onPointerLeave={(event) => {
        if (event.pointerType === 'mouse') onHover(null)
      }}
      onBlur={() => onHover(null)}
      onClick={(event) => {
        if ('pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch') return
        onSeek(snapped(tickUnder(event), undefined, domain))
      }}
      onKeyDown={onKeyDown}
    />
  )
}

function snapped(tick: number, stops: PlotInputProps['stops'], [first, last]: TickDomain): number {
  const near = stops === undefined ? Math.round(tick) : nearestTick(stops, tick)
  return Math.max(first, Math.min(last, near ?? Math.round(tick)))
}

function neighbour(event: KeyboardEvent, from: number, stops: PlotInputProps['stops'], [first, last]: TickDomain): number | undefined {
  if (event.key === 'Home') return first
  if (event.key === 'End') return last
  const size = event.key.startsWith('Page') || event.shiftKey ? 10 : 1
  const direction = { ArrowRight: 1, ArrowUp: 1, PageUp: 1, ArrowLeft: -1, ArrowDown: -1, PageDown: -1 }[event.key]
  if (direction === undefined) return undefined
  if (stops === undefined) return Math.max(first, Math.min(last, Math.round(from) + direction * size))
  const index = rowIndexAt(stops, from)
  const isBetween = stops[index]?.tick !== from
  const target = index + direction * size + (isBetween && direction < 0 ? 1 : 0)
  return stops[Math.max(0, Math.min(stops.length - 1, target))]?.tick
}
