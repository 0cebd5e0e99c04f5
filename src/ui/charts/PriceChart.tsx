import { useId, useMemo, useState, type ReactNode } from 'react'
import type { PriceBar } from './aggregateBars.ts'
import styles from './chart.module.css'
import { ChartDataTable } from './ChartDataTable.tsx'
import { ChartHeader, type ChartHeaderProps } from './ChartHeader.tsx'
import type { SharedCursor } from './PlotInput.tsx'
import priceStyles from './PriceChart.module.css'
import type { PriceHandle } from './PriceHandle.ts'
import { PriceLegend } from './PriceLegend.tsx'
import { PricePlot } from './PricePlot.tsx'
import type { LastPrice, PriceFill, PriceLevel, PriceMark, TriggerLine } from './priceScene.ts'
import { priceColumns, priceSummary, priceTableRows } from './priceWords.ts'
import { barNames, type TickNames } from './tickNames.ts'
import { useSize } from './useSize.ts'
import { classNames } from '../theme/classNames.ts'

export type PriceChartProps = SharedCursor & Pick<ChartHeaderProps, 'lead' | 'readout' | 'note'> & {
  readonly label: string
  /** Closes only: a line. Otherwise candles, whose code is loaded when they are first shown. */
  readonly kind: 'line' | 'candles'
  /** Up to the cursor. Any number: they are joined to what the plot can show. */
  readonly bars: readonly PriceBar[]
  readonly levels: readonly PriceLevel[]
  readonly fills: readonly PriceFill[]
  readonly marks: readonly PriceMark[]
  /** Prices that can be moved on the chart; their code is loaded when there are any. */
  readonly handles?: readonly PriceHandle[] | undefined
  /** Another price of the same market, drawn thin beside the bars: the one that liquidates, where it is not theirs. */
  readonly trigger?: TriggerLine | undefined
  readonly formatPrice: (price: number) => string
  /** Exact text of the last price, in the right gutter. */
  readonly last?: LastPrice | undefined
  /** Tools of the chart, before its legend. */
  readonly tools?: ReactNode
  /** The key under which the price at a tick is explained. */
  readonly figureAt?: ((tick: number) => string | undefined) | undefined
  readonly names?: TickNames
  /** Pixels of the plot; fills its parent when absent. */
  readonly height?: number
}

export function PriceChart({
  lead, readout, note, label, kind, bars, levels, fills, marks, handles, trigger, formatPrice, last, tools, figureAt, names = barNames, height, ...shared
}: PriceChartProps) {
  const [isTable, setIsTable] = useState(false)
  const [ref, size] = useSize<HTMLDivElement>()
  const titleId = useId()
  const story = useMemo(() => ({ bars, levels, fills, marks, trigger }), [bars, levels, fills, marks, trigger])
  const summary = useMemo(() => priceSummary(story, { formatPrice, names }), [story, formatPrice, names])
  return (
    <section data-chart className={classNames(styles.chart, height === undefined && styles.fill)} aria-labelledby={titleId}>
      <h2 id={titleId} className="visually-hidden">{label}</h2>
      <div className={lead === undefined ? undefined : priceStyles.tabbed}>
        <ChartHeader
          lead={lead}
          note={note ?? label}
          {...(readout === undefined ? {} : { readout })}
          end={<><PriceLegend hasCandles={kind === 'candles'} trigger={trigger?.name} />{tools}</>}
          isTable={isTable}
          onToggleTable={() => setIsTable(!isTable)}
        />
      </div>
      <p className="visually-hidden">{summary}</p>
      <div ref={ref} className={styles.plot} style={height === undefined ? undefined : { height, flex: 'none' }} hidden={isTable}>
        {size.width === 0 || size.height === 0 ? null : (
          <PricePlot
            {...shared}
            label={label}
            kind={kind}
            story={story}
            handles={handles}
            formatPrice={formatPrice}
            last={last}
            figureAt={figureAt}
            names={names}
            size={size}
          />
        )}
      </div>
      {isTable ? <ChartDataTable caption={label} columns={priceColumns(story)} rows={priceTableRows(story, { formatPrice, names })} /> : null}
    </section>
  )
}
