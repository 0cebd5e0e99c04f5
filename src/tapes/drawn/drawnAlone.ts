import { refused, type Millis, type Result, type Tape } from '../../engine/index.ts'
import { decimalsSeen } from '../columns/decimalsSeen.ts'
import type { DrawnPath, DrawnRefusal, Drawing } from './Drawing.ts'
import { drawnOver } from './drawnOver.ts'

export interface DrawnClock {
  readonly start: Millis
  readonly barMillis: Millis
  /** As many as the lines need, unless said. */
  readonly bars?: number | undefined
}

/** Decimal places of a market nobody said anything about. */
const LEAST_DECIMALS = 2

/**
 * A close-only tape of drawn lines and nothing else: before the first point of an instrument's first line its price stands
 * still, and after the last.
 */
export function drawnAlone(drawing: Drawing, { start, barMillis, bars }: DrawnClock): Result<Tape, DrawnRefusal> {
  const needed = Math.max(...drawing.lines.map(({ points }) => points.at(-1)?.[0] ?? 0)) + 1
  const ticks = bars ?? needed
  const firsts = drawing.lines.filter((line, index, lines) => lines.findIndex(({ instrument }) => instrument === line.instrument) === index)
  const still: Tape = {
    id: 'still',
    title: 'Nothing',
    source: 'nothing',
    time: Float64Array.from({ length: ticks }, (_, tick) => start + tick * barMillis),
    barMillis,
    between: 'path',
    candlePath: 'close-only',
    series: firsts.map(({ instrument, points }) => ({ instrument, close: stillness(points, ticks) })),
  }
  const drawn = drawnOver(still, { ...drawing, lines: drawing.lines.map(withDecimals) })
  if (!drawn.ok) return needed > ticks ? refused({ at: 'bars', message: `${needed} bars were expected, for the last point is at tick ${needed - 1}; ${ticks} were given` }) : drawn
  return { ...drawn, value: { ...drawn.value, id: 'drawn', title: 'Drawn by hand', source: 'Drawn by hand' } }
}

function stillness(points: DrawnPath['points'], ticks: number): Float64Array {
  const last = points.at(-1)
  const close = new Float64Array(ticks).fill(points[0]?.[1] ?? 0)
  return last === undefined ? close : close.fill(last[1], last[0])
}

function withDecimals(line: DrawnPath): DrawnPath {
  return { ...line, decimals: line.decimals ?? Math.max(LEAST_DECIMALS, decimalsSeen([Float64Array.from(line.points, ([, price]) => price)])) }
}
