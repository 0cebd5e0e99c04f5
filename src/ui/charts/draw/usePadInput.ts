import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { tickToX, valueToY, xToTick, yToValue } from '../plotFrame.ts'
import type { DrawScale } from './DrawLayers.tsx'
import { strokePoints, valueOn, withMoved, withoutPoint, withPoint, withStroke, type DrawPath, type DrawPoint, type Snap } from './drawnPath.ts'

export type DrawTool = 'free' | 'points'

export interface PadLine {
  readonly path: DrawPath
  readonly anchor: DrawPoint
  /** First and last tick that can be drawn. */
  readonly span: DrawPoint
  readonly snap: Snap
  /** Values the arrow keys move by: one tick, a press, a press with Shift. */
  readonly steps: { readonly fine: number; readonly press: number; readonly large: number }
}

export interface PadInput {
  readonly line: PadLine
  readonly scale: DrawScale
  readonly tool: DrawTool
  readonly onPreview: (path: DrawPath | undefined) => void
  readonly onCommit: (path: DrawPath) => void
  readonly onChoose: (tick: number | undefined) => void
}

/** A pointer at work; others wait: the palm beside the pen. */
type Work = { readonly pointer: number; readonly before: DrawPath } & ({ readonly type: 'stroke'; readonly samples: DrawPoint[] } | { readonly type: 'point'; readonly index: number })

/** How near a press is to a point to take it, pixels. */
const NEAR = { mouse: 9, touch: 24, pen: 14 } as const

/** What a pointer does on the pad: it draws, or takes the point that is near and moves it. @param setPressed  where it is */
export function usePadPointer({ line, scale, tool, onPreview, onCommit, onChoose }: PadInput, setPressed: (at: DrawPoint | undefined) => void) {
  const work = useRef<Work | undefined>(undefined)
  const { path, span, snap } = line
  const pointAt = (target: Element, event: { readonly clientX: number; readonly clientY: number }): DrawPoint => {
    const box = target.getBoundingClientRect()
    const { frame, domain, range } = scale
    const y = Math.max(frame.top, Math.min(frame.bottom, event.clientY - box.top))
    return [xToTick(event.clientX - box.left, domain, frame), yToValue(y, range, frame)]
  }
  const nearest = (event: PointerEvent): number => {
    const box = event.currentTarget.getBoundingClientRect()
    const reach = NEAR[event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse']
    const distances = path.map(([tick, value]) => Math.hypot(tickToX(tick, scale.domain, scale.frame) - (event.clientX - box.left), valueToY(value, scale.range, scale.frame) - (event.clientY - box.top)))
    const index = distances.indexOf(Math.min(...distances))
    return (distances[index] ?? Infinity) <= reach ? index : -1
  }
  const drawn = (at: Work): DrawPath => (at.type === 'stroke' ? withStroke(at.before, strokePoints(at.samples, span, snap)) : at.before)
  const begin = (event: PointerEvent): Work | undefined => {
    const [tick, value] = pointAt(event.currentTarget, event)
    if (tool === 'free') return { type: 'stroke', pointer: event.pointerId, before: path, samples: [[tick, value]] }
    const index = nearest(event)
    if (index >= 0) return { type: 'point', pointer: event.pointerId, before: path, index }
    const whole = Math.round(tick)
    if (whole < span[0] || whole > span[1]) return undefined
    const before = withPoint(path, [whole, snap(value)])
    return { type: 'point', pointer: event.pointerId, before, index: before.findIndex(([at]) => at === whole) }
  }
  const end = (event: PointerEvent, isKept: boolean): void => {
    const at = work.current
    if (at?.pointer !== event.pointerId) return
    work.current = undefined
    setPressed(undefined)
    if (!isKept) return onPreview(undefined)
    onCommit(at.type === 'stroke' ? drawn(at) : moved(at, event))
  }
  const moved = (at: Work & { readonly type: 'point' }, event: PointerEvent): DrawPath => {
    const [tick, value] = pointAt(event.currentTarget, event)
    const next = withMoved(at.before, at.index, [tick, snap(value)], span)
    onChoose(next[at.index]?.[0])
    return next
  }
  return {
    onPointerDown: (event: PointerEvent): void => {
      if (work.current !== undefined || event.button !== 0) return
      const next = begin(event)
      if (next === undefined) return
      event.currentTarget.setPointerCapture(event.pointerId)
      event.preventDefault()
      work.current = next
      setPressed(pointAt(event.currentTarget, event))
      if (next.type === 'point') onChoose(next.before[next.index]?.[0])
      onPreview(drawn(next))
    },
    onPointerMove: (event: PointerEvent): void => {
      const at = work.current
      if (at?.pointer !== event.pointerId) return
      setPressed(pointAt(event.currentTarget, event))
      if (at.type === 'point') return onPreview(moved(at, event))
      const between = event.nativeEvent.getCoalescedEvents?.() ?? []
      for (const each of between.length > 0 ? between : [event.nativeEvent]) at.samples.push(pointAt(event.currentTarget, each))
      onPreview(drawn(at))
    },
    onPointerUp: (event: PointerEvent): void => end(event, true),
    onPointerCancel: (event: PointerEvent): void => end(event, false),
  }
}

/** How far an arrow key goes: ticks and values. */
export function keyMove({ key, shiftKey, altKey }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey'>, steps: PadLine['steps']): DrawPoint | undefined {
  const size = altKey ? steps.fine : shiftKey ? steps.large : steps.press
  const moves: Readonly<Record<string, DrawPoint>> = { ArrowLeft: [shiftKey ? -10 : -1, 0], ArrowRight: [shiftKey ? 10 : 1, 0], ArrowUp: [0, size], ArrowDown: [0, -size], PageUp: [0, steps.large], PageDown: [0, -steps.large] }
  return moves[key]
}

/** What keys do: the pen goes over the bars, a point goes where it is sent. */
export function padKeys({ line, onCommit, onChoose }: PadInput, pen: DrawPoint, setPen: (pen: DrawPoint) => void) {
  const { path, anchor, span, snap, steps } = line
  const onPen = (event: KeyboardEvent): boolean => {
    const move = keyMove(event, steps)
    const has = path.some(([tick]) => tick === pen[0])
    if (move !== undefined) {
      const tick = Math.max(span[0], Math.min(span[1], pen[0] + move[0]))
      const follows = move[0] !== 0 && tick <= (path.at(-1)?.[0] ?? anchor[0])
      const value = follows ? snap(valueOn(path, anchor, tick)) : snap(pen[1] + move[1])
      setPen([tick, value])
      if (has && move[1] !== 0) onCommit(withPoint(path, [tick, value]))
    } else if (event.key === 'Enter' || event.key === ' ') {
      onCommit(withPoint(path, [pen[0], snap(pen[1])]))
      onChoose(pen[0])
    } else if (isDelete(event.key)) onCommit(withoutPoint(path, pen[0]))
    else return false
    return true
  }
  const onPoint = (event: KeyboardEvent, index: number): boolean => {
    const point = path[index]
    const move = keyMove(event, steps)
    if (point === undefined) return false
    if (move !== undefined) {
      const next = withMoved(path, index, [point[0] + move[0], snap(point[1] + move[1])], span)
      onCommit(next)
      onChoose(next[index]?.[0])
    } else if (isDelete(event.key)) onCommit(withoutPoint(path, point[0]))
    else return false
    return true
  }
  return { onPen, onPoint }
}

function isDelete(key: string): boolean {
  return key === 'Delete' || key === 'Backspace'
}
