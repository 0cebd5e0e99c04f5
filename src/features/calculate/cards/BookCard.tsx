import { useAppStore } from '../../../store/useAppStore.ts'
import type { CalculateReport } from '../../../store/slices/CalculateState.ts'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { ModeBadge } from '../../../ui/primitives/ModeBadge.tsx'
import { PriceAxis, type AxisPrice } from '../../../ui/charts/PriceAxis.tsx'
import { figureKey } from '../../../engine/index.ts'
import { FieldRow } from '../fields/FieldRow.tsx'
import { signedDistance } from '../fields/signedDistance.ts'
import { writeFigure } from '../fields/writeField.ts'
import { noneWords } from '../noneWords.ts'
import { useCalculation } from '../Calculator.tsx'
import { figureOf, plainOf, useCard, type CardView } from '../useCard.ts'
import { words } from '../words.ts'
import { Card } from './Card.tsx'
import { positionOf, type CardContext } from './documentOf.ts'
import styles from './card.module.css'

/** Where the trade is liquidated behind its own wall, and in the pool that all share. */
export function BookCard() {
  const card = useCard('book')
  const { answers, context } = useCalculation()
  const tiers = useAppStore((state) => state.scenario.info?.rules.tiers)
  const mostLeverage = Number((tiers?.[card.market.symbol] ?? tiers?.default)?.[0]?.maxLeverage ?? '50')
  const outcome = answers['book#cross']?.outcome
  const cross = outcome?.ok === true ? outcome.report : undefined
  const added = addedTo(card, context)
  const rows: readonly RowProps[] = [
    { card, report: card.report, field: 'liquidationPrice', mode: 'isolated', label: words.book.isolated(writeFigure('margin', figureOf(card.report, 'margin'), card.writing)), key: 'book' },
    { card, report: cross, field: 'liquidationPrice', mode: 'cross', label: words.book.cross(card.market.base, added), key: 'book#cross' },
    { card, report: cross, field: 'liquidationTogether', mode: 'cross', label: words.book.together(added), key: 'book#cross' },
  ]
  return (
    <Card card={card} title={words.book.title}>
      <div className={styles.pair}>
        <FieldRow card={card} id="size" note={tradeNote(card)} />
        <FieldRow card={card} id="leverage" slider={{ least: 1, most: mostLeverage, step: 0.5 }} />
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.book.trade(card.market.base, card.writing.side, writeFigure('notional', figureOf(card.report, 'notional'), card.writing), card.field('leverage').shown)}</th>
            <th scope="col">{words.book.price}</th>
            <th scope="col">{words.book.from}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, ...row }) => <Row key={`${key} ${row.field}`} {...row} />)}
        </tbody>
      </table>
      <PriceAxis label={words.book.axis} prices={pricesOf(card, cross, context.market.mark)} format={(value) => card.writing.format.price(value, { tickSize: value >= 1000 ? '1' : card.market.tickSize })} />
      <FieldRow card={card} id="liquidationPrice" label={`${words.book.price}, ${words.book.marks.isolated}`} />
    </Card>
  )
}

/** The side of the position that the trade is added to: in the shared pool another size than that of an open position is. */
function addedTo({ spec, market: { position } }: CardView, context: CardContext): 'long' | 'short' | undefined {
  const isAdded = position?.margin === undefined && context.inputs.book === 'scenario' && positionOf(spec, context) === undefined
  return isAdded ? position?.side : undefined
}

interface RowProps {
  readonly key: string
  readonly card: CardView
  readonly report: CalculateReport | undefined
  readonly field: 'liquidationPrice' | 'liquidationTogether'
  readonly mode: 'isolated' | 'cross'
  readonly label: string
}

function Row({ card, report, field, mode, label }: Omit<RowProps, 'key'>) {
  const figure = figureOf(report, field)
  const distance = field === 'liquidationPrice' ? figureOf(report, 'liquidationDistance') : undefined
  const none = figure === undefined || typeof figure === 'string' ? undefined : noneWords(figure, field, card.writing)
  const of = { card: mode === 'cross' ? 'book#cross' : 'book' }
  return (
    <tr>
      <th scope="row"><ModeBadge mode={mode} isDecorative /> {label}</th>
      <td className={styles.strong} title={none}>
        <Figure figure={figureKey({ id: `calc.liquidation.${field}`, of })} amount={plainOf(figure)}>{writeFigure(field, figure, card.writing)}</Figure>
        {none === undefined ? null : <span className="visually-hidden">: {none}</span>}
      </td>
      <td>{distance === undefined ? '—' : <Figure figure={figureKey({ id: 'calc.liquidation.liquidationDistance', of })}>{typeof distance === 'string' ? signedDistance(distance, card.writing) : words.none}</Figure>}</td>
    </tr>
  )
}

function tradeNote({ report, writing, market }: CardView): string | undefined {
  const notional = plainOf(figureOf(report, 'notional'))
  return notional === undefined ? undefined : words.wall.worth(writeFigure('notional', notional, writing), market.currency)
}

/** Times the mark. */
const FARTHEST = 2.5

function pricesOf({ report, market }: CardView, cross: CalculateReport | undefined, mark: string | undefined): readonly AxisPrice[] {
  const prices: AxisPrice[] = []
  const now = Number(mark ?? plainOf(figureOf(report, 'markPrice')) ?? Number.NaN)
  const add = (id: string, value: string | undefined, look: Pick<AxisPrice, 'style' | 'label'>): void => {
    // What is many times away would squeeze the rest; the table has it.
    if (value !== undefined && !(Number(value) > now * FARTHEST)) prices.push({ id, value: Number(value), ...look })
  }
  add('isolated', plainOf(figureOf(report, 'liquidationPrice')), { style: 'isolated', label: words.book.marks.isolated })
  add('cross', plainOf(figureOf(cross, 'liquidationPrice')), { style: 'cross', label: words.book.marks.cross(market.base) })
  add('together', plainOf(figureOf(cross, 'liquidationTogether')), { style: 'cross', label: words.book.marks.together })
  add('mark', mark ?? plainOf(figureOf(report, 'markPrice')), { style: 'plain', label: words.book.marks.mark })
  return prices
}
