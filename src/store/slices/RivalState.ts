import type { AppState } from '../AppState.ts'
import type { ComparedFacts } from '../selectors/rows/ComparedFacts.ts'
import type { EquityRow } from '../selectors/rows/EquityRow.ts'
import type { ComparedLane } from '../selectors/rows/LaneRow.ts'
import type { EventRow } from '../selectors/rows/TableRows.ts'
import type { SessionInfo } from '../../workers/run/SessionInfo.ts'
import type { ViewState } from './ViewState.ts'

/** Another line beside the open one, played by a worker of its own to the same tick. */
export interface RivalState {
  readonly branch: string
  /** `failed`: it was refused or its engine does not run, see `problems`. */
  readonly status: 'opening' | 'open' | 'failed'
  readonly problems: readonly string[]
  /** Absent until it is open. */
  readonly info: SessionInfo | undefined
  readonly view: ViewState
  /** What is shown of both; their code comes with the first comparison. */
  readonly look: RivalLook
}

export interface RivalLook {
  /** Chart A, with the line of the other branch. */
  readonly rows: (state: AppState) => readonly EquityRow[]
  /** Chart B: a position’s half in either branch. */
  readonly lanes: (state: AppState) => readonly ComparedLane[]
  readonly events: (state: AppState) => readonly EventRow[]
  readonly facts: (state: AppState) => ComparedFacts | undefined
}
