import { lazy, Suspense, useMemo } from 'react'
import { useFormat } from '../format/FormatProvider.tsx'
import styles from './chart.module.css'
import { CursorLines } from './CursorLines.tsx'
import { EndLabels } from './EndLabels.tsx'
import type { EndLabel } from './endLabels.ts'
import { equityRange } from './equityRange.ts'
import { EventLines } from './EventLines.tsx'
import { EventMarks } from './EventMarks.tsx'
import { valueAt } from './interpolate.ts'
import { FigureSpans } from './FigureSpans.tsx'
import type { TwinRow } from './leadBands.ts'
import { NARROW_CHART, plotFrame, tickToX, valueToY, type PlotFrame, type TickDomain, type ValueRange } from './plotFrame.ts'
import { PlotInput, type SharedCursor } from './PlotInput.tsx'
import type { TickNames } from './tickNames.ts'
import { TimeAxis } from './TimeAxis.tsx'
import { equityReading, type EquityUnit, type EquityValues, type TwinMark } from './twinEquityWords.ts'
import type { MeasuredSize } from './useSize.ts'
import { useTwinWords } from './useTwinWords.ts'
import { ValueAxis } from './ValueAxis.tsx'

/** Axes, words and cursor do not wait for the chart library. */
const TwinLines = lazy(async () => ({ default: (await import('./TwinLines.tsx')).TwinLines }))

type TwinEquityPlotProps = SharedCursor & {
  readonly rows: readonly TwinRow[]
  readonly start: number
  readonly startFigure: string | undefined
  readonly marks: readonly TwinMark[]
  readonly unit: EquityUnit
  readonly endLabels: readonly EndLabel[]
  readonly names: TickNames
  readonly size: MeasuredSize
  readonly label: string
  readonly otherName: string | undefined
}

export function TwinEquityPlot({ rows, start, startFigure, marks, unit, endLabels, names, size, label, otherName, ...shared }: TwinEquityPlotProps) {
  const { domain, cursor, hover } = shared
  const format = useFormat()
  const isNarrow = size.width < NARROW_CHART
  const frame = useMemo(
    () => plotFrame(size.width, size.height, { top: isNarrow ? 26 : 23, bottom: isNarrow ? 22 : 6 }),
    [size.width, size.height, isNarrow],
  )
  const { range, values, step } = useMemo(
    () => equityRange(rows, start, Math.max(2, Math.round((frame.bottom - frame.top) / 45))),
    [rows, start, frame],
  )
  const first = startText(format.exact(start), names, domain, unit)
  const words = useTwinWords({ rows, start, marks, endLabels, frame, range, domain, cursor, startText: first })
  const axisText = (value: number): string => (unit === 'percent' ? `${format.exact(value)}%` : format.money(value, { decimals: step < 1 ? 2 : 0 }))
  const at = hover ?? cursor
  const reading = readingAt(rows, at)
  return (
    <>
      <svg className={styles.layer} width={size.width} height={size.height} aria-hidden="true">
        <ValueAxis frame={frame} range={range} values={values} format={axisText} hasBaseline />
        {/* Wide, the lanes under it have the axis; a picture of it alone needs its own. */}
        <g className={isNarrow ? undefined : styles.alone}><TimeAxis frame={frame} domain={domain} names={names} y={frame.bottom + 15} /></g>
        <EventLines marks={words.marks} top={frame.top - 9} bottom={frame.bottom + (isNarrow ? 0 : 6)} />
      </svg>
      <div className={styles.layer} aria-hidden="true">
        <Suspense fallback={null}>
          <TwinLines rows={rows} domain={domain} range={range} frame={frame} start={start} />
        </Suspense>
      </div>
      <svg className={styles.layer} width={size.width} height={size.height} aria-hidden="true">
        {words.start === undefined ? null : <text x={words.start.x} y={words.start.y + 10}><FigureSpans text={words.start.text} figures={startFigure === undefined ? [] : [{ text: format.exact(start), figure: startFigure }]} /></text>}
        <CursorLines frame={frame} domain={domain} cursor={cursor} hover={hover} top={frame.top - 9} bottom={frame.bottom + (isNarrow ? 0 : 6)} />
        <Dots reading={hover === null ? reading : readingAt(rows, cursor)} tick={cursor} frame={frame} range={range} domain={domain} />
        {hover === null ? null : <Dots reading={reading} tick={hover} frame={frame} range={range} domain={domain} />}
        <EventMarks marks={words.marks} blocks={words.blocks} titleSize={isNarrow ? 11 : 13} radius={4} />
        <EndLabels labels={words.endLabels} isNarrow={isNarrow} />
      </svg>
      <PlotInput {...shared} frame={frame} stops={rows} label={`${label}: cursor`} valueText={equityReading(at, reading, { unit, format, names }, otherName)} />
    </>
  )
}

type Reading = EquityValues

function readingAt(rows: readonly TwinRow[], tick: number): Reading {
  return {
    iso: valueAt(rows, (row) => row.iso, tick),
    cross: valueAt(rows, (row) => row.cross, tick),
    yours: valueAt(rows, (row) => row.yours, tick),
    other: valueAt(rows, (row) => row.other ?? null, tick),
  }
}

function startText(amount: string, names: TickNames, domain: TickDomain, unit: EquityUnit): string {
  return unit === 'percent' ? `100% at ${names.full(domain[0])}` : `Wallet ${amount} at ${names.full(domain[0])}`
}

type DotsProps = {
  readonly reading: Reading
  readonly tick: number
  readonly frame: PlotFrame
  readonly range: ValueRange
  readonly domain: TickDomain
}

function Dots({ reading, tick, frame, range, domain }: DotsProps) {
  const x = tickToX(tick, domain, frame)
  const dots = [['other', styles.dotOther], ['yours', styles.dotYours], ['cross', styles.dotCross], ['iso', styles.dotIso]] as const
  return dots.map(([key, className]) => {
    const value = reading[key]
    return value === null ? null : <circle key={key} className={className} cx={x} cy={valueToY(value, range, frame)} r={3.5} />
  })
}
