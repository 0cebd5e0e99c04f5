import { CurveChart } from '../../../ui/charts/CurveChart.tsx'
import { stepText } from '../fields/stepText.ts'
import { useCalculation } from '../Calculator.tsx'
import { figureOf, plainOf, type CardView } from '../useCard.ts'
import { writeField } from '../fields/writeField.ts'
import { words } from '../words.ts'
import { lossChartOf } from './lossChartOf.ts'

/** What the trade has made at each price: behind its wall it stops, in the shared pool it does not. */
export function LossChart({ card }: { readonly card: CardView }) {
  const { answers, isReadOnly } = useCalculation()
  const { format } = card.writing
  const chart = lossChartOf(card, answers)
  if (chart === undefined) return <div />
  const { shared, floor, points, entry, liquidation, worst } = chart
  const write = (value: number): string => format.money(String(value), { decimals: Math.abs(floor) < 1 ? 6 : 0 })
  const price = (value: number): string => format.price(value, { tickSize: card.market.tickSize })
  const liq = writeField('liquidationPrice', plainOf(figureOf(card.report, 'liquidationPrice')) ?? '0', card.writing)
  const loss = card.field('collateral').shown
  const sharedText = words.wall.at(format.money(String(worst.y), { decimals: card.market.moneyDecimals }), price(worst.x))
  const fall = card.field('fall')
  return (
    <CurveChart
      title={words.wall.lossChart}
      note={card.market.currency}
      summary={words.wall.lossSummary(`${loss} ${card.market.currency}`, liq, sharedText)}
      lines={[
        { id: 'cross', mode: 'cross', points: shared },
        { id: 'isolated', mode: 'isolated', points },
      ]}
      area={chart.area}
      marks={[
        { id: 'liq', x: liquidation, style: 'isolated', lines: [words.wall.liq, liq], to: floor },
        { id: 'entry', x: entry, style: 'plain', lines: [words.wall.entry], to: 0 },
      ]}
      labels={chart.labels({ behind: words.wall.behindWall, never: words.wall.neverMore(loss), shared: words.wall.shared, at: sharedText })}
      x={{ range: [chart.low, chart.high], format: (value) => format.price(value, { tickSize: value >= 1000 ? '1' : card.market.tickSize }) }}
      y={{ least: Math.min(floor, worst.y), most: Math.max(0, chart.best), format: write }}
      ring={{
        at: { x: liquidation, y: floor },
        label: words.wall.drag(words.wall.liq),
        text: `${liq}, ${fall.shown}%`,
        onMove: fall.isGiven && !isReadOnly ? ({ x }) => card.setText('fall', format.typed(Math.max(0.1, (Math.abs(entry - x) / entry) * 100).toFixed(1))) : undefined,
        onStep: ({ direction, isLarge }) => card.setText('fall', stepText({ unit: 'share', text: fall.text, direction, isLarge }, format)),
      }}
      table={{
        caption: words.wall.lossChart,
        columns: [words.wall.price, words.wall.behindWall, words.wall.shared],
        rows: chart.rows.map(([x, isolated, cross]) => [price(x), format.money(String(isolated)), format.money(String(cross))]),
      }}
    />
  )
}
