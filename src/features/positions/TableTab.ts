import type { SelectionState } from '../../store/slices/SelectionState.ts'

export type TableTab = 'positions' | 'orders' | 'trades' | 'funding' | 'insurance' | 'events'

/** Lists of what happened and what rests: loaded with the first look at one. */
export type ListTab = Exclude<TableTab, 'positions' | 'insurance'>

/** Whose events are shown. */
export type EventScope = SelectionState['account'] | 'all'
