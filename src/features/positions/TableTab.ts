import type { SelectionState } from '../../store/slices/SelectionState.ts'

export type TableTab = 'positions' | 'orders' | 'trades' | 'funding' | 'insurance' | 'events'

/** Whose events are shown. */
export type EventScope = SelectionState['account'] | 'all'
