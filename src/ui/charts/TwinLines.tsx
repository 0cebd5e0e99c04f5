import { memo, useMemo } from 'react'
import { Area, ComposedChart, ReferenceLine, XAxis, YAxis } from 'recharts'
import { leadBands, type TwinRow } from './leadBands.ts'
import type { PlotFrame, TickDomain, ValueRange } from './plotFrame.ts'

export type TwinLinesProps = {
  readonly rows: readonly TwinRow[]
  readonly domain: TickDomain
  readonly range: ValueRange
  readonly frame: PlotFrame
  readonly start: number
}

const still = { isAnimationActive: false, dot: false, activeDot: false, type: 'linear' } as const
// Areas without a fill: Recharts' Line measures its whole path at every render, a tenth of the frame at 300 points.
const line = { ...still, fill: 'none', strokeLinejoin: 'round' } as const
const band = { ...still, stroke: 'none', fillOpacity: 1, connectNulls: false } as const

/** The two lines, the area between them in the leader's colour, and the account as set where it differs. */
export const TwinLines = memo(function TwinLines({ rows, domain, range, frame, start }: TwinLinesProps) {
  const data = useMemo(() => [...leadBands(rows)], [rows])
  const margin = { left: frame.left, right: frame.width - frame.right, top: frame.top, bottom: frame.height - frame.bottom }
  return (
    <ComposedChart width={frame.width} height={frame.height} margin={margin} data={data} accessibilityLayer={false}>
      <XAxis hide type="number" dataKey="tick" domain={[...domain]} />
      <YAxis hide type="number" domain={[...range]} />
      <Area {...band} dataKey="crossLead" fill="var(--area-cross)" />
      <Area {...band} dataKey="isoLead" fill="var(--area-iso)" />
      <ReferenceLine y={start} stroke="var(--text-3)" strokeDasharray="2 3" shapeRendering="crispEdges" />
      {/* Neither of the twins' dashes: it is told by its own and by its name. */}
      <Area {...line} dataKey="other" stroke="var(--text)" strokeWidth={2} strokeDasharray="8 3 2 3" />
      <Area {...line} dataKey="yours" stroke="var(--yours)" strokeWidth={1.5} />
      <Area {...line} dataKey="cross" stroke="var(--cross)" strokeWidth={2} strokeDasharray="6 4" />
      <Area {...line} dataKey="iso" stroke="var(--iso)" strokeWidth={2} />
    </ComposedChart>
  )
})
