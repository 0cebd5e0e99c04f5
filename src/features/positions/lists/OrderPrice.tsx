import { figureTag, type FigureOwner } from '../../../store/figures/figureTag.ts'
import type { OrderRow } from '../../../store/selectors/rows/TableRows.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { priceText } from '../rowText.ts'
import { orderDetail } from '../words/orderWords.ts'

/** What names the figures of an order. */
export function orderOwner({ twin, orderId }: Pick<OrderRow, 'twin' | 'orderId'>): FigureOwner {
  return { twin, order: orderId }
}

/** The price at which it acts, and what that alone does not say. */
export function OrderPrice({ row }: { readonly row: OrderRow }) {
  const format = useFormat()
  const { trailing } = row
  const figure = figureTag(trailing?.level === undefined ? 'order.price' : 'order.trailingLevel', orderOwner(row))
  return (
    <>
      <Figure figure={figure}>{priceText(format, row.price, row.priceDecimals)}</Figure>
      <OrderDetail row={row} />
    </>
  )
}

function OrderDetail({ row }: { readonly row: OrderRow }) {
  const format = useFormat()
  const detail = orderDetail(row, format)
  if (detail === undefined) return null
  const { limitPrice, priceDecimals } = row
  return <small><FigureWords text={detail} figures={limitPrice === undefined ? [] : [{ text: priceText(format, limitPrice, priceDecimals), figure: figureTag('order.limitPrice', orderOwner(row)) }]} /></small>
}
