import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { classNames } from '../theme/classNames.ts'
import styles from './PriceHandles.module.css'
import type { HandleWords, PriceHandle } from './PriceHandle.ts'
import { valueToY, yToValue, type PlotFrame, type ValueRange } from './plotFrame.ts'

export interface PriceHandlesProps {
  readonly handles: readonly PriceHandle[]
  readonly frame: PlotFrame
  readonly range: ValueRange
}

/** A handle on the move: nothing is done before it is let go, or Enter. */
interface Move {
  readonly id: string
  readonly price: number
  readonly by: 'pointer' | 'keys'
}

/**
 * Prices that can be moved on the chart, over its plot: with mouse or finger, and with the arrow keys, a tick a press, ten with
 * Shift. Let go or Enter applies, Esc takes back.
 */
export function PriceHandles({ handles, frame, range }: PriceHandlesProps) {
  const [move, setMove] = useState<Move | undefined>(undefined)
  return handles.map((handle) => (
    <Handle
      key={handle.id}
      handle={handle}
      move={move?.id === handle.id ? move : undefined}
      scale={{ frame, range }}
      onMove={setMove}
    />
  ))
}

interface HandleProps {
  readonly handle: PriceHandle
  readonly move: Move | undefined
  readonly scale: { readonly frame: PlotFrame; readonly range: ValueRange }
  readonly onMove: (move: Move | undefined) => void
}

const TONES = { profit: styles.isProfit, loss: styles.isLoss, plain: undefined } as const

function Handle({ handle, move, scale: { frame, range }, onMove }: HandleProps) {
  const price = move?.price ?? handle.price
  const at = valueToY(price, range, frame)
  const y = Math.max(frame.top, Math.min(frame.bottom, at))
  // Off the scale it waits at the edge and points to where it is: a line there would be one at a wrong price.
  const off = move !== undefined || at === y ? undefined : at < y ? '↑' : '↓'
  const words = handle.describe(price)
  const end = (isApplied: boolean): void => {
    onMove(undefined)
    if (isApplied && move !== undefined && move.price !== handle.price) handle.apply(move.price)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = { ArrowUp: 1, PageUp: 10, ArrowDown: -1, PageDown: -10 }[event.key]
    if (direction !== undefined) onMove({ id: handle.id, price: handle.snap(price, event.shiftKey ? direction * 10 : direction), by: 'keys' })
    else if (event.key === 'Enter') end(true)
    else if (event.key === 'Escape' && move !== undefined) end(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const drag = pointerOf({ handle, move, frame, range, onMove, end })
  return (
    <>
      {move !== undefined || (handle.hasLine && off === undefined)
        ? (
          <svg className={styles.line} style={{ position: 'absolute', inset: 0 }} width={frame.width} height={frame.bottom + 1} aria-hidden="true">
            <path className={classNames(styles.line, styles[handle.tone], move !== undefined && styles.moving)} d={`M${frame.left} ${Math.floor(y) + 0.5}H${frame.right}`} />
          </svg>
        )
        : null}
      <div
        className={classNames(styles.handle, TONES[handle.tone])}
        style={{ right: frame.width - frame.right + 4 + (handle.hasLine ? 0 : 92), top: y }}
        role="slider"
        tabIndex={0}
        aria-label={handle.name}
        aria-orientation="vertical"
        aria-valuemin={0}
        aria-valuenow={price}
        aria-valuetext={[words.text, words.note, words.warning].filter((part) => part !== undefined && part !== '').join(', ')}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (move?.by === 'keys') end(false)
        }}
        {...drag}
      >
        <span aria-hidden="true">{off ?? '↕'}</span>{handle.short}
      </div>
      {move === undefined ? null : <MoveWords words={words} frame={frame} y={y} by={move.by} />}
    </>
  )
}

interface Drag extends Omit<HandleProps, 'scale'> {
  readonly frame: PlotFrame
  readonly range: ValueRange
  readonly end: (isApplied: boolean) => void
}

/** What a pointer does with a handle. */
function pointerOf({ handle, move, frame, range, onMove, end }: Drag) {
  const priceUnder = (event: PointerEvent<HTMLElement>): number => {
    const top = event.currentTarget.offsetParent?.getBoundingClientRect().top ?? 0
    return handle.snap(yToValue(event.clientY - top, range, frame))
  }
  const isDragged = move?.by === 'pointer'
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      onMove({ id: handle.id, price: handle.price, by: 'pointer' })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      if (isDragged) onMove({ id: handle.id, price: priceUnder(event), by: 'pointer' })
    },
    onPointerUp: (): void => {
      if (isDragged) end(true)
    },
    onPointerCancel: (): void => end(false),
  }
}

/** What the handle would mean where it is. */
function MoveWords({ words, frame, y, by }: { readonly words: HandleWords; readonly frame: PlotFrame; readonly y: number; readonly by: Move['by'] }) {
  const isLow = y > (frame.top + frame.bottom) / 2
  return (
    <div className={styles.words} style={{ right: frame.width - frame.right + 68, ...(isLow ? { bottom: frame.height - y + 14 } : { top: y + 14 }) }} role="status">
      <b>{words.text}</b>
      <span>{words.note}</span>
      {words.warning === undefined ? null : <span className={styles.warning}>{words.warning}</span>}
      {by === 'keys' ? <span className={styles.hint}>Enter sets it, Esc leaves it</span> : null}
    </div>
  )
}
