import { useMemo } from 'react'
import { figureTag } from '../../../store/figures/figureTag.ts'
import type { TradeRow } from '../../../store/selectors/rows/TableRows.ts'
import { EmptyState } from '../../../ui/primitives/EmptyState.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/TableColumn.ts'
import { compareWords } from '../compareAmounts.ts'
import { isZero, priceText, toneOf } from '../rowText.ts'
import { emptyWords } from '../words/emptyWords.ts'
import { listWords } from '../words/listWords.ts'
import { causeWords, orderWords, roleNames } from '../words/orderWords.ts'
import type { Say } from '../words/Say.ts'
import { words } from '../words/words.ts'
import { LineCard } from './LineCard.tsx'
import { amountColumn, barColumn, timeColumn } from './listColumns.tsx'

export interface TradesTableProps {
  readonly rows: readonly TradeRow[]
  readonly say: Say
  /** Shows the bar of a fill. */
  readonly onSeek: (tick: number) => void
}

/** Every fill of the account shown, the newest first. */
export function TradesTable({ rows, say, onSeek }: TradesTableProps) {
  const { format } = say
  const columns = useMemo(() => tradeColumns(say), [say])
  return (
    <DataTable
      caption={words.tabs.trades}
      columns={columns}
      rows={rows}
      rowId={keyOf}
      density="compact"
      empty={<EmptyState title={emptyWords.trades.title}>{emptyWords.trades.text}</EmptyState>}
      initialSort={{ id: 'bar', isDescending: true }}
      onSelect={(row) => onSeek(row.tick)}
      renderCard={(row) => (
        <LineCard
          title={<>{sideOf(row)} <Figure figure={figureTag('trade.qty', row)}>{say.size(row.instrument, row.qty)}</Figure></>}
          aside={<Figure figure={figureTag('trade.price', row)}>{priceText(format, row.price, row.priceDecimals)}</Figure>}
          detail={<FigureWords text={[causeWords(row.cause), row.role === 'liquidation' ? '' : roleNames[row.role].toLowerCase(), isZero(row.fee) ? '' : listWords.fee(format.money(row.fee))].filter(Boolean).join(', ')} figures={[{ text: format.money(row.fee), figure: figureTag('trade.fee', row) }]} />}
          tick={row.tick}
          amount={row.realizedPnl}
          figure={figureTag('trade.realizedPnl', row)}
          onSeek={onSeek}
        />
      )}
    />
  )
}

function keyOf(row: TradeRow): string {
  return row.key
}

function sideOf(row: TradeRow): string {
  return row.isBuy ? orderWords.bought : orderWords.sold
}

function tradeColumns(say: Say): readonly TableColumn<TradeRow>[] {
  const { columns } = words
  const { format } = say
  return [
    barColumn(),
    timeColumn(),
    { id: 'market', header: columns.market, width: 96, cell: (row) => row.instrument, compare: (a, b) => compareWords(a.instrument, b.instrument) },
    { id: 'side', header: columns.side, width: 64, cell: sideOf, compare: (a, b) => Number(a.isBuy) - Number(b.isBuy) },
    { id: 'cause', header: columns.cause, width: 104, priority: 2, cell: (row) => causeWords(row.cause), compare: (a, b) => compareWords(a.cause, b.cause) },
    { id: 'role', term: 'taker-maker', header: columns.role, width: 80, priority: 2, cell: (row) => roleNames[row.role], compare: (a, b) => compareWords(a.role, b.role) },
    amountColumn({ id: 'size', term: 'size', header: columns.size, width: 104, figure: (row) => figureTag('trade.qty', row), cell: (row) => say.size(row.instrument, row.qty), amount: (row) => row.qty }),
    amountColumn({ id: 'price', header: columns.price, width: 88, figure: (row) => figureTag('trade.price', row), cell: (row) => priceText(format, row.price, row.priceDecimals), amount: (row) => row.price }),
    amountColumn({ id: 'value', term: 'notional', header: columns.value, width: 92, priority: 2, figure: (row) => figureTag('trade.notional', row), cell: (row) => format.money(row.notional), amount: (row) => row.notional }),
    amountColumn({ id: 'fee', term: 'taker-maker', header: columns.fee, width: 72, figure: (row) => figureTag('trade.fee', row), cell: (row) => (isZero(row.fee) ? '—' : format.money(row.fee)), amount: (row) => row.fee }),
    amountColumn({
      id: 'realized', term: 'realized-pnl', header: columns.realized, width: 104, figure: (row) => figureTag('trade.realizedPnl', row),
      cell: (row) => <Figure tone={toneOf(row.realizedPnl)}>{isZero(row.realizedPnl) ? '—' : format.money(row.realizedPnl, { signed: true })}</Figure>,
      amount: (row) => row.realizedPnl,
    }),
  ]
}
