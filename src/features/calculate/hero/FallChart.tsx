import { CurveChart } from '../../../ui/charts/CurveChart.tsx'
import type { CurvePoint } from '../../../ui/charts/curveGeometry.ts'
import type { CalculateAnswer } from '../../../store/slices/CalculateState.ts'
import { stepText } from '../fields/stepText.ts'
import { useCalculation } from '../Calculator.tsx'
import { figureOf, plainOf, type CardView } from '../useCard.ts'
import { words } from '../words.ts'

/** How far the price may go at each leverage, with the trade as a ring on the curve. */
export function FallChart({ card }: { readonly card: CardView }) {
  const { answers, desk, isReadOnly } = useCalculation()
  const { side } = desk.inputs
  const { format } = card.writing
  const points = fallLine(answers['wall#falls'])
  const [leverage, fall] = ['leverage', 'fall'].map((id) => Number(plainOf(figureOf(card.report, id)) ?? Number.NaN))
  const last = points.at(-1)
  if (last === undefined || leverage === undefined || fall === undefined || !Number.isFinite(leverage) || !Number.isFinite(fall)) return <div />
  const most = Math.max(last.x, leverage)
  const [given, text] = [card.field('fall'), card.field('leverage')]
  const isMovable = !isReadOnly && (given.isGiven || text.isGiven)
  const move = ({ x, y }: CurvePoint): void => {
    if (given.isGiven) card.setText('fall', format.typed(Math.max(0.1, y * 100).toFixed(1)))
    else card.setText('leverage', format.typed(Math.max(1, x).toFixed(1)))
  }
  const id = given.isGiven ? 'fall' : 'leverage'
  return (
    <CurveChart
      title={words.wall.fallChart[side]}
      note={words.wall.atLeverage}
      summary={words.wall.fallSummary(`${text.shown}x`, `${given.shown}%`)}
      lines={[{ id: 'fall', mode: 'isolated', points: points.filter(({ y }) => y <= 0.42) }]}
      labels={[{ id: 'now', at: { x: leverage, y: fall }, anchor: leverage > most * 0.6 ? 'end' : 'start', shift: [leverage > most * 0.6 ? -6 : 12, -22], lines: [{ text: `${text.shown}x`, tone: 'ink' }, { text: words.wall.toLiq(`${given.shown}%`), tone: 'label' }] }]}
      x={{ range: [0, most], format: (value) => `${value}x` }}
      y={{ least: 0, most: Math.max(0.4, Math.min(1, fall * 1.2)), format: (value) => format.percent(value, { decimals: 0 }) }}
      ring={{
        at: { x: leverage, y: fall },
        label: words.wall.drag(id === 'fall' ? given.label : text.label),
        text: `${text.shown}x, ${given.shown}%`,
        onMove: isMovable ? move : undefined,
        onStep: ({ direction, isLarge }) => card.setText(id, stepText({ unit: id === 'fall' ? 'share' : 'leverage', text: card.field(id).text, direction, isLarge }, format)),
      }}
      hasLeaders
      table={{
        caption: words.wall.fallChart[side],
        columns: ['Leverage', words.wall.fallChart[side]],
        rows: points.map(({ x, y }) => [format.leverage(x), format.percent(y)]),
      }}
    />
  )
}

function fallLine(answer: CalculateAnswer | undefined): readonly CurvePoint[] {
  if (answer?.outcome.ok !== true) return []
  return (answer.outcome.report.rows ?? []).flatMap(({ variant, results }) => {
    const [x, y] = [variant['leverage'], results['liquidationDistance']]
    return x === undefined || typeof y !== 'string' ? [] : [{ x: Number(x), y: Number(y) }]
  })
}
