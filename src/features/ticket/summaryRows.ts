import { Decimal, type FieldOf } from '../../engine/index.ts'
import { figureTag } from '../../store/figures/figureTag.ts'
import { NOT_APPLICABLE } from '../../ui/format/displayText.ts'
import { SIDES, type OrderSide, type Preview } from './Preview.ts'
import { sizeText } from './sizeText.ts'
import type { NoteContext } from './ticketNotes.ts'
import { words } from './words.ts'

export interface SummaryCell {
  readonly text: string
  /** Behind it, quieter: the distance from the mark. */
  readonly aside: string
  /** The keys under which both are explained. */
  readonly figure: string | undefined
  readonly asideFigure: string | undefined
}

export interface SummaryRow {
  readonly id: string
  readonly label: string
  readonly isStrong: boolean
  readonly cells: Readonly<Record<OrderSide, SummaryCell>>
}

type CellOf = (side: OrderSide) => SummaryCell

type Field = FieldOf<'ticket.buy'>

const cell = (side: OrderSide, field: Field, text: string, aside = ''): SummaryCell => ({
  text,
  aside,
  // Without a size there is nothing to explain.
  figure: text === NOT_APPLICABLE ? undefined : figureTag(`ticket.${side}.${field}`),
  asideFigure: aside !== '' && (field === 'liquidation' || field === 'bankruptcy') ? figureTag(`ticket.${side}.${field}Distance`) : undefined,
})

/** What the order would be on either side. The rows are there before there is a size, so that nothing jumps. */
export function summaryRows(preview: Preview | undefined, context: NoteContext): readonly SummaryRow[] {
  const { draft, market, format } = context
  const inCoins = isInCoins(format)
  const of = (side: OrderSide) => preview?.[side]
  const level = (field: 'liquidation' | 'bankruptcy'): CellOf => (side) => {
    const [at, distance] = [of(side)?.[field], of(side)?.[`${field}Distance`]]
    if (at?.type !== 'price') return cell(side, field, at === undefined ? NOT_APPLICABLE : words.summary.none)
    return cell(side, field, format.price(at.price, { tickSize: market.tickSize }), distance === undefined ? '' : format.percent(distance, { signed: true, decimals: inCoins ? 1 : 2 }))
  }
  const row = (id: string, label: string, cellOf: CellOf, isStrong = false): SummaryRow =>
    ({ id, label, isStrong, cells: { buy: cellOf('buy'), sell: cellOf('sell') } })
  const money = (pick: 'cost' | 'mostItCanLose' | 'fee'): CellOf => (side) => cell(side, pick, format.money(of(side)?.[pick]))
  const quantity = (qty: string | undefined): string => (qty === undefined ? NOT_APPLICABLE : sizeText(format, qty, market, { hasUnit: false }))
  const counterpart: CellOf = (side) => (draft.sizeUnit === 'base'
    ? cell(side, 'notional', format.money(of(side)?.notional))
    : cell(side, 'qty', quantity(of(side)?.qty)))
  return [
    row('liquidation', words.summary.liquidation, level('liquidation'), true),
    row('bankruptcy', words.summary.bankruptcy, level('bankruptcy')),
    ...(hasOwnWall(preview, draft.pool)
      ? [row('cost', inCoins ? words.summary.most : words.summary.costAndMost, money('cost'))]
      : [row('cost', words.summary.cost, money('cost')), row('most', words.summary.mostOfPool, money('mostItCanLose'))]),
    row('fee', words.summary.fee, money('fee')),
    row('counterpart', draft.sizeUnit === 'base' ? words.summary.value : words.summary.size, counterpart),
  ]
}

/** Eight decimals take the room of longer labels and of second decimals beside them. */
export function isInCoins(format: NoteContext['format']): boolean {
  return format.moneyDecimals > 2
}

/** Behind its own wall an order can lose what it costs and no more: one row says both. */
function hasOwnWall(preview: Preview | undefined, pool: string): boolean {
  if (pool !== 'isolated') return false
  return SIDES.every((side) => {
    const { cost, mostItCanLose } = preview?.[side] ?? {}
    return cost === undefined || mostItCanLose === undefined || new Decimal(cost).eq(mostItCanLose)
  })
}
