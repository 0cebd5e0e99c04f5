import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react'
import { figureTag } from '../../store/figures/figureTag.ts'
import { selectMarketStrip } from '../../store/selectors/selectMarketStrip.ts'
import { selectPriceChart } from '../../store/selectors/selectPriceChart.ts'
import type { PriceChart as PriceChartData, PriceLine, PriceMark as PriceMarkRow } from '../../store/selectors/rows/PriceChart.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import type { AccountKey } from '../../ui/charts/accountNames.ts'
import { PriceChart } from '../../ui/charts/PriceChart.tsx'
import type { PriceHandle } from '../../ui/charts/PriceHandle.ts'
import type { PriceFill, PriceLevel, PriceMark } from '../../ui/charts/priceScene.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { IconButton } from '../../ui/primitives/IconButton.tsx'
import { Skeleton } from '../../ui/primitives/Skeleton.tsx'
import { drawButtonWords } from './drawButtonWords.ts'
import { accountOf } from './markWords.ts'
import { useSharedCursor } from './useSharedCursor.ts'

const DrawPanel = lazy(async () => ({ default: (await import('./draw/DrawPanel.tsx')).DrawPanel }))
const TargetHandles = lazy(async () => ({ default: (await import('./TargetHandles.tsx')).TargetHandles }))

/** The price of the selected instrument with the levels of each account, or the drawing over it. */
export function PricePanel({ lead }: { readonly lead?: ReactNode }) {
  const isDrawing = useAppStore((state) => state.isDrawing && state.view.frame !== undefined)
  if (!isDrawing) return <Price lead={lead} />
  return <Suspense fallback={<Skeleton label={drawButtonWords.loading} height={168} lines={3} />}><DrawPanel /></Suspense>
}

function Price({ lead }: { readonly lead: ReactNode }) {
  const chart = useAppStore(selectPriceChart)
  const tickSize = useAppStore((state) => selectMarketStrip(state)?.tickSize)
  const first = useAppStore((state) => Number(state.scenario.info?.tape.firstMarks[selectPriceChart(state)?.instrument ?? ''] ?? 0))
  const format = useFormat()
  const cursor = useSharedCursor()
  const formatPrice = useMemo(() => (price: number) => format.price(price, { tickSize }), [format, tickSize])
  // Against the trader: a price that liquidates on the way down is rounded up. (product.md 4.1)
  const formatLevel = useMemo(() => (level: number, isBelow: boolean) => format.price(level, { tickSize, rounding: isBelow ? 'ceil' : 'floor' }), [format, tickSize])
  const selected = useAppStore((state) => state.selection.leg)
  const levels = useMemo(() => (chart === undefined ? [] : levelsOf(chart, formatLevel, selected)), [chart, formatLevel, selected])
  const fills = useMemo(() => (chart === undefined ? [] : fillsOf(chart.fills, formatPrice)), [chart, formatPrice])
  const marks = useMemo(() => (chart === undefined ? [] : marksOf(chart.fills, formatPrice)), [chart, formatPrice])
  const trigger = useMemo(() => (chart?.trigger === undefined ? undefined : { name: `${chart.trigger.kind === 'last' ? 'Last' : 'Index'} price`, bars: chart.trigger.bars }), [chart])
  const [handles, setHandles] = useState<readonly PriceHandle[] | undefined>(undefined)
  const isOpen = useAppStore((state) => (state.view.frame?.holdings.length ?? 0) > 0)
  const last = chart?.bars.at(-1)?.close
  if (chart === undefined || last === undefined) return null
  const change = first === 0 ? 0 : (last - first) / Math.abs(first)
  return (
    <>
      {isOpen ? <Suspense fallback={null}><TargetHandles onHandles={setHandles} /></Suspense> : null}
      <PriceChart
        {...(lead === undefined ? {} : { lead })}
        {...cursor}
        label={`${chart.instrument} ${chart.trigger === undefined ? 'price' : 'mark price'}`}
        kind={chart.hasCandles ? 'candles' : 'line'}
        bars={chart.bars}
        levels={levels}
        fills={fills}
        marks={marks}
        handles={handles}
        tools={<DrawButton />}
        {...(trigger === undefined ? {} : { trigger })}
        formatPrice={formatPrice}
        figureAt={(tick) => (Number.isInteger(tick) ? figureTag('market.mark', { instrument: chart.instrument, tick }) : undefined)}
        last={{
          figure: figureTag('market.mark', { instrument: chart.instrument }),
          changeFigure: figureTag('market.change', { instrument: chart.instrument }),
          text: formatPrice(last),
          // +300 % has no room for its decimals beside the axis.
          change: format.percent(change, { signed: true, decimals: Math.abs(change) >= 1 ? 0 : 2 }),
          ...(change === 0 ? {} : { tone: change > 0 ? ('profit' as const) : ('loss' as const) }),
        }}
      />
    </>
  )
}

/** Prices after the cursor can be drawn by hand. */
function DrawButton() {
  const isAtEnd = useAppStore(({ playback }) => playback.tick >= playback.lastTick)
  const { draw } = useAppStore((state) => state.actions)
  return <IconButton icon="pencil" label={drawButtonWords.open} keys={drawButtonWords.key} reason={isAtEnd ? drawButtonWords.atEnd : undefined} onClick={() => draw(true)} />
}

const KEYS: Readonly<Record<PriceLine['twin'], AccountKey>> = { 'all-isolated': 'iso', 'all-cross': 'cross', 'as-set': 'yours' }

const FIGURES = { entry: 'position.entryPrice', liquidation: 'position.liquidation', bankruptcy: 'position.bankruptcy' } as const

type FormatLevel = (level: number, isBelow: boolean) => string

/** More positions than this in one market would bury the price under their levels. */
const MOST_LEGS = 3

