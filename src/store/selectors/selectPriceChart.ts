import type { ChartData, PriceLines } from '../../workers/run/ChartData.ts'
import type { Twin } from '../../workers/run/Frame.ts'
import type { AppState } from '../AppState.ts'
import type { PriceChart, PriceLine, PriceMark } from './rows/PriceChart.ts'
import { perChart } from './perChart.ts'
import { TWIN_ORDER } from './twinOrder.ts'

/** Everything the price chart draws of the selected instrument, up to the cursor. */
export const selectPriceChart: (state: AppState) => PriceChart | undefined = perChart<PriceChart | undefined>((state, chart) => {
  const { prices } = chart
  return {
    instrument: prices.instrument,
    hasCandles: prices.hasCandles,
    bars: Array.from(prices.ticks, (tick, i) => ({
      tick,
      time: prices.times[i] ?? 0,
      open: prices.open[i] ?? 0,
      high: prices.high[i] ?? 0,
      low: prices.low[i] ?? 0,
      close: prices.close[i] ?? 0,
    })),
    trigger: triggerOf(prices),
    lines: chart.lines.flatMap((lines) => linesOf(chart, lines)),
    fills: marksOf(chart, state.view.events),
  }
}, undefined)

function triggerOf({ ticks, trigger }: ChartData['prices']): PriceChart['trigger'] {
  if (trigger === undefined) return undefined
  const { kind, low, high, close } = trigger
  return { kind, bars: Array.from(ticks, (tick, i) => ({ tick, low: low[i] ?? 0, high: high[i] ?? 0, close: close[i] ?? 0 })) }
}

function linesOf(chart: ChartData, lines: PriceLines): readonly PriceLine[] {
  return (['entry', 'liquidation', 'bankruptcy'] as const).flatMap((type): readonly PriceLine[] => {
    const values = lines[type]
    const points = Array.from(chart.ticks, (tick, i) => {
      const value = values[i]
      return { tick, time: chart.times[i] ?? 0, price: value === undefined || Number.isNaN(value) ? undefined : value }
    })
    if (points.every((point) => point.price === undefined)) return []
    return [{ type, twin: lines.twin, leg: lines.leg, points, isLive: points.at(-1)?.price !== undefined }]
  })
}

function marksOf(chart: ChartData, events: AppState['view']['events']): readonly PriceMark[] {
  const marks = new Map<string, PriceMark>()
  for (const twin of TWIN_ORDER) {
    for (const event of events[twin].list.slice(0, events[twin].visible)) {
      if (event.tick > chart.tick || !('instrument' in event) || event.instrument !== chart.prices.instrument) continue
      if (event.type !== 'filled' && event.type !== 'position-liquidated') continue
      const type = event.type === 'position-liquidated' ? 'liquidation' : event.qty.startsWith('-') ? 'sell' : 'buy'
      const key = `${type}:${event.leg}:${String(event.at)}:${event.price}`
      const known = marks.get(key)
      const at = { twins: [...(known?.twins ?? []), twin], tick: placeOf(chart, { twin, leg: event.leg, tick: event.tick, type }) }
      marks.set(key, known === undefined ? { key, type, time: event.at, price: Number(event.price), leg: event.leg, seq: event.seq, ...at } : { ...known, twins: at.twins })
    }
  }
  return [...marks.values()]
}

function placeOf(chart: ChartData, of: { readonly twin: Twin; readonly leg: string; readonly tick: number; readonly type: PriceMark['type'] }): number {
  if (of.type !== 'liquidation') return of.tick
  const lane = chart.lanes.find((each) => each.twin === of.twin && each.leg === of.leg)
  return lane?.liquidations.find((each) => each.tick === of.tick)?.at ?? of.tick
}
