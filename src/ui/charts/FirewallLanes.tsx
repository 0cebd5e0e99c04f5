import { useId, useMemo, useState, type ReactNode } from 'react'
import styles from './chart.module.css'
import { ChartDataTable } from './ChartDataTable.tsx'
import { ChartHeader } from './ChartHeader.tsx'
import { CursorLines } from './CursorLines.tsx'
import laneStyles from './FirewallLanes.module.css'
import { TWIN_HALVES, type Lane, type LaneHalves, type LaneLink } from './lane.ts'
import { HatchPattern, LaneRow } from './LaneRow.tsx'
import { lanesHeight } from './laneGeometry.ts'
import { LaneLegend } from './LaneLegend.tsx'
import { LaneLinks } from './LaneLinks.tsx'
import { laneColumns, laneReading, laneSummary, laneTableRows } from './laneWords.ts'
import { plotFrame } from './plotFrame.ts'
import { PlotInput, type SharedCursor } from './PlotInput.tsx'
import { barNames, type TickNames } from './tickNames.ts'
import { TimeAxis } from './TimeAxis.tsx'
import { useSize } from './useSize.ts'

export type FirewallLanesProps = SharedCursor & {
  readonly lanes: readonly Lane[]
  readonly links: readonly LaneLink[]
  readonly title?: string
  readonly note?: ReactNode
  /** What the halves are, where they are not the twins. */
  readonly halves?: LaneHalves | undefined
  readonly names?: TickNames
  /** Taller than this, the lanes scroll above their axis. */
  readonly maxHeight?: number
}

const AXIS = 19

export function FirewallLanes({
  lanes, links, title = 'Firewall lanes', note = 'Margin ratio: MM ÷ margin balance, liquidated at 100%', names = barNames, maxHeight, halves, ...shared
}: FirewallLanesProps) {
  const [isTable, setIsTable] = useState(false)
  const [ref, size] = useSize<HTMLDivElement>()
  const titleId = useId()
  const hatchId = useId()
  const { domain, cursor, hover } = shared
  const height = lanesHeight(lanes.length)
  const frame = useMemo(() => plotFrame(size.width, height, { top: 0, bottom: 0 }), [size.width, height])
  const order = useMemo(() => new Map(lanes.map((lane, index) => [lane.id, index])), [lanes])
  const axisFrame = { ...frame, height: AXIS, bottom: 0 }
  return (
    <section data-chart className={styles.chart} aria-labelledby={titleId}>
      <ChartHeader
        title={title}
        titleId={titleId}
        note={note}
        shortNote="margin ratio"
        end={<LaneLegend />}
        isTable={isTable}
        onToggleTable={() => setIsTable(!isTable)}
      />
      <p className="visually-hidden">{laneSummary(lanes, links, { cursor, names, ...(halves === undefined ? {} : { halves: halves.names }) })}</p>
      <div ref={ref} hidden={isTable}>
        {size.width === 0 ? null : (
          <>
            <div className={laneStyles.scroll} style={{ maxHeight }}>
              <div className={styles.plot} style={{ height }}>
                <svg className={styles.layer} width={size.width} height={height} aria-hidden="true">
                  <HatchPattern id={hatchId} />
                  {lanes.map((lane, index) => (
                    <LaneRow key={lane.id} lane={lane} index={index} domain={domain} frame={frame} hatchId={hatchId} letters={halves?.letters ?? TWIN_HALVES.letters} />
                  ))}
                  <LaneLinks links={links} order={order} domain={domain} frame={frame} />
                  <CursorLines frame={frame} domain={domain} cursor={cursor} hover={hover} top={0} bottom={height} />
                </svg>
                <PlotInput {...shared} frame={frame} label={`${title}: cursor`} valueText={laneReading(lanes, hover ?? cursor, names, halves?.names)} />
              </div>
            </div>
            <div className={styles.plot} style={{ height: AXIS }}>
              <svg className={styles.layer} width={size.width} height={AXIS} aria-hidden="true">
                <TimeAxis frame={axisFrame} domain={domain} names={names} y={13} />
                <CursorLines frame={axisFrame} domain={domain} cursor={domain[1]} hover={hover} top={0} bottom={1} pill={{ y: 14, name: names.short }} />
              </svg>
            </div>
          </>
        )}
      </div>
      {isTable ? <ChartDataTable caption={title} columns={laneColumns} rows={laneTableRows(lanes, names, halves?.names)} /> : null}
    </section>
  )
}
