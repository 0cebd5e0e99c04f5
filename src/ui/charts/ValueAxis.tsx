import { memo } from 'react'
import styles from './chart.module.css'
import { valueToY, type PlotFrame, type ValueRange } from './plotFrame.ts'

export type ValueAxisProps = {
  readonly frame: PlotFrame
  readonly range: ValueRange
  readonly values: readonly number[]
  readonly format: (value: number) => string
  readonly hasBaseline?: boolean
}

/** Horizontal hairlines with their values in the left gutter. */
export const ValueAxis = memo(function ValueAxis({ frame, range, values, format, hasBaseline = false }: ValueAxisProps) {
  const gap = frame.width < 640 ? 6 : 8
  return (
    <g data-axis="">
      {values.map((value) => {
        const y = valueToY(value, range, frame)
        const isBaseline = hasBaseline && value === range[0]
        return (
          <g key={value}>
            <path className={isBaseline ? styles.axis : styles.grid} d={`M${frame.left} ${Math.floor(y) + 0.5}H${frame.right}`} />
            <text className={styles.end} x={frame.left - gap} y={y + 4}>{format(value)}</text>
          </g>
        )
      })}
    </g>
  )
})
