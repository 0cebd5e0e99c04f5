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
}
