import { lazy, Suspense, useMemo } from 'react'
import { aggregateBars } from './aggregateBars.ts'
import styles from './chart.module.css'
import { CursorLines } from './CursorLines.tsx'
import { EventCross } from './EventCross.tsx'
import { EventLines } from './EventLines.tsx'
import { valueAt } from './interpolate.ts'
import type { Polyline } from './placeBlocks.ts'
import { PlotClip } from './PlotClip.tsx'
import { plotFrame, tickToX, valueToY } from './plotFrame.ts'
import { PlotInput, type SharedCursor } from './PlotInput.tsx'
import type { PriceHandle } from './PriceHandle.ts'
import { PriceFills, PriceLevels } from './PriceLevels.tsx'
import { EdgeWords, LastPricePill, PriceWords, ReadPrice } from './PriceLabels.tsx'
import priceStyles from './PriceChart.module.css'
import { handleLevels, priceScene, triggerPoints, type LastPrice } from './priceScene.ts'
import { placePriceWords, type PriceStory } from './priceWords.ts'
import type { TickNames } from './tickNames.ts'
import { TimeAxis } from './TimeAxis.tsx'
import type { MeasuredSize } from './useSize.ts'
import { ValueAxis } from './ValueAxis.tsx'

const PriceHandles = lazy(async () => ({ default: (await import('./PriceHandles.tsx')).PriceHandles }))
const CandleLayer = lazy(async () => ({ default: (await import('./CandleLayer.tsx')).CandleLayer }))

type PricePlotProps = SharedCursor & {
  readonly label: string
  readonly kind: 'line' | 'candles'
  readonly story: PriceStory
  readonly handles: readonly PriceHandle[] | undefined
  readonly formatPrice: (price: number) => string
  readonly last: LastPrice | undefined
  /** The key under which the price at a tick is explained. */
  readonly figureAt: ((tick: number) => string | undefined) | undefined
  readonly names: TickNames
  readonly size: MeasuredSize
}

export function PricePlot({ label, kind, story, handles, formatPrice, last, figureAt, names, size, ...shared }: PricePlotProps) {
  const { bars, levels, fills, marks, trigger } = story
  const { domain, cursor, hover } = shared
  const frame = useMemo(() => plotFrame(size.width, size.height, { top: 17, bottom: 20 }), [size.width, size.height])
  // A candle needs two pixels to be one; a line needs no more points than pixels.
  const slots = useMemo(
    () => aggregateBars(bars, domain, Math.floor((frame.right - frame.left) / (kind === 'candles' ? 3 : 1))),
    [bars, domain, frame, kind],
  )
  const scene = useMemo(() => priceScene([...slots.bars, ...(trigger?.bars ?? [])], [...levels, ...handleLevels(handles)], Math.max(2, Math.round((frame.bottom - frame.top) / 19))), [slots, levels, handles, trigger, frame])
  const { range, values } = scene.axis
  const closes = useMemo(
    (): Polyline => slots.bars.map((bar) => [tickToX(bar.tick, domain, frame), valueToY(bar.close, range, frame)] as const),
    [slots, domain, frame, range],
  )
  const words = useMemo(
    () => placePriceWords({ levels, marks, closes, frame, domain, range }),
    [levels, marks, closes, frame, domain, range],
  )
  const beside = useMemo(
    () => (trigger === undefined ? undefined : triggerPoints(trigger).map(({ tick, price }) => `${tickToX(tick, domain, frame)},${valueToY(price, range, frame)}`).join(' ')),
    [trigger, domain, frame, range],
  )
  const crosses = marks.map((mark) => ({ id: mark.id, x: tickToX(mark.tick, domain, frame), y: valueToY(mark.price, range, frame) }))
  const at = hover ?? cursor
  const read = valueAt(slots.bars, (bar) => bar.close, at)
  const end = slots.bars.at(-1)
  const scale = { frame, domain, range }
  return (
    <>
      <svg className={styles.layer} width={size.width} height={size.height} aria-hidden="true">
        <ValueAxis frame={frame} range={range} values={values} format={formatPrice} />
        <TimeAxis frame={frame} domain={domain} names={names} y={frame.bottom + 14} />
        <EventLines marks={crosses} top={frame.top - 9} bottom={frame.bottom} />
      </svg>
      {kind === 'candles' ? <Suspense fallback={null}><CandleLayer slots={slots} {...scale} /></Suspense> : null}
      <svg className={styles.layer} width={size.width} height={size.height} aria-hidden="true">
        <PlotClip frame={frame}>
          <PriceLevels levels={levels} {...scale} />
          {beside === undefined ? null : <polyline className={priceStyles.trigger} points={beside} />}
          {kind === 'line' ? <polyline className={priceStyles.close} points={closes.map((point) => point.join(',')).join(' ')} /> : null}
        </PlotClip>
        <PriceFills fills={fills} {...scale} />
        <CursorLines frame={frame} domain={domain} cursor={cursor} hover={hover} top={frame.top - 9} bottom={frame.bottom} />
        {crosses.map((cross) => <EventCross key={cross.id} x={cross.x} y={cross.y} radius={3.5} />)}
        <PriceWords words={words} />
        <EdgeWords above={scene.above} below={scene.below} frame={frame} formatPrice={formatPrice} />
        {hover === null || read === null ? null : (
          <ReadPrice x={tickToX(hover, domain, frame)} y={valueToY(read, range, frame)} text={formatPrice(read)} figure={figureAt?.(hover)} frame={frame} />
        )}
        {last === undefined || end === undefined ? null : <LastPricePill last={last} y={valueToY(end.close, range, frame)} frame={frame} />}
      </svg>
      <PlotInput
        {...shared}
        frame={frame}
        label={`${label}: cursor`}
        valueText={[names.full(at), read === null ? 'no price' : formatPrice(read)].join(', ')}
        stops={slots.bars}
      />
      {handles === undefined || handles.length === 0 ? null : <Suspense fallback={null}><PriceHandles handles={handles} frame={frame} range={range} /></Suspense>}
    </>
  )
}
