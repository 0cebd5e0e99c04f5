import { figureTag } from '../../../store/figures/figureTag.ts'
import type { OrderRow } from '../../../store/selectors/rows/TableRows.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { ModeBadge } from '../../../ui/primitives/ModeBadge.tsx'
import { orderDetail, orderTypes, orderWords } from '../words/orderWords.ts'
import type { Say } from '../words/Say.ts'
import { words } from '../words/words.ts'
import styles from './lists.module.css'
import { orderOwner, OrderPrice } from './OrderPrice.tsx'

export interface OrderCardProps {
  readonly row: OrderRow
  readonly say: Say
  readonly readOnly: string | undefined
  readonly onCancel: (row: OrderRow) => void
}

export function OrderCard({ row, say, readOnly, onCancel }: OrderCardProps) {
  const { format } = say
  return (
    <article className={styles.orderCard} aria-label={orderWords.order(row.instrument)}>
      <span>
        <span className={styles.name}><b className={styles.market}>{row.instrument}</b><ModeBadge mode={row.mode} /></span>
        <small>{orderTypes[row.type]} {row.isBuy ? orderWords.buy : orderWords.sell}{row.reduceOnly ? `, ${orderWords.reduceOnly}` : ''}</small>
      </span>
      <span className={styles.end}>
        <OrderPrice row={row} />
        {orderDetail(row, format) === undefined ? <small data-figure={figureTag('order.distance', orderOwner(row))}>{format.percent(row.distance, { signed: true })}</small> : null}
      </span>
      <span className={styles.end}>
        <span data-figure={figureTag('order.qty', orderOwner(row))}>{say.size(row.instrument, row.qty)}</span>
        <small data-figure={figureTag('order.notional', orderOwner(row))}>{format.money(row.notional)}</small>
      </span>
      <Button reason={readOnly} onClick={() => onCancel(row)}>{words.cancel}<span className="visually-hidden"> {orderWords.order(row.instrument)}</span></Button>
    </article>
  )
}
