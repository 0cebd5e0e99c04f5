import { useMemo } from 'react'
import { figureTag } from '../../../store/figures/figureTag.ts'
import type { FundingRow } from '../../../store/selectors/rows/TableRows.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { EmptyState } from '../../../ui/primitives/EmptyState.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/TableColumn.ts'
import { compareWords } from '../compareAmounts.ts'
import { toneOf } from '../rowText.ts'
import { emptyWords } from '../words/emptyWords.ts'
import { listWords } from '../words/listWords.ts'
import type { Say } from '../words/Say.ts'
import { words } from '../words/words.ts'
import { fundingLines, type FundingLine } from './fundingLines.ts'
import { LineCard } from './LineCard.tsx'
import { amountColumn, barColumn, timeColumn } from './listColumns.tsx'

export interface FundingTableProps {
  readonly rows: readonly FundingRow[]
  readonly say: Say
  readonly onSeek: (tick: number) => void
}

/** Funding payments of the account shown, with what each position has paid or received so far. */
export function FundingTable({ rows, say, onSeek }: FundingTableProps) {
  const format = useFormat()
  const lines = useMemo(() => fundingLines(rows), [rows])
  const columns = useMemo(() => fundingColumns(format, say), [format, say])
  return (
    <DataTable
      caption={words.tabs.funding}
      columns={columns}
      rows={lines}
      rowId={keyOf}
      density="compact"
      empty={<EmptyState title={emptyWords.funding.title}>{emptyWords.funding.text}</EmptyState>}
      initialSort={{ id: 'bar', isDescending: true }}
      onSelect={(row) => onSeek(row.tick)}
      renderCard={(row) => (
        <LineCard
          title={say.leg(row.leg)}
          aside={<Figure tone={toneOf(row.amount)} figure={figureTag('funding.amount', row)}>{format.money(row.amount, { signed: true })}</Figure>}
          detail={<FigureWords text={`${listWords.rate(format.rate(row.rate, { signed: true }))}, ${listWords.sumSoFar(format.money(row.sum, { signed: true }))}`} figures={[{ text: format.rate(row.rate, { signed: true }), figure: figureTag('funding.rate', row) }, { text: format.money(row.sum, { signed: true }), figure: figureTag('funding.cumulative', row) }]} />}
          tick={row.tick}
          amount={undefined}
          onSeek={onSeek}
        />
      )}
    />
  )
}

function keyOf(row: FundingLine): string {
  return row.key
}

function fundingColumns(format: Format, say: Say): readonly TableColumn<FundingLine>[] {
  const { columns } = words
  const signed = (amount: string) => <Figure tone={toneOf(amount)}>{format.money(amount, { signed: true })}</Figure>
  return [
    barColumn(),
    timeColumn(),
    { id: 'position', header: columns.position, width: 128, cell: (row) => say.leg(row.leg), compare: (a, b) => compareWords(a.leg, b.leg) },
    amountColumn({ id: 'mark', term: 'mark-price', header: columns.mark, width: 96, figure: (row) => figureTag('funding.price', row), cell: (row) => say.price(row.leg, row.mark), amount: (row) => row.mark }),
    amountColumn({ id: 'rate', term: 'funding-rate', header: columns.rate, width: 88, figure: (row) => figureTag('funding.rate', row), cell: (row) => format.rate(row.rate, { signed: true }), amount: (row) => row.rate }),
    amountColumn({ id: 'amount', term: 'funding-fee', header: columns.amount, width: 96, figure: (row) => figureTag('funding.amount', row), cell: (row) => signed(row.amount), amount: (row) => row.amount }),
    { id: 'sum', header: columns.sum, width: 104, figure: (row) => figureTag('funding.cumulative', row), align: 'end', cell: (row) => signed(row.sum) },
  ]
}
