import { useMemo } from 'react'
import { figureTag } from '../../../store/figures/figureTag.ts'
import type { FundChangeRow } from '../../../store/selectors/rows/InsuranceRows.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/TableColumn.ts'
import { LineCard } from '../lists/LineCard.tsx'
import { amountColumn, barColumn, timeColumn } from '../lists/listColumns.tsx'
import { toneOf } from '../rowText.ts'
import { capital } from '../words/capital.ts'
import { insuranceWords as words } from '../words/insuranceWords.ts'
import type { Say } from '../words/Say.ts'

export interface FundChangesTableProps {
  readonly rows: readonly FundChangeRow[]
  readonly twin: string
  readonly say: Say
  readonly onSeek: (tick: number) => void
}

/** Every change of the funds: why, for which pool, and what was there after it. */
export function FundChangesTable({ rows, twin, say, onSeek }: FundChangesTableProps) {
  const format = useFormat()
  const columns = useMemo(() => columnsOf(rows, twin, { say, format }), [rows, twin, say, format])
  return (
    <DataTable
      caption={words.fund}
      columns={columns}
      rows={rows}
      rowId={({ key }) => key}
      density="compact"
      empty={null}
      onSelect={({ tick }) => onSeek(tick)}
      renderCard={(row) => (
        <LineCard
          title={words.why[row.why]}
          aside={<Figure figure={figureTag('fund.change', { ...row, twin })}>{signed(row.change, format)}</Figure>}
          detail={<FigureWords text={[poolName(row, say), `${words.columns.balance} ${format.money(row.balance)}`].filter((part) => part !== '').join(', ')} figures={[{ text: format.money(row.balance), figure: figureTag('fund.balance', { ...row, twin }) }]} />}
          tick={row.tick}
          amount={undefined}
          onSeek={onSeek}
        />
      )}
    />
  )
}

function columnsOf(rows: readonly FundChangeRow[], twin: string, { say, format }: { readonly say: Say; readonly format: Format }): readonly TableColumn<FundChangeRow>[] {
  const { columns } = words
  const hasOwn = rows.some(({ fund }) => fund !== 'venue')
  return [
    barColumn(),
    timeColumn(),
    ...(hasOwn ? [{ id: 'fund', header: columns.fund, width: 120, cell: (row: FundChangeRow) => row.fund }] : []),
    { id: 'why', header: columns.why, width: 168, cell: (row) => words.why[row.why] },
    { id: 'pool', header: columns.pool, width: 160, priority: 2, cell: (row) => poolName(row, say) },
    amountColumn({ id: 'change', header: columns.change, width: 120, figure: (row) => figureTag('fund.change', { ...row, twin }), cell: (row) => signed(row.change, format), amount: (row) => row.change }),
    { id: 'balance', term: 'insurance-fund', header: columns.balance, width: 120, align: 'end', figure: (row) => figureTag('fund.balance', { ...row, twin }), cell: (row) => format.money(row.balance) },
  ]
}

function poolName({ pool }: FundChangeRow, say: Say): string {
  return pool === undefined ? '' : capital(say.pool(pool))
}

function signed(amount: string, format: Format) {
  return <Figure tone={toneOf(amount)}>{format.money(amount, { signed: true })}</Figure>
}
