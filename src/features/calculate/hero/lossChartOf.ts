import type { CalculateAnswer } from '../../../store/slices/CalculateState.ts'
import type { CurveLabel } from '../../../ui/charts/CurveChart.tsx'
import type { CurvePoint } from '../../../ui/charts/curveGeometry.ts'
import { figureOf, plainOf, type CardView } from '../useCard.ts'
import { lossKey } from './lossQuestions.ts'

/** The chart of losses in the units of its axes: the engine's figures as pixels need them. */
export interface LossChartData {
  readonly low: number
  readonly high: number
  readonly entry: number
  readonly liquidation: number
  /** What is lost behind the wall, negative. */
  readonly floor: number
  /** In the shared pool: where the engine has it, joined. */
  readonly shared: readonly CurvePoint[]
  /** Behind the wall: flat beyond the liquidation price. */
  readonly points: readonly CurvePoint[]
  /** What the wall keeps from being lost. */
  readonly area: readonly CurvePoint[]
  readonly worst: CurvePoint
  readonly best: number
  readonly rows: readonly (readonly [x: number, isolated: number, cross: number])[]
  readonly labels: (words: { readonly behind: string; readonly never: string; readonly shared: string; readonly at: string }) => readonly CurveLabel[]
}

const MOST_POINTS = 20

export function lossChartOf({ report }: CardView, answers: Readonly<Record<string, CalculateAnswer>>): LossChartData | undefined {
  const [entry, liquidation, collateral] = ['entryPrice', 'liquidationPrice', 'collateral'].map((id) => Number(plainOf(figureOf(report, id)) ?? Number.NaN))
  const shared = sharedLine(answers)
  const [first, last] = [shared[0], shared.at(-1)]
  if (entry === undefined || liquidation === undefined || collateral === undefined || first === undefined || last === undefined || first === last) return undefined
  if (![entry, liquidation, collateral].every(Number.isFinite) || liquidation < first.x || liquidation > last.x) return undefined
  const floor = -collateral
  const isLong = liquidation < entry
  const worst = isLong ? first : last
  const beyond = shared.filter(({ x }) => (isLong ? x < liquidation : x > liquidation))
  const within = shared.filter(({ x }) => (isLong ? x > liquidation : x < liquidation))
  // At the liquidation price the wall gives up what is left behind it: the step down to its floor.
  const foot: CurvePoint = { x: liquidation, y: floor }
  const brink: CurvePoint = { x: liquidation, y: valueAt(shared, liquidation) }
  const points = isLong ? [{ x: worst.x, y: floor }, foot, brink, ...within] : [...within, brink, foot, { x: worst.x, y: floor }]
  const area = isLong ? [{ x: worst.x, y: floor }, foot, brink, ...beyond.toReversed()] : [{ x: worst.x, y: floor }, foot, brink, ...beyond]
  return {
    low: first.x,
    high: last.x,
    entry,
    liquidation,
    floor,
    shared,
    points,
    area,
    worst,
    best: Math.max(first.y, last.y),
    rows: shared.map(({ x, y }) => [x, isLong === x < liquidation ? floor : y, y]),
    labels: ({ behind, never, shared: pool, at }) => [
      { id: 'wall', at: { x: worst.x, y: floor }, anchor: isLong ? 'start' : 'end', shift: [isLong ? 4 : -4, -20], lines: [{ text: behind, tone: 'iso' }, { text: never, tone: 'label' }] },
      { id: 'pool', at: middleOf(worst, brink), anchor: isLong ? 'start' : 'end', shift: [isLong ? 14 : -14, 12], lines: [{ text: pool, tone: 'cross' }, { text: at, tone: 'label' }] },
    ],
  }
}

function middleOf(a: CurvePoint, b: CurvePoint): CurvePoint {
  return { x: a.x + (b.x - a.x) * 0.3, y: a.y + (b.y - a.y) * 0.3 }
}

function sharedLine(answers: Readonly<Record<string, CalculateAnswer>>): readonly CurvePoint[] {
  const points: CurvePoint[] = []
  for (let index = 0; index < MOST_POINTS; index += 1) {
    const outcome = answers[lossKey(index)]?.outcome
    if (outcome?.ok !== true) break
    const x = plainOf(figureOf(outcome.report, 'exitPrice'))
    const y = plainOf(figureOf(outcome.report, 'netPnl'))
    if (x !== undefined && y !== undefined) points.push({ x: Number(x), y: Number(y) })
  }
  return points
}

/** On the line between two of its points. */
function valueAt(line: readonly CurvePoint[], x: number): number {
  const index = Math.max(1, line.findIndex((point) => point.x >= x))
  const [a, b] = [line[index - 1], line[index]]
  if (a === undefined || b === undefined) return Number.NaN
  return a.y + ((x - a.x) / (b.x - a.x)) * (b.y - a.y)
}
