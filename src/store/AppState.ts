import type { AppActions } from './AppActions.ts'
import type { DrawnSoFar } from './DrawActions.ts'
import type { ExplainState } from './slices/ExplainState.ts'
import type { CalculateState } from './slices/CalculateState.ts'
import type { BranchesState } from './slices/BranchesState.ts'
import type { ExchangeState } from './slices/ExchangeState.ts'
import type { ImportState } from './slices/ImportState.ts'
import type { IncidentState } from './slices/IncidentState.ts'
import type { Notice } from './slices/Notice.ts'
import type { PlaybackState } from './slices/PlaybackState.ts'
import type { RivalState } from './slices/RivalState.ts'
import type { RuleDiffState } from './slices/RuleDiffState.ts'
import type { RulesState } from './slices/RulesState.ts'
import type { ScenarioState } from './slices/ScenarioState.ts'
import type { Screen } from './slices/Screen.ts'
import type { SelectionState } from './slices/SelectionState.ts'
import type { SettingsState } from './slices/SettingsState.ts'
import type { SharedState } from './slices/SharedState.ts'
import type { StorageState } from './slices/StorageState.ts'
import type { EditState, TicketState } from './slices/TicketState.ts'
import type { ViewState } from './slices/ViewState.ts'

/** Everything the screen can show. Replaced piece by piece, never mutated. */
export interface AppState {
  /** The address names it; `showScreen` changes it. */
  readonly screen: Screen
  readonly scenario: ScenarioState
  /** The lines of the scenario; the open one is `scenario`. */
  readonly branches: BranchesState
  /** The line that is compared with the open one, if one is. */
  readonly rival: RivalState | undefined
  readonly playback: PlaybackState
  readonly view: ViewState
  readonly selection: SelectionState
  readonly ticket: TicketState
  /** The open position dialog (margin, leverage, pool, protection, close), if any. */
  readonly edit: EditState | undefined
  /** The question before everything is closed. */
  readonly isClosingAll: boolean
  /** Prices are being drawn over the chart. */
  readonly isDrawing: boolean
  /** What has been drawn so far, by market, for when the screen is laid out anew meanwhile. */
  readonly drawnSoFar: DrawnSoFar | undefined
  readonly incident: IncidentState | undefined
  readonly explain: ExplainState
  readonly importing: ImportState
  readonly exchange: ExchangeState
  readonly rules: RulesState
  readonly ruleDiff: RuleDiffState
  readonly calculate: CalculateState
  readonly shared: SharedState
  readonly settings: SettingsState
  readonly notices: readonly Notice[]
  readonly storage: StorageState
  readonly actions: AppActions
}
