import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import styles from './DragNumber.module.css'

export type DragStep = { readonly direction: 1 | -1; readonly isLarge: boolean }

export type DragNumberProps = {
  readonly label: string
  /** As it is shown, its unit with it: "8%". */
  readonly text: string
  /** The number of it, for those who hear it; absent while it cannot be read. */
  readonly value: number | undefined
  readonly onStep: (step: DragStep) => void
  /** Enter: where it can be typed. */
  readonly onEnter?: (() => void) | undefined
}

/** Pixels of a pull that make one step. */
const PULL = 6

/** A number inside a sentence: pulled to the right it grows, to the left it shrinks; arrow and page keys do the same. */
export function DragNumber({ label, text, value, onStep, onEnter }: DragNumberProps) {
  const from = useRef<number>(undefined)
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>): void => {
    if (event.button !== 0) return
    from.current = event.clientX
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent<HTMLSpanElement>): void => {
    if (from.current === undefined) return
    const steps = Math.trunc((event.clientX - from.current) / PULL)
    if (steps === 0) return
    from.current += steps * PULL
    for (let step = 0; step < Math.abs(steps); step += 1) onStep({ direction: steps > 0 ? 1 : -1, isLarge: event.shiftKey })
  }
  const end = (): void => {
    from.current = undefined
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = stepOf(event)
    if (step !== undefined) onStep(step)
    else if (event.key === 'Enter' && onEnter !== undefined) onEnter()
    else return
    event.preventDefault()
  }
  return (
    <span
      role="slider"
      tabIndex={0}
      className={styles.box}
      aria-label={label}
      aria-valuenow={value ?? 0}
      aria-valuetext={text}
      aria-valuemin={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={onKeyDown}
    >
      <svg viewBox="0 0 8 10" width="8" height="10" fill="none" stroke="currentColor" strokeWidth="1.2" aria-hidden="true">
        <path d="M2.5 2.5 0.7 5l1.8 2.5M5.5 2.5 7.3 5 5.5 7.5" />
      </svg>
      {text}
    </span>
  )
}

function stepOf({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): DragStep | undefined {
  if (altKey || ctrlKey || metaKey) return undefined
  if (key === 'ArrowUp' || key === 'ArrowRight') return { direction: 1, isLarge: shiftKey }
  if (key === 'ArrowDown' || key === 'ArrowLeft') return { direction: -1, isLarge: shiftKey }
  if (key === 'PageUp') return { direction: 1, isLarge: true }
  return key === 'PageDown' ? { direction: -1, isLarge: true } : undefined
}
