import { useEffect, useRef } from 'react'
import {
  CandlestickSeries, ColorType, CrosshairMode, createChart, type IChartApi, type ISeriesApi, type UTCTimestamp,
} from 'lightweight-charts'
import { useTokens } from '../theme/useTokens.ts'
import type { BarSlots } from './aggregateBars.ts'
import type { PlotFrame, TickDomain, ValueRange } from './plotFrame.ts'

export type CandleLayerProps = { readonly slots: BarSlots; readonly domain: TickDomain; readonly range: ValueRange; readonly frame: PlotFrame }

const NAMES = ['--profit', '--loss'] as const
const CLEAR = 'transparent'

type Candles = { readonly chart: IChartApi; readonly series: ISeriesApi<'Candlestick'> }

/**
 * Candles alone, on a canvas that is exactly the plot. Axes, lines, marks and cursor are the same SVG as in every other chart,
 * on the same scale: the library's own price scale is pinned to `range` and its slots to `domain`.
 */
export function CandleLayer({ slots, domain, range, frame }: CandleLayerProps) {
  const host = useRef<HTMLDivElement>(null)
  const candles = useRef<Candles>(null)
  const pinned = useRef(range)
  const tokens = useTokens(NAMES)
  const width = frame.right - frame.left
  const height = frame.bottom - frame.top

  useEffect(() => {
    if (host.current === null) return undefined
    const chart = createChart(host.current, plainOptions)
    const series = chart.addSeries(CandlestickSeries, {
      priceLineVisible: false,
      lastValueVisible: false,
      autoscaleInfoProvider: () => ({ priceRange: { minValue: pinned.current[0], maxValue: pinned.current[1] } }),
    })
    candles.current = { chart, series }
    return () => {
      candles.current = null
      chart.remove()
    }
  }, [])

  useEffect(() => {
    const { '--profit': up, '--loss': down } = tokens
    candles.current?.series.applyOptions({ upColor: up, downColor: down, borderUpColor: up, borderDownColor: down, wickUpColor: up, wickDownColor: down })
  }, [tokens])

  useEffect(() => {
    if (candles.current === null) return
    const { chart, series } = candles.current
    pinned.current = range
    chart.resize(width, height)
    series.setData(slotData(slots))
    const last = (domain[1] - domain[0]) / slots.ticksPerSlot
    // A slot is drawn in its middle: half a slot is cut off at both ends, so that slot 0 stands on the left edge.
    chart.timeScale().setVisibleLogicalRange({ from: 0.5, to: last - 0.5 })
  }, [slots, domain, range, width, height])

  return <div ref={host} style={{ position: 'absolute', left: frame.left, top: frame.top, width, height }} aria-hidden="true" />
}

/** Every slot of the domain, empty where nothing has been played, so that the scale does not move. */
function slotData({ bars, slotCount }: BarSlots) {
  const bySlot = new Map(bars.map((bar) => [bar.slot, bar]))
  return Array.from({ length: slotCount }, (_, slot) => {
    const bar = bySlot.get(slot)
    const time = slot as UTCTimestamp
    return bar === undefined ? { time } : { time, open: bar.open, high: bar.high, low: bar.low, close: bar.close }
  })
}

const plainOptions = {
  autoSize: false,
  layout: { background: { type: ColorType.Solid, color: CLEAR }, attributionLogo: false },
  grid: { vertLines: { visible: false }, horzLines: { visible: false } },
  leftPriceScale: { visible: false },
  rightPriceScale: { visible: false, scaleMargins: { top: 0, bottom: 0 } },
  // The hidden scale would still write its dates, 20 ms of Intl on the first tape.
  timeScale: { visible: false, tickMarkFormatter: () => '', minBarSpacing: 0.01, fixLeftEdge: false, fixRightEdge: false },
  crosshair: { mode: CrosshairMode.Hidden },
  handleScroll: false,
  handleScale: false,
}
