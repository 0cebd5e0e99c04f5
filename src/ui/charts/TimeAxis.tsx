import { memo } from 'react'
import styles from './chart.module.css'
import { axisTicks } from './niceTicks.ts'
import { tickToX, type PlotFrame, type TickDomain } from './plotFrame.ts'
import type { TickNames } from './tickNames.ts'

export type TimeAxisProps = {
  readonly frame: PlotFrame
  readonly domain: TickDomain
  readonly names: TickNames
  /** Baseline of the words. */
  readonly y: number
  /** Room a label needs. */
  readonly minGap?: number
}

export const TimeAxis = memo(function TimeAxis({ frame, domain, names, y, minGap }: TimeAxisProps) {
  const gap = minGap ?? Math.max(72, names.axis(domain[1], false).length * 9)
  const ticks = axisTicks(domain, frame.right - frame.left, gap)
  const anchor = (index: number): 'start' | 'middle' | 'end' =>
    index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle'
  return (
    <g data-axis="">
      <path className={styles.axis} d={`M${frame.left} ${Math.floor(frame.bottom) + 0.5}H${frame.right}`} />
      {ticks.map((tick, index) => (
        <text key={tick} x={tickToX(tick, domain, frame)} y={y} textAnchor={anchor(index)}>{names.axis(tick, index === 0)}</text>
      ))}
    </g>
  )
})
