import type { ReactNode } from 'react'
import { figureTag } from '../../../store/figures/figureTag.ts'
import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import type { TableColumn } from '../../../ui/table/TableColumn.ts'
import { compareAmounts, compareDistances, compareWords } from '../compareAmounts.ts'
import { isZero, priceText, sizeText, toneOf } from '../rowText.ts'
import { words } from '../words/words.ts'
import { ActionsCell } from './ActionsCell.tsx'
import type { ColumnWidths } from './columnWidths.ts'
import { BucketActions, BucketName } from './BucketLine.tsx'
import { LevelCell } from './LevelCell.tsx'
import { MarginCell } from './MarginCell.tsx'
import { MarketCell } from './MarketCell.tsx'
import { PnlCell } from './PnlCell.tsx'
import type { PositionActions } from './PositionActions.ts'
import type { PositionTableRow } from './PositionTableRow.ts'
import { ProtectionCell } from './ProtectionCell.tsx'
import { QuietName } from './QuietName.tsx'
import { RatioCell } from './RatioCell.tsx'

type Column = TableColumn<PositionTableRow>

/** The columns of product.md §4.1, in its order. */
export function positionColumns(format: Format, actions: PositionActions, widths: ColumnWidths): readonly Column[] {
  const { columns, hints } = words
  return [
    {
      id: 'market', header: columns.market, width: 116,
      cell: (row) => marketCell(row, actions),
      compare: (a, b) => compareWords(nameOf(a), nameOf(b)),
    },
    figure({ id: 'size', term: 'size', header: columns.size, width: widths.size, priority: 2, of: 'position.qty' }, (row) => sizeText(format, row), (row) => row.qty),
    // Of coin-margined contracts the size is the value, in dollars; its coins stand in the explanation.
    ...(format.moneyDecimals > 2 ? [] : [figure({ id: 'value', term: 'notional', header: columns.value, width: widths.value, priority: 2, hint: hints.value, of: 'position.notional' }, (row) => <Figure amount={row.notional}>{format.money(row.notional)}</Figure>, (row) => row.notional)]),
    figure({ id: 'entry', term: 'entry-price', header: columns.entry, width: widths.entry, priority: 2, of: 'position.entryPrice' }, (row) => priceText(format, row.entryPrice, row.priceDecimals), (row) => row.entryPrice),
    figure({ id: 'mark', term: 'mark-price', header: columns.mark, width: widths.mark, priority: 2, of: 'position.mark' }, (row) => <Figure amount={row.mark}>{priceText(format, row.mark, row.priceDecimals)}</Figure>, (row) => row.mark),
    {
      ...figure({ id: 'liquidation', term: 'liq-price', header: columns.liquidation, width: widths.liquidation, hint: hints.liquidation }, (row) => <LevelCell row={row} />),
      compare: (a, b) => compareDistances(distanceOf(a), distanceOf(b)),
    },
    figure({ id: 'margin', term: 'margin', header: columns.margin, width: widths.margin, hint: hints.margin }, (row) => <MarginCell row={row} actions={actions} />, (row) => row.margin ?? row.initialMargin),
    figure(
      { id: 'ratio', term: 'margin-ratio', header: columns.marginRatio, width: 88, hint: hints.marginRatio, isDescendingFirst: true, of: 'position.marginRatio' },
      (row) => <RatioCell ratio={row.marginRatio} label={`${columns.marginRatio}, ${row.instrument}`} />,
      (row) => row.marginRatio,
    ),
    figure({ id: 'pnl', term: 'unrealized-pnl', header: columns.pnl, width: widths.pnl, hint: hints.pnl }, (row) => <PnlCell row={row} />, (row) => row.unrealizedPnl),
    figure({ id: 'funding', term: 'funding-fee', header: columns.funding, width: widths.funding, priority: 3, hint: hints.funding, of: 'position.funding' }, (row) => fundingCell(row, format), (row) => row.funding),
    figure({ id: 'protection', term: 'tp-sl', header: columns.protection, width: widths.protection, priority: 3 }, (row) => <ProtectionCell row={row} actions={actions} />),
    { id: 'actions', header: '', width: 116, align: 'end', cell: (row) => actionsCell(row, actions) },
  ]
}

type FigureColumn = Pick<Column, 'id' | 'header' | 'width' | 'hint' | 'term' | 'priority' | 'isDescendingFirst'> & {
  /** What stands in the cell; where it holds several figures, they say so themselves. */
  readonly of?: Parameters<typeof figureTag>[0]
}

function figure({ of, ...column }: FigureColumn, cell: (row: OpenPositionRow) => ReactNode, amount?: (row: OpenPositionRow) => string | undefined): Column {
  const value = (row: PositionTableRow): string | undefined => (row.type === 'open' ? amount?.(row) : undefined)
  return {
    ...column,
    align: 'end',
    cell: (row) => (row.type === 'open' ? cell(row) : null),
    ...(of === undefined ? {} : { figure: (row) => (row.type === 'open' ? figureTag(of, row) : undefined) }),
    ...(amount === undefined ? {} : { compare: (a, b) => compareAmounts(value(a), value(b)) }),
  }
}

function marketCell(row: PositionTableRow, actions: PositionActions): ReactNode {
  if (row.type === 'bucket') return <BucketName head={row} />
  return row.type === 'open' ? <MarketCell row={row} actions={actions} /> : <QuietName row={row} />
}

function fundingCell(row: OpenPositionRow, format: Format): ReactNode {
  return isZero(row.funding) ? <Figure tone="quiet">—</Figure> : <Figure tone={toneOf(row.funding)} amount={row.funding}>{format.money(row.funding, { signed: true })}</Figure>
}

function actionsCell(row: PositionTableRow, actions: PositionActions): ReactNode {
  if (row.type === 'bucket') return <BucketActions head={row} actions={actions} />
  if (row.type === 'open') return <ActionsCell row={row} actions={actions} />
  return <Button size="small" onClick={() => actions.why(row)}>{words.why}<span className="visually-hidden"> {row.instrument}, {words.opensIncident}</span></Button>
}

function nameOf(row: PositionTableRow): string {
  return row.type === 'bucket' ? row.bucket : row.instrument
}

function distanceOf(row: PositionTableRow): number | undefined {
  return row.type === 'open' && row.liquidation.type === 'price' ? row.liquidation.distance : undefined
}
