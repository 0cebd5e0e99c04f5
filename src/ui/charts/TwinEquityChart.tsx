import { useId, useMemo, useState } from 'react'
import { useFormat } from '../format/FormatProvider.tsx'
import { SegmentedControl } from '../primitives/SegmentedControl.tsx'
import { classNames } from '../theme/classNames.ts'
import styles from './chart.module.css'
import { ChartDataTable } from './ChartDataTable.tsx'
import { ChartHeader, type ReadoutItem } from './ChartHeader.tsx'
import type { EndLabel } from './endLabels.ts'
import type { TwinRow } from './leadBands.ts'
import type { SharedCursor } from './PlotInput.tsx'
import { barNames, type TickNames } from './tickNames.ts'
import { TwinEquityPlot } from './TwinEquityPlot.tsx'
import { defaultEndLabels, equityColumns, equitySummary, equityTableRows, rowsInUnit, type EquityUnit, type TwinMark } from './twinEquityWords.ts'
import { useSize } from './useSize.ts'

export type TwinEquityChartProps = SharedCursor & {
  /** Up to the cursor, at most 300 and the events. */
  readonly rows: readonly TwinRow[]
  /** Wallet at the first tick. */
  readonly start: number
  /** The key under which that is explained. */
  readonly startFigure?: string | undefined
  readonly marks: readonly TwinMark[]
  readonly unit: EquityUnit
  readonly onUnitChange?: ((unit: EquityUnit) => void) | undefined
  /** Currency of the money unit: "USDT". */
  readonly currency?: string
  /** What the cursor reads, in exact text; on the title row. */
  readonly readout?: readonly ReadoutItem[]
  /** Exact text at the line ends; read off the last row when absent. */
  readonly endLabels?: readonly EndLabel[]
  /** What the other play is called, where one is compared. */
  readonly otherName?: string | undefined
  readonly names?: TickNames
  readonly title?: string
  /** Pixels of the plot; fills its parent when absent. */
  readonly height?: number
}

export function TwinEquityChart({
  rows, start, startFigure, marks, unit, onUnitChange, currency = 'USDT', readout = [], endLabels, otherName, names = barNames, title, height, ...cursor
}: TwinEquityChartProps) {
  const [isTable, setIsTable] = useState(false)
  const [plotRef, size] = useSize<HTMLDivElement>()
  const format = useFormat()
  const titleId = useId()
  const drawn = useMemo(() => rowsInUnit(rows, unit, start), [rows, unit, start])
  const drawnMarks = useMemo(
    () => (unit === 'money' ? marks : marks.map((mark) => ({ ...mark, value: (mark.value / start) * 100 }))),
    [marks, unit, start],
  )
  const labels = useMemo(() => endLabels ?? defaultEndLabels(drawn.at(-1), unit, format), [endLabels, drawn, unit, format])
  const wording = { unit, format, names }
  const heading = title ?? `Equity, ${unit === 'money' ? currency : '% of start'}`
  return (
    <section data-chart className={classNames(styles.chart, height === undefined && styles.fill)} aria-labelledby={titleId}>
      <ChartHeader
        title={heading}
        titleId={titleId}
        readout={readout}
        isTable={isTable}
        onToggleTable={() => setIsTable(!isTable)}
        end={onUnitChange === undefined ? null : <UnitSwitch currency={currency} unit={unit} onChange={onUnitChange} />}
      />
      <p className="visually-hidden">{equitySummary(drawn, marks, wording)}</p>
      <div ref={plotRef} className={styles.plot} style={height === undefined ? undefined : { height, flex: 'none' }} hidden={isTable}>
        {size.width === 0 || size.height === 0 ? null : (
          <TwinEquityPlot
            {...cursor}
            rows={drawn}
            start={unit === 'money' ? start : 100}
            startFigure={unit === 'money' ? startFigure : undefined}
            marks={drawnMarks}
            unit={unit}
            endLabels={labels}
            names={names}
            size={size}
            label={heading}
            otherName={otherName}
          />
        )}
      </div>
      {isTable ? <ChartDataTable caption={heading} columns={columnsWith(otherName)} rows={equityTableRows(drawn, marks, wording)} /> : null}
    </section>
  )
}

function columnsWith(otherName: string | undefined): readonly string[] {
  return otherName === undefined ? equityColumns : [...equityColumns, otherName]
}

type UnitSwitchProps = { readonly currency: string; readonly unit: EquityUnit; readonly onChange: (unit: EquityUnit) => void }

function UnitSwitch({ currency, unit, onChange }: UnitSwitchProps) {
  return (
    <SegmentedControl
      label="Unit"
      size="small"
      value={unit}
      onChange={onChange}
      options={[{ value: 'money', label: currency }, { value: 'percent', label: '%' }]}
    />
  )
}
