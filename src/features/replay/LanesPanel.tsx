import { useMemo } from 'react'
import { selectChartMarks } from '../../store/selectors/selectChartMarks.ts'
import { selectLaneRows } from '../../store/selectors/selectLaneRows.ts'
import type { ComparedLane, LaneHalf, LaneRow } from '../../store/selectors/rows/LaneRow.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { FirewallLanes } from '../../ui/charts/FirewallLanes.tsx'
import type { Lane, LaneCell, LaneLink } from '../../ui/charts/lane.ts'
import { useSharedCursor } from './useSharedCursor.ts'

const NO_MARKS = [] as const
const BRANCHES = { names: ['this branch', 'the other'], letters: ['A', 'B'] } as const

/** Chart B: how full each compartment is, and who is taken along when one floods. (product.md 5.4) */
export function LanesPanel({ otherName }: { readonly otherName?: string | undefined }) {
  const isCompared = otherName !== undefined
  const rows: readonly (LaneRow & Partial<ComparedLane>)[] = useAppStore((state) => (state.rival?.look.lanes ?? selectLaneRows)(state))
  const marks = useAppStore(selectChartMarks)
  const cursor = useSharedCursor()
  const lanes = useMemo(() => rows.map((row) => laneOf(row, cursor.cursor, cursor.names.short)), [rows, cursor.cursor, cursor.names])
  const links = useMemo(
    (): readonly LaneLink[] =>
      (isCompared ? NO_MARKS : marks)
        .filter((mark) => mark.twins.includes('all-cross') && mark.bystanders.some((leg) => leg.price !== undefined))
        .map((mark) => ({ tick: mark.at, from: mark.culprit.leg, to: mark.bystanders.filter((leg) => leg.price !== undefined).map((leg) => leg.leg) })),
    [marks, isCompared],
  )
  return (
    <FirewallLanes
      {...cursor}
      lanes={lanes}
      links={links}
      title="Firewall lanes"
      note={isCompared ? <span data-name="">{`A: this branch · B: ${otherName}`}</span> : 'Margin ratio: MM ÷ margin balance, liquidated at 100%'}
      halves={isCompared ? BRANCHES : undefined}
      maxHeight={176}
    />
  )
}

function laneOf(row: LaneRow & Partial<ComparedLane>, cursor: number, name: (tick: number) => string): Lane {
  const isoFlood = row.isolated.liquidations.at(-1)?.at
  const crossFlood = row.cross.liquidations.at(-1)?.at
  return {
    id: row.leg,
    label: row.base,
    side: row.isLong ? 'long' : 'short',
    iso: cells(row.isolated, cursor),
    cross: cells(row.cross, cursor),
    isoEnd: state(row.isolated, name),
    crossEnd: state(row.cross, name),
    isoFlood: row.isolated.status === 'liquidated' ? isoFlood : undefined,
    crossFlood: row.cross.status === 'liquidated' ? crossFlood : undefined,
    modes: row.modes,
  }
}

/** The cells up to where the leg ended exactly, then the closed rest up to the cursor. */
function cells(half: LaneHalf, cursor: number): readonly LaneCell[] {
  const end = half.liquidations.at(-1)?.at
  const open = half.cells.map((cell): LaneCell => ({ from: cell.from, to: cell.to, level: cell.bucket }))
  const last = open.at(-1)
  if (half.status === 'open' || half.status === 'never-opened' || last === undefined) return open
  const stop = half.status === 'liquidated' && end !== undefined ? end : (half.endTick ?? last.to)
  const kept = open.filter((cell) => cell.from < stop).map((cell) => (cell.to > stop ? { ...cell, to: stop } : cell))
  const tail = kept.at(-1)
  const joined = tail !== undefined && tail.to < stop ? [...kept.slice(0, -1), { ...tail, to: stop }] : kept
  return stop < cursor ? [...joined, { from: stop, to: cursor, level: 'closed' }] : joined
}

function state(half: LaneHalf, name: (tick: number) => string): string {
  if (half.status === 'open') return 'open'
  if (half.status === 'never-opened') return 'not opened'
  // Within a bar is that bar's business: 7.6 happened in bar 8.
  return half.endTick === undefined ? 'closed' : `closed at ${name(Math.ceil(half.endTick))}`
}
