import { useId } from 'react'
import laneStyles from './FirewallLanes.module.css'
import { HatchPattern } from './LaneRow.tsx'

const steps = [['0', '0'], ['1', '10'], ['2', '25'], ['3', '50'], ['4', '80% and over']] as const

export function LaneLegend() {
  const hatchId = useId()
  return (
    <ul className={laneStyles.legend} aria-label="Shades of the margin ratio">
      {steps.map(([level, name]) => (
        <li key={level}>
          <svg width={22} height={10} aria-hidden="true">
            {level === '4' ? <HatchPattern id={hatchId} /> : null}
            <rect className={laneStyles[`iso${level}`]} width={11} height={10} />
            <rect className={laneStyles[`cross${level}`]} x={11} width={11} height={10} />
            {level === '4' ? <rect fill={`url(#${hatchId})`} width={22} height={10} /> : null}
          </svg>
          {name}
        </li>
      ))}
      <li>
        <svg width={22} height={10} aria-hidden="true"><rect className={laneStyles.closed} x={0.5} y={0.5} width={21} height={9} /></svg>
        closed
      </li>
    </ul>
  )
}