/** The twins' levels; those of the account as set only where they are neither twin's. */
function levelsOf(all: PriceChartData, formatLevel: FormatLevel, selected: string | undefined): readonly PriceLevel[] {
  const chart = { ...all, lines: linesOfFewLegs(all, selected) }
  const twins = chart.lines.filter((line) => line.twin !== 'as-set')
  const same = (line: PriceLine): boolean => twins.some((twin) => twin.type === line.type && twin.leg === line.leg && lastPrice(twin) === lastPrice(line))
  const kept = chart.lines.filter((line) => (line.twin === 'as-set' ? !same(line) : line.type !== 'entry' || line.twin === 'all-isolated'))
  return kept.flatMap((line) => pieces(line).map((points, i, all) => levelOf(line, { points, index: i, isLast: i === all.length - 1, isBelow: isBelow(chart, points) }, formatLevel)))
}

interface Piece {
  readonly points: PriceLevel['points']
  readonly index: number
  readonly isLast: boolean
  /** Below the price: reached by falling. */
  readonly isBelow: boolean
}

function isBelow(chart: PriceChartData, points: PriceLevel['points']): boolean {
  const first = points[0]
  const bar = chart.bars.findLast((each) => first !== undefined && each.tick <= first.tick) ?? chart.bars[0]
  return first === undefined || bar === undefined || first.price <= bar.close
}

/** All legs when they are few; else the selected one, else those whose liq. price is nearest. */
function linesOfFewLegs({ lines, bars }: PriceChartData, selected: string | undefined): readonly PriceLine[] {
  const legs = new Set(lines.map((line) => line.leg))
  if (legs.size <= MOST_LEGS) return lines
  if (selected !== undefined && legs.has(selected)) return lines.filter((line) => line.leg === selected)
  const mark = bars.at(-1)?.close ?? 0
  const distances = new Map<string, number>()
  for (const line of lines) {
    const price = line.type === 'liquidation' && line.isLive ? lastPrice(line) : undefined
    if (price !== undefined) distances.set(line.leg, Math.min(distances.get(line.leg) ?? Number.POSITIVE_INFINITY, Math.abs(price - mark)))
  }
  const near = new Set([...distances].sort((a, b) => a[1] - b[1]).slice(0, MOST_LEGS).map(([leg]) => leg))
  return lines.filter((line) => near.has(line.leg))
}

function levelOf(line: PriceLine, piece: Piece, formatLevel: FormatLevel): PriceLevel {
  const owner = { twin: line.twin, leg: line.leg }
  const label = piece.isLast ? labelOf(line, piece.points, (price) => formatLevel(price, piece.isBelow)) : undefined
  return {
    id: `${line.twin}:${line.leg}:${line.type}:${String(piece.index)}`,
    account: KEYS[line.twin],
    kind: line.type,
    points: piece.points,
    ...(label === undefined ? {} : { label: label.text, figures: label.levels.flatMap(({ text, tick }) => (Number.isInteger(tick) ? [{ text, figure: figureTag(FIGURES[line.type], { ...owner, tick }) }] : [])) }),
    ...(line.isLive ? { figure: figureTag(FIGURES[line.type], owner) } : {}),
  }
}

function lastPrice(line: PriceLine): number | undefined {
  return line.points.findLast((point) => point.price !== undefined)?.price
}

/** The stretches in which the level exists. */
function pieces(line: PriceLine): readonly PriceLevel['points'][] {
  const found: { tick: number; price: number }[][] = []
  let open: { tick: number; price: number }[] | undefined
  for (const { tick, price } of line.points) {
    if (price === undefined) open = undefined
    else if (open === undefined) found.push((open = [{ tick, price }]))
    else open.push({ tick, price })
  }
  return found
}

/** Words on a line, and the prices in them with the ends of the bars they are of. */
interface LevelLabel {
  readonly text: string
  readonly levels: readonly { readonly text: string; readonly tick: number }[]
}

/** "Entry 150.00", "liq. 114.21, sinking to 111.22"; bankruptcy prices go without words. */
function labelOf(line: PriceLine, points: PriceLevel['points'], formatPrice: (price: number) => string): LevelLabel | undefined {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined || line.type === 'bankruptcy') return undefined
  if (line.type === 'entry') return { text: `Entry ${formatPrice(last.price)}`, levels: [{ text: formatPrice(last.price), tick: last.tick }] }
  const from = formatPrice(first.price)
  const to = formatPrice(last.price)
  const levels = [{ text: to, tick: last.tick }, { text: from, tick: first.tick }]
  if (from === to) return { text: `liq. ${to}`, levels }
  return { text: `liq. ${from}, ${last.price < first.price ? 'sinking' : 'rising'} to ${to}`, levels }
}

function fillsOf(rows: readonly PriceMarkRow[], formatPrice: (price: number) => string): readonly PriceFill[] {
  return rows.flatMap((row) =>
    row.price !== undefined && (row.type === 'buy' || row.type === 'sell')
      ? [{ id: row.key, tick: row.tick, price: row.price, side: row.type, label: `${row.type === 'buy' ? 'Bought' : 'Sold'} at ${formatPrice(row.price)}` }]
      : [],
  )
}

function marksOf(rows: readonly PriceMarkRow[], formatPrice: (price: number) => string): readonly PriceMark[] {
  return rows.flatMap((row) =>
    row.price !== undefined && row.type === 'liquidation'
      ? [{ id: row.key, tick: row.tick, price: row.price, account: accountOf(row.twins), label: `closed at ${formatPrice(row.price)}`, figures: [{ text: formatPrice(row.price), figure: figureTag('trade.price', { twin: row.twins[0], seq: row.seq }) }] }]
      : [],
  )
}
