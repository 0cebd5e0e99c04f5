import { Decimal } from '../../engine/index.ts'
import { NOT_APPLICABLE } from '../../ui/format/displayText.ts'
import { SIDES, type Liquidation, type OrderSide, type Preview } from './Preview.ts'
import { sizeText } from './sizeText.ts'
import type { NoteContext } from './ticketNotes.ts'
import { words } from './words.ts'

export interface SummaryCell {
  readonly text: string
  /** Behind it, quieter: the distance from the mark. */
  readonly aside: string
}

export interface SummaryRow {
  readonly id: string
  readonly label: string
  readonly isStrong: boolean
  readonly cells: Readonly<Record<OrderSide, SummaryCell>>
}

type CellOf = (side: OrderSide) => SummaryCell

const plain = (text: string): SummaryCell => ({ text, aside: '' })

/** What the order would be on either side. The rows are there before there is a size, so that nothing jumps. */
export function summaryRows(preview: Preview | undefined, context: NoteContext): readonly SummaryRow[] {
  const { draft, market, format } = context
  const inCoins = isInCoins(format)
  const of = (side: OrderSide) => preview?.[side]
  const level = (liquidation: Liquidation | undefined, distance: string | undefined): SummaryCell => {
    if (liquidation === undefined) return plain(NOT_APPLICABLE)
    if (liquidation.type === 'none') return plain(words.summary.none)
    const text = format.price(liquidation.price, { tickSize: market.tickSize })
    return { text, aside: distance === undefined ? '' : format.percent(distance, { signed: true, decimals: inCoins ? 1 : 2 }) }
  }
  const row = (id: string, label: string, cellOf: CellOf, isStrong = false): SummaryRow =>
    ({ id, label, isStrong, cells: { buy: cellOf('buy'), sell: cellOf('sell') } })
  const money = (pick: 'cost' | 'mostItCanLose' | 'fee'): CellOf => (side) => plain(format.money(of(side)?.[pick]))
  const quantity = (qty: string | undefined): string => (qty === undefined ? NOT_APPLICABLE : sizeText(format, qty, market, { hasUnit: false }))
  const counterpart: CellOf = (side) => plain(draft.sizeUnit === 'base'
    ? format.money(of(side)?.notional)
    : quantity(of(side)?.qty))
  return [
    row('liquidation', words.summary.liquidation, (side) => level(of(side)?.liquidation, of(side)?.liquidationDistance), true),
    row('bankruptcy', words.summary.bankruptcy, (side) => level(of(side)?.bankruptcy, of(side)?.bankruptcyDistance)),
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
