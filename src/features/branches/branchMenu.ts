import type { BranchRow } from '../../store/selectors/rows/BranchRow.ts'
import type { MenuItem } from '../../ui/primitives/Menu.tsx'
import { words } from './words.ts'

/** What can be done with a line. */
export interface BranchDoor {
  readonly open: (id: string) => void
  readonly compare: (row: BranchRow) => void
  readonly rename: (row: BranchRow) => void
  readonly promote: (id: string) => void
  readonly remove: (id: string) => void
}

export function branchMenu(row: BranchRow, count: number, door: BranchDoor): readonly MenuItem[] {
  return [
    { id: 'open', label: words.actions.open, icon: 'arrow-right', keys: 'Enter', reason: row.isOpen ? words.isOpen : undefined, onSelect: () => door.open(row.id) },
    { id: 'compare', label: row.isCompared ? words.actions.endCompare : words.actions.compare, icon: 'equals', keys: 'C', reason: row.isOpen ? words.compareThis : undefined, onSelect: () => door.compare(row) },
    { id: 'rename', label: words.actions.rename, icon: 'pencil', keys: 'F2', onSelect: () => door.rename(row) },
    { id: 'promote', label: words.actions.promote, icon: 'chevron-up', reason: row.parent === undefined ? words.isRoot : undefined, onSelect: () => door.promote(row.id) },
    { id: 'remove', label: words.actions.remove, icon: 'close', keys: 'Delete', reason: count === 1 ? words.onlyOne : undefined, onSelect: () => door.remove(row.id) },
  ]
}
