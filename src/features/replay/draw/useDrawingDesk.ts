import { useEffect, useMemo, useState } from 'react'
import { Decimal } from '../../../engine/index.ts'
import type { NewLine } from '../../../store/DrawActions.ts'
import { drawnAfter, lineFrom } from '../../../store/draw/drawnOnto.ts'
import { selectPriceChart } from '../../../store/selectors/selectPriceChart.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import type { EditorLine } from '../../../ui/charts/draw/DrawEditor.tsx'
import type { DrawPath, Snap } from '../../../ui/charts/draw/drawnPath.ts'
import { useDrawnPaths, type DrawnLines } from '../../../ui/charts/draw/useDrawnPaths.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import type { Wish } from './useOutlook.ts'

/** What the price does after its last point. */
export type After = 'flat' | 'before'

export interface Market {
  readonly symbol: string
  readonly base: string
  readonly tickSize: string
}

export interface DrawingDesk {
  readonly markets: readonly Market[]
  readonly line: EditorLine | undefined
  readonly drawn: DrawnLines
  /** Lines as they would be put in place; empty where nothing is drawn. */
  readonly lines: readonly NewLine[]
  /** With nothing drawn: who stands where now. */
  readonly wish: Wish | undefined
  readonly after: After
  readonly setAfter: (after: After) => void
}

const NO_MARKETS: readonly Market[] = []
const NOTHING: DrawPath = []

/** The drawing over the open scenario: its markets, where their lines begin, and what was drawn. */
export function useDrawingDesk(): DrawingDesk {
  const format = useFormat()
  const tick = useAppStore((state) => state.view.frame?.tick ?? state.playback.tick)
  const { lastTick, isPlaying } = useAppStore((state) => state.playback)
  const marks = useAppStore((state) => state.view.frame?.marks)
  const selected = useAppStore((state) => state.selection.instrument)
  const chart = useAppStore(selectPriceChart)
  const tape = useAppStore((state) => state.scenario.document?.tape)
  const markets = useAppStore((state) => state.scenario.info?.instruments) ?? NO_MARKETS
  const [after, setAfter] = useState<After>('flat')
  const kept = useAppStore((state) => state.drawnSoFar)
  const { keepDrawn } = useAppStore((state) => state.actions)
  const [before] = useState(kept)
  const drawn = useDrawnPaths(() => before ?? Object.fromEntries(markets.map(({ symbol, tickSize }) => [symbol, tape === undefined ? NOTHING : drawnAfter(tape, symbol, [tick, Number(marks?.[symbol] ?? 0)], snapOf(tickSize))])), before !== undefined)
  const { paths, isTouched, isDragged } = drawn
  useEffect(() => {
    if (isTouched && !isDragged) keepDrawn(paths)
  }, [isTouched, isDragged, paths, keepDrawn])
  const lines = useMemo(
    () =>
      markets.flatMap(({ symbol, tickSize }): readonly NewLine[] => {
        const path = (drawn.paths[symbol] ?? NOTHING).filter(([at]) => at > tick)
        const mark = marks?.[symbol]
        if (path.length === 0 || mark === undefined) return []
        const points = lineFrom([tick, Number(mark)], path, { snap: snapOf(tickSize), until: after === 'flat' ? lastTick : undefined })
        return [{ symbol, decimals: new Decimal(tickSize).decimalPlaces(), points }]
      }),
    [markets, drawn.paths, marks, tick, after, lastTick],
  )
  const until = Math.max(...Object.values(drawn.paths).map((path) => path.at(-1)?.[0] ?? 0))
  const wish = useMemo(() => (isPlaying ? undefined : { tick, until: lines.length === 0 ? tick : Math.max(tick, until), lines }), [lines, isPlaying, until, tick])
  const market = markets.find(({ symbol }) => symbol === selected)
  const mark = marks?.[selected]
  const line = useMemo((): EditorLine | undefined => {
    if (market === undefined || mark === undefined) return undefined
    const { symbol, tickSize } = market
    const start = Number(mark)
    return {
      id: symbol,
      name: symbol,
      anchor: [tick, start],
      last: lastTick,
      past: chart?.instrument === symbol ? chart.bars : [],
      snap: snapOf(tickSize),
      fine: Number(tickSize),
      format: (price) => format.price(price, { tickSize }),
      describe: (price) => `${format.price(price, { tickSize })}, ${format.percent(start === 0 ? 0 : (price - start) / Math.abs(start), { signed: true })}`,
    }
  }, [market, mark, tick, lastTick, chart, format])
  const trimmed = useMemo(() => ({ ...drawn, paths: Object.fromEntries(Object.entries(drawn.paths).map(([name, path]) => [name, path.filter(([at]) => at > tick)])) }), [drawn, tick])
  return { markets, line, drawn: trimmed, lines, wish, after, setAfter }
}

/** To the tick size, one tick at least. */
export function snapOf(tickSize: string): Snap {
  return (price) => Number(Decimal.max(new Decimal(String(price)).div(tickSize).toDecimalPlaces(0).times(tickSize), tickSize).toFixed())
}
