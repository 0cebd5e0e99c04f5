import { memo } from 'react'
import { classNames } from '../theme/classNames.ts'
import { EventCross } from './EventCross.tsx'
import styles from './chart.module.css'
import type { Lane, LaneCell } from './lane.ts'
import laneStyles from './FirewallLanes.module.css'
import { crossTop, HALF, isoTop, laneName } from './laneGeometry.ts'
import { tickToX, type PlotFrame, type TickDomain } from './plotFrame.ts'

export type LaneRowProps = {
  readonly lane: Lane
  readonly index: number
  readonly domain: TickDomain
  readonly frame: PlotFrame
  readonly hatchId: string
  readonly letters: readonly [string, string]
}

/** One position: isolated above, cross below, each with its own story. */
export const LaneRow = memo(function LaneRow({ lane, index, domain, frame, hatchId, letters }: LaneRowProps) {
  const isNarrow = frame.width < 640
  const halves = [
    { half: 'top', account: lane.modes?.[0] ?? 'iso', letter: letters[0], y: isoTop(index), cells: lane.iso, end: lane.isoEnd, flood: lane.isoFlood },
    { half: 'bottom', account: lane.modes?.[1] ?? 'cross', letter: letters[1], y: crossTop(index), cells: lane.cross, end: lane.crossEnd, flood: lane.crossFlood },
  ] as const
  const name = laneName(lane.label, lane.side, frame.left - 18)
  const endX = frame.right + (isNarrow ? 8 : 12)
  return (
    <g>
      <text className={classNames(styles.ink, name.size === 13 && styles.body)} x={16} y={isoTop(index) + 17}>
        {name.label}
        {name.side === undefined ? null : <tspan className={laneStyles.side} dx={5}>{name.side}</tspan>}
      </text>
      {halves.map(({ half, account, letter, y, cells, end, flood }) => (
        <g key={half}>
          {cells.map((cell) => <Cell key={cell.from} cell={cell} account={account} y={y} domain={domain} frame={frame} hatchId={hatchId} />)}
          {flood === undefined ? null : <EventCross x={tickToX(flood, domain, frame)} y={y + HALF / 2} radius={3.5} isSquare />}
          <text className={classNames(styles[account], styles.strong)} x={endX} y={y + 10}>{letter}</text>
          <text data-name="" className={styles.label} x={endX + (isNarrow ? 12 : 14)} y={y + 10}>{isNarrow ? end.replace('closed at', 'bar') : end}</text>
        </g>
      ))}
    </g>
  )
})

type CellProps = Pick<LaneRowProps, 'domain' | 'frame' | 'hatchId'> & {
  readonly cell: LaneCell
  readonly account: 'iso' | 'cross'
  readonly y: number
}

function Cell({ cell, account, y, domain, frame, hatchId }: CellProps) {
  const x = tickToX(cell.from, domain, frame)
  const width = Math.max(0.5, tickToX(cell.to, domain, frame) - x)
  if (cell.level === 'closed') {
    return width < 2 ? null : <rect className={laneStyles.closed} x={x + 0.5} y={y + 0.5} width={width - 1} height={HALF - 1} />
  }
  return (
    <>
      <rect className={laneStyles[`${account}${cell.level}`]} x={x} y={y} width={width} height={HALF} />
      {cell.level === 4 ? <rect fill={`url(#${hatchId})`} x={x} y={y} width={width} height={HALF} /> : null}
    </>
  )
}

export function HatchPattern({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width={4} height={4} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className={laneStyles.hatch} d="M0 0V4" />
      </pattern>
    </defs>
  )
}
