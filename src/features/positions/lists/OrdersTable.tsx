import { useMemo } from 'react'
import { figureTag } from '../../../store/figures/figureTag.ts'
import type { OrderRow } from '../../../store/selectors/rows/TableRows.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { EmptyState } from '../../../ui/primitives/EmptyState.tsx'
import { ModeBadge } from '../../../ui/primitives/ModeBadge.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/TableColumn.ts'
import { compareDistances, compareWords } from '../compareAmounts.ts'
import { isZero, priceText } from '../rowText.ts'
import { emptyWords } from '../words/emptyWords.ts'
import { orderTypes, orderWords } from '../words/orderWords.ts'
import type { Say } from '../words/Say.ts'
import { words } from '../words/words.ts'
import { amountColumn } from './listColumns.tsx'
import styles from './lists.module.css'
import { OrderCard } from './OrderCard.tsx'
import { orderOwner as orderOf, OrderPrice } from './OrderPrice.tsx'

export interface OrdersTableProps {
  readonly rows: readonly OrderRow[]
  readonly say: Say
  readonly readOnly: string | undefined
  readonly onCancel: (row: OrderRow) => void
  readonly onSelect: (row: OrderRow) => void
}

/** Resting orders; each can be cancelled in your own account. */
export function OrdersTable({ rows, say, readOnly, onCancel, onSelect }: OrdersTableProps) {
  const columns = useMemo(() => orderColumns(say, readOnly, onCancel), [say, readOnly, onCancel])
  return (
    <DataTable
      caption={words.tabs.orders}
      columns={columns}
      rows={rows}
      rowId={idOf}
      empty={<EmptyState title={emptyWords.orders.title}>{emptyWords.orders.text}</EmptyState>}
      onSelect={onSelect}
      renderCard={(row) => <OrderCard row={row} say={say} readOnly={readOnly} onCancel={onCancel} />}
    />
  )
}

function idOf(row: OrderRow): string {
  return row.orderId
}

function orderColumns(say: Say, readOnly: string | undefined, onCancel: (row: OrderRow) => void): readonly TableColumn<OrderRow>[] {
  const { columns, hints } = words
  const { format } = say
  const price = (row: OrderRow, value: string | undefined): string => (value === undefined ? '—' : priceText(format, value, row.priceDecimals))
  return [
    {
      id: 'market', header: columns.market, width: 116,
      cell: (row) => (
        <>
          <span className={styles.name}><span className={styles.market}>{row.instrument}</span><ModeBadge mode={row.mode} /></span>
          <small>{orderTypes[row.type]} {row.isBuy ? orderWords.buy : orderWords.sell}{row.reduceOnly ? `, ${orderWords.reduceOnly}` : ''}</small>
        </>
      ),
      compare: (a, b) => compareWords(a.instrument, b.instrument),
    },
    amountColumn({ id: 'size', term: 'size', header: columns.size, width: 104, figure: (row) => figureTag('order.qty', orderOf(row)), cell: (row) => say.size(row.instrument, row.qty), amount: (row) => row.qty }),
    amountColumn({ id: 'price', header: columns.price, width: 88, cell: (row) => <OrderPrice row={row} />, amount: (row) => row.price }),
    {
      id: 'distance', header: columns.distance, hint: hints.distance, width: 80, align: 'end', figure: (row) => figureTag('order.distance', orderOf(row)),
      cell: (row) => format.percent(row.distance, { signed: true }),
      compare: (a, b) => compareDistances(a.distance, b.distance),
    },
    amountColumn({ id: 'value', term: 'notional', header: columns.value, width: 92, priority: 2, figure: (row) => figureTag('order.notional', orderOf(row)), cell: (row) => format.money(row.notional), amount: (row) => row.notional }),
    amountColumn({ id: 'reserve', term: 'free-collateral', header: columns.reserve, hint: hints.reserve, width: 92, priority: 2, figure: (row) => figureTag('order.reserve', orderOf(row)), cell: (row) => (isZero(row.reserve) ? '—' : format.money(row.reserve)), amount: (row) => row.reserve }),
    { id: 'protection', term: 'tp-sl', header: columns.protection, width: 96, priority: 3, align: 'end', cell: (row) => (row.takeProfit === undefined && row.stopLoss === undefined ? '—' : <><span data-figure={figureTag('order.takeProfit', orderOf(row))}>{price(row, row.takeProfit)}</span><br /><span data-figure={figureTag('order.stopLoss', orderOf(row))}>{price(row, row.stopLoss)}</span></>) },
    {
      id: 'actions', header: '', align: 'end',
      cell: (row) => <Button size="small" reason={readOnly} onClick={() => onCancel(row)}>{words.cancel}<span className="visually-hidden"> {orderWords.order(row.instrument)}</span></Button>,
    },
  ]
}
