import { useRef, useState, type KeyboardEvent } from 'react'
import { classNames } from '../../theme/classNames.ts'
import { niceTicks } from '../niceTicks.ts'
import { plotFrame, tickToX, valueToY, type TickDomain, type ValueRange } from '../plotFrame.ts'
import { textWidth } from '../textWidth.ts'
import type { TickNames } from '../tickNames.ts'
import { useSize, type MeasuredSize } from '../useSize.ts'
import { DrawLayers, DrawMarks, type DrawScale, type PastBar } from './DrawLayers.tsx'
import type { DrawMark } from './DrawMark.ts'
import styles from './DrawPad.module.css'
import { drawWords } from './drawWords.ts'
import type { DrawPoint } from './drawnPath.ts'
import { padKeys, usePadPointer, type PadInput } from './usePadInput.ts'

export interface DrawPadProps extends Omit<PadInput, 'scale'> {
  readonly name: string
  readonly domain: TickDomain
  readonly range: ValueRange
  readonly past: readonly PastBar[]
  readonly marks: readonly DrawMark[]
  readonly chosen: number | undefined
  readonly names: TickNames
  readonly format: (value: number) => string
  /** "105.00, −30 %". */
  readonly describe: (value: number) => string
  readonly onUndo: () => void
  readonly onLeave: () => void
}

/** A plane to draw one line on: with mouse, pen or finger, and with the arrow keys. */
export function DrawPad(props: DrawPadProps) {
  const [ref, size] = useSize<HTMLDivElement>()
  return (
    <div ref={ref} className={styles.pad} role="group" aria-label={drawWords.pad(props.name)} data-draw-pad="">
      {size.width === 0 || size.height === 0 ? null : <Plane {...props} size={size} />}
    </div>
  )
}

/** Words at the line have room inside: nothing stands right of it, pixels. */
const RIGHT = 16

/** With more points than these the pen alone goes over the bars, for the Tab key and for a screen reader. */
const MOST_STOPS = 40

function Plane({ size, name, domain, range, past, marks, chosen, names, format, describe, onUndo, onLeave, ...input }: DrawPadProps & { readonly size: MeasuredSize }) {
  const { path, anchor, span } = input.line
  const plain = plotFrame(size.width, size.height, { top: 20, bottom: 20 })
  const axis = niceTicks(range[0], range[1], Math.max(2, Math.round((plain.bottom - plain.top) / 40)))
  const longest = Math.max(...axis.values.map((value) => textWidth(format(value), 11)))
  const frame = { ...plain, left: Math.max(plain.left, longest + 8), right: size.width - RIGHT }
  // What is dragged stays under the pointer: the axis waits until it is let go.
  const held = useRef(axis)
  const [pen, setPen] = useState<DrawPoint>(() => [Math.min(span[1], Math.max(span[0], (path.at(-1)?.[0] ?? anchor[0]) + 1)), path.at(-1)?.[1] ?? anchor[1]])
  const [pressed, setPressed] = useState<DrawPoint | undefined>(undefined)
  if (pressed === undefined) held.current = axis
  const press = (next: DrawPoint | undefined): void => {
    // The pen waits where it was lifted.
    if (next === undefined && pressed !== undefined) setPen([Math.max(span[0], Math.min(span[1], Math.round(pressed[0]))), input.line.snap(pressed[1])])
    setPressed(next)
  }
  const scale: DrawScale = { frame, domain, range: held.current.range }
  const pointer = usePadPointer({ ...input, scale }, press)
  const at: DrawPoint = [Math.min(span[1], Math.max(span[0], pen[0])), pen[1]]
  const keys = padKeys({ ...input, scale }, at, setPen)
  const place = ([tick, value]: DrawPoint) => ({ left: tickToX(tick, domain, frame), top: valueToY(value, scale.range, frame) })
  const words = ([tick, value]: DrawPoint): string => `${names.full(tick)}, ${describe(value)}`
  const onKey = (event: KeyboardEvent, own: (event: KeyboardEvent) => boolean): void => {
    if (event.key === 'Escape') onLeave()
    else if (event.key.toLowerCase() === 'z' && !event.shiftKey) onUndo()
    else if (!own(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const shown: DrawPoint = pressed === undefined ? at : [Math.max(span[0], Math.min(span[1], Math.round(pressed[0]))), input.line.snap(pressed[1])]
  const isMany = path.length > MOST_STOPS
  return (
    <div className={classNames(styles.pad, pressed !== undefined && styles.isPressed)} style={{ position: 'absolute', inset: 0 }} {...pointer}>
      <DrawLayers {...scale} size={size} values={held.current.values} past={past} anchor={anchor} path={path} until={Math.min(span[1], domain[1])} names={names} format={format} />
      {path.map((point, index) =>
        point[0] > domain[1] ? null : isMany ? (
          <div key={index} className={classNames(styles.point, styles.dense, point[0] === chosen && styles.chosen)} style={place(point)} aria-hidden="true" />
        ) : (
          <div
            // A point that is moved along the bars stays the same point.
            key={index}
            className={classNames(styles.point, input.tool === 'free' && styles.dense, point[0] === chosen && styles.chosen)}
            style={place(point)}
            role="slider"
            tabIndex={0}
            aria-label={drawWords.point(index + 1, path.length)}
            aria-orientation="vertical"
            aria-valuemin={scale.range[0]}
            aria-valuemax={scale.range[1]}
            aria-valuenow={point[1]}
            aria-valuetext={words(point)}
            onFocus={() => input.onChoose(point[0])}
            onKeyDown={(event) => onKey(event, (press) => keys.onPoint(press, index))}
          />
        ),
      )}
      <DrawMarks {...scale} size={size} marks={marks} />
      <div
        className={styles.pen}
        style={place(shown)}
        role="slider"
        tabIndex={0}
        aria-label={drawWords.pen(name)}
        aria-orientation="vertical"
        aria-valuemin={scale.range[0]}
        aria-valuemax={scale.range[1]}
        aria-valuenow={shown[1]}
        aria-valuetext={words(shown)}
        data-pen=""
        onKeyDown={(event) => onKey(event, keys.onPen)}
      />
      <p className={styles.words} data-name="" aria-hidden="true"><b>{words(shown)}</b></p>
    </div>
  )
}
