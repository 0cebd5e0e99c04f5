import type { KeyboardEvent, PointerEvent } from 'react'
import { classNames } from '../theme/classNames.ts'
import styles from './CurveChart.module.css'
import { unscaleX, unscaleY, type CurvePoint } from './curveGeometry.ts'
import type { PlotFrame, ValueRange } from './plotFrame.ts'

export type CurveRingProps = {
  readonly at: CurvePoint
  readonly label: string
  /** Where it is, in words. */
  readonly text: string
  /** Absent: it cannot be moved. */
  readonly onMove: ((to: CurvePoint) => void) | undefined
  readonly onStep: ((step: { readonly direction: 1 | -1; readonly isLarge: boolean }) => void) | undefined
  readonly left: number
  readonly top: number
  readonly frame: PlotFrame
  readonly xRange: ValueRange
  readonly yRange: ValueRange
}

/** The point of the moment: dragged, or moved by arrow keys. */
export function CurveRing({ at, label, text, onMove, onStep, left, top, frame, xRange, yRange }: CurveRingProps) {
  if (onMove === undefined) return <span className={classNames(styles.ring, styles.still)} data-ring="" style={{ left, top }} aria-hidden="true" />
  const move = (event: PointerEvent<HTMLSpanElement>): void => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect()
    if (box !== undefined) onMove({ x: unscaleX(event.clientX - box.left, xRange, frame), y: unscaleY(event.clientY - box.top, yRange, frame) })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = event.key === 'ArrowUp' || event.key === 'ArrowRight' || event.key === 'PageUp' ? 1 : event.key === 'ArrowDown' || event.key === 'ArrowLeft' || event.key === 'PageDown' ? -1 : undefined
    if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onStep?.({ direction, isLarge: event.shiftKey || event.key.startsWith('Page') })
  }
  return (
    <span
      role="slider"
      tabIndex={0}
      className={styles.ring}
      data-ring=""
      style={{ left, top }}
      aria-label={label}
      aria-valuenow={at.x}
      aria-valuemin={xRange[0]}
      aria-valuemax={xRange[1]}
      aria-valuetext={text}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) move(event)
      }}
      onKeyDown={onKeyDown}
    />
  )
}
