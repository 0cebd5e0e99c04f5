import { useMemo } from 'react'
import { figureTag } from '../../../store/figures/figureTag.ts'
import type { DeleveragedRow } from '../../../store/selectors/rows/InsuranceRows.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/TableColumn.ts'
import { LineCard } from '../lists/LineCard.tsx'
import { amountColumn, barColumn, timeColumn } from '../lists/listColumns.tsx'
import { insuranceWords as words } from '../words/insuranceWords.ts'
import type { Say } from '../words/Say.ts'

export interface DeleveragedTableProps {
  readonly rows: readonly DeleveragedRow[]
  readonly twin: string
  readonly say: Say
  readonly onSeek: (tick: number) => void
}

/** Who was closed to pay for a loss, in the order of the ranking. */
export function DeleveragedTable({ rows, twin, say, onSeek }: DeleveragedTableProps) {
  const format = useFormat()
  const columns = useMemo(() => columnsOf(twin, say, format), [twin, say, format])
  return (
    <DataTable
      caption={words.deleveraged}
      columns={columns}
      rows={rows}
      rowId={({ key }) => key}
      density="compact"
      empty={null}
      onSelect={({ tick }) => onSeek(tick)}
      renderCard={(row) => (
        <LineCard
          title={row.counterparty}
          aside={<Figure figure={figureTag('event.amount', { twin, seq: row.seq })}>{format.money(row.amount)}</Figure>}
          detail={<FigureWords
            text={`${words.rank(row.rank)}, ${closedWords(row, say)}, ${say.price(row.leg, row.price)}`}
            figures={[{ text: say.size(row.leg, row.qty), figure: figureTag('trade.qty', { twin, seq: row.seq }) }, { text: say.price(row.leg, row.price), figure: figureTag('trade.price', { twin, seq: row.seq }) }]}
          />}
          tick={row.tick}
          amount={undefined}
          onSeek={onSeek}
        />
      )}
    />
  )
}

function columnsOf(twin: string, say: Say, format: Format): readonly TableColumn<DeleveragedRow>[] {
  const { columns, hints } = words
  const of = (id: Parameters<typeof figureTag>[0]) => (row: DeleveragedRow): string => figureTag(id, { twin, seq: row.seq })
  return [
    barColumn(),
    timeColumn(),
    amountColumn({ id: 'rank', term: 'adl', header: columns.rank, width: 56, figure: of('event.rank'), cell: (row) => row.rank, amount: (row) => String(row.rank) }),
    { id: 'who', header: columns.who, width: 104, cell: (row) => row.counterparty },
    { id: 'closed', header: columns.closed, width: 128, align: 'end', figure: of('trade.qty'), cell: (row) => closedWords(row, say) },
    amountColumn({ id: 'price', term: 'bankruptcy-price', header: columns.price, width: 80, hint: hints.price, figure: of('trade.price'), cell: (row) => say.price(row.leg, row.price), amount: (row) => row.price }),
    amountColumn({ id: 'score', term: 'adl', header: columns.score, width: 80, priority: 2, figure: of('event.score'), cell: (row) => scoreText(row.score, format), amount: (row) => row.score }),
    amountColumn({ id: 'paid', header: columns.paid, width: 96, hint: hints.paid, figure: of('event.amount'), cell: (row) => format.money(row.amount), amount: (row) => row.amount }),
    { id: 'for', header: columns.for, width: 72, align: 'end', cell: (row) => say.leg(row.leg) },
  ]
}

function closedWords({ leg, qty }: DeleveragedRow, say: Say): string {
  return words.side(!qty.startsWith('-'), say.size(leg, qty))
}

/** Scores are quotients of many digits. */
export function scoreText(score: string, format: Format): string {
  return format.quantity(score, { stepSize: '0.0001' })
}
