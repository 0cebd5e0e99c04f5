import { useCallback, useMemo, useState } from 'react'
import type { BucketHead } from '../../../store/selectors/selectBucketHeads.ts'
import type { PositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { words } from '../words/words.ts'
import { BucketWords } from './BucketLine.tsx'
import { columnWidths, type ColumnWidths } from './columnWidths.ts'
import { LiquidatedWords } from './LiquidatedWords.tsx'
import { NoPositions } from '../NoPositions.tsx'
import type { PositionActions } from './PositionActions.ts'
import { PositionCard } from './PositionCard.tsx'
import { positionColumns } from './positionColumns.tsx'
import { positionBlocks, positionLines } from './positionLines.ts'
import type { PositionTableRow } from './PositionTableRow.ts'

export interface PositionsTableProps {
  readonly rows: readonly PositionRow[]
  readonly buckets: readonly BucketHead[]
  readonly selectedLeg: string | undefined
  /** All stable: the columns are built once for them. */
  readonly actions: PositionActions
  readonly onSelect: (row: PositionRow) => void
}

/** Positions, grouped by their buckets; sortable by value within a group; cards at 640 px and below. */
export function PositionsTable({ rows, buckets, selectedLeg, actions, onSelect }: PositionsTableProps) {
  const format = useFormat()
  const widths = useSame(columnWidths(rows, format))
  const columns = useMemo(() => positionColumns(format, actions, widths), [format, actions, widths])
  const lines = useMemo(() => positionLines(rows, buckets), [rows, buckets])
  const block = useMemo(() => positionBlocks(buckets), [buckets])
  const select = useCallback((row: PositionTableRow) => {
    if (row.type !== 'bucket') onSelect(row)
  }, [onSelect])
  return (
    <DataTable
      caption={words.tabs.positions}
      columns={columns}
      rows={lines}
      rowId={keyOf}
      block={block}
      empty={<NoPositions />}
      selectedId={lines.find((line) => line.type !== 'bucket' && line.leg === selectedLeg)?.key}
      onSelect={select}
      renderSpan={spanOf}
      renderCard={(row) => <PositionCard row={row} isSelected={row.type !== 'bucket' && row.leg === selectedLeg} actions={actions} onSelect={select} />}
    />
  )
}

function keyOf(row: PositionTableRow): string {
  return row.key
}

function spanOf(row: PositionTableRow) {
  if (row.type === 'open') return undefined
  return row.type === 'bucket' ? <BucketWords head={row} /> : <LiquidatedWords row={row} />
}

/** The widths of before while they are the same: other columns would be built anew, and the focus in them lost. */
function useSame(widths: ColumnWidths): ColumnWidths {
  const [kept, keep] = useState(widths)
  if (JSON.stringify(kept) === JSON.stringify(widths)) return kept
  keep(widths)
  return widths
}
