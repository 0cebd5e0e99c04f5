import type { ReactNode } from 'react'
import type { PlotFrame } from './plotFrame.ts'

/** Keeps lines between the top and the bottom of the plot; coordinates stay those of the chart. */
export function PlotClip({ frame, children }: { readonly frame: PlotFrame; readonly children: ReactNode }) {
  const top = frame.top - 9
  const height = frame.bottom - top
  return (
    <svg x={frame.left} y={top} width={frame.width} height={height} viewBox={`${frame.left} ${top} ${frame.width} ${height}`}>
      {children}
    </svg>
  )
}
