import { useMemo, type KeyboardEvent } from 'react'
import { classNames } from '../theme/classNames.ts'
import { accountLetters, type AccountKey } from './accountNames.ts'
import styles from './chart.module.css'
import { chartGutters, tickToX, type TickDomain } from './plotFrame.ts'
import scrubberStyles from './Scrubber.module.css'
import { textWidth } from './textWidth.ts'
import { barNames, type TickNames } from './tickNames.ts'
import { useSize } from './useSize.ts'

export type ScrubberEvent = {
  readonly tick: number
  readonly label: string
  readonly account?: AccountKey | undefined
  readonly tone?: 'loss' | 'ink'
}

export type ScrubberProps = {
  readonly domain: TickDomain
  readonly cursor: number
  readonly onSeek: (tick: number) => void
  readonly events: readonly ScrubberEvent[]
  /** Moments to come back to. */
  readonly bookmarks?: readonly number[]
  /** Played as far as this; what lies beyond is still being computed. All of it when absent. */
  readonly ready?: number | undefined
  readonly hover?: number | null
  readonly names?: TickNames
  /** plots: exactly under the charts' plots. full: the whole width, without words (phone). */
  readonly span?: 'plots' | 'full'
}

const TRACK = 26

/** A native range under a drawn track: keyboard, touch and readers see an ordinary slider. */
export function Scrubber({ domain, cursor, onSeek, events, bookmarks = [], ready, hover = null, names = barNames, span = 'plots' }: ScrubberProps) {
  const [ref, size] = useSize<HTMLDivElement>()
  const gutters = span === 'plots' ? chartGutters(size.width) : { left: 16, right: 16 }
  const frame = { left: gutters.left, right: Math.max(gutters.left + 1, size.width - gutters.right) }
  const y = span === 'plots' ? TRACK : 12
  const x = (tick: number): number => tickToX(tick, domain, frame)
  const labelled = useMemo(() => (span === 'plots' ? labelledEvents(events, domain, { left: frame.left, right: frame.right, width: size.width }) : []), [
    events, domain, frame.left, frame.right, size.width, span,
  ])
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = keyTarget(event, cursor, domain, events)
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onSeek(next)
  }
  return (
    <div ref={ref} className={classNames(scrubberStyles.scrubber, scrubberStyles[span])}>
      <input
        type="range"
        className={scrubberStyles.input}
        style={{ left: frame.left - 8, width: frame.right - frame.left + 16 }}
        aria-label="Position in the tape"
        aria-valuetext={`${names.full(cursor)} of ${names.short(domain[1])}`}
        min={domain[0]}
        max={domain[1]}
        step="any"
        value={cursor}
        onKeyDown={onKeyDown}
        onChange={(event) => onSeek(Math.round(event.target.valueAsNumber))}
      />
      <svg className={styles.layer} width={size.width} height="100%" aria-hidden="true">
        <path className={scrubberStyles.rest} d={`M${frame.left} ${y}H${x(ready ?? domain[1])}`} />
        {ready === undefined || ready >= domain[1] ? null : <path className={scrubberStyles.pending} d={`M${x(ready)} ${y}H${frame.right}`} />}
        <path className={scrubberStyles.played} d={`M${frame.left} ${y}H${x(cursor)}`} />
        {events.map((event) => (
          <path
            key={`${event.tick}-${event.label}`}
            className={event.tone === 'ink' ? scrubberStyles.inkEvent : scrubberStyles.event}
            d={`M${x(event.tick) + (event.tick === domain[0] ? 1 : 0)} ${y - (event.tone === 'ink' ? 5 : 7)}v${event.tone === 'ink' ? 10 : 14}`}
          />
        ))}
        {bookmarks.map((tick) => <path key={tick} className={scrubberStyles.bookmark} d={`M${x(tick) - 4} ${y - 17}h8v9l-4 -3l-4 3z`} />)}
        {labelled.map(({ event, labelX }) => <EventLabel key={`${event.tick}-${event.label}`} event={event} x={labelX} />)}
        {hover === null ? null : <path className={styles.hover} d={`M${Math.floor(x(hover)) + 0.5} ${y - 12}v24`} />}
        <circle className={scrubberStyles.ring} cx={x(cursor)} cy={y} r={10} />
        <circle className={scrubberStyles.handle} cx={x(cursor)} cy={y} r={7} />
      </svg>
    </div>
  )
}

function EventLabel({ event, x }: { readonly event: ScrubberEvent; readonly x: number }) {
  return (
    <text x={x} y={45}>
      {event.account === undefined ? null : <tspan className={classNames(styles[event.account], styles.strong)}>{accountLetters[event.account]}</tspan>}
      <tspan className={event.account === undefined ? undefined : styles.label} dx={event.account === undefined ? 0 : 4}>{event.label}</tspan>
    </text>
  )
}

type Track = { readonly left: number; readonly right: number; readonly width: number }

/** Labels that have room, from the first on; the others keep their tick alone. */
function labelledEvents(events: readonly ScrubberEvent[], domain: TickDomain, track: Track) {
  let free = -Infinity
  return [...events].sort((a, b) => a.tick - b.tick).flatMap((event) => {
    const x = tickToX(event.tick, domain, track)
    const size = textWidth(event.label, 11) + (event.account === undefined ? 0 : 12)
    const labelX = Math.min(event.tick === domain[0] ? x : x - 3, track.width - size)
    if (labelX < free) return []
    free = labelX + size + 8
    return [{ event, labelX }]
  })
}

/** Whole bars by arrow, ten by page, events with Shift. */
function keyTarget(event: KeyboardEvent, cursor: number, domain: TickDomain, events: readonly ScrubberEvent[]): number | undefined {
  const within = (tick: number): number => Math.max(domain[0], Math.min(domain[1], tick))
  const ticks = events.map(({ tick }) => tick)
  switch (event.key) {
    case 'ArrowRight': case 'ArrowUp':
      return event.shiftKey ? within(Math.min(domain[1], ...ticks.filter((tick) => tick > cursor))) : within(Math.floor(cursor) + 1)
    case 'ArrowLeft': case 'ArrowDown':
      return event.shiftKey ? within(Math.max(domain[0], ...ticks.filter((tick) => tick < cursor))) : within(Math.ceil(cursor) - 1)
    case 'PageUp': return within(Math.floor(cursor) + 10)
    case 'PageDown': return within(Math.ceil(cursor) - 10)
    case 'Home': return domain[0]
    case 'End': return domain[1]
    default: return undefined
  }
}
