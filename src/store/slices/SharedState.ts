import type { TicketDraft } from '../../workers/run/TicketDraft.ts'
import type { CalculateDesk } from './CalculateState.ts'
import type { HistoryEntry } from './ScenarioState.ts'
import type { SelectionState } from './SelectionState.ts'

/** What came by a link, beside one's own work. */
export interface SharedState {
  /** `open`: what is shown came by a link, and nothing of it is saved. */
  readonly status: 'none' | 'opening' | 'open'
  /** What was open before; `kept`: it is in the browser's storage and was not opened yet. */
  readonly own: OwnWork | 'kept' | undefined
}

/** One's own scenario as it stood when a link was opened, to be had back exactly so. */
export interface OwnWork {
  readonly entry: Omit<HistoryEntry, 'label'>
  readonly past: readonly HistoryEntry[]
  readonly future: readonly HistoryEntry[]
  readonly seen: number
  readonly selection: SelectionState
  readonly ticket: TicketDraft
  /** Absent while the calculators were not opened. */
  readonly desk: CalculateDesk | undefined
}
