import type { PartKind } from '../documents/scenario/TapeSource.ts'
import type { CommandDocument } from '../documents/scenario/CommandDocument.ts'
import type { Fingerprint } from '../workers/run/fingerprintOf.ts'
import type { OrderSide, TicketDraft } from '../workers/run/TicketDraft.ts'
import type { ScenarioCommand, ScenarioFile } from '../workers/run/ScenarioFile.ts'
import type { Twin } from '../workers/run/Frame.ts'
import type { BranchActions } from './BranchActions.ts'
import type { ExplainActions } from './ExplainActions.ts'
import type { ExchangeActions } from './ExchangeActions.ts'
import type { IncidentActions } from './IncidentActions.ts'
import type { CalculateActions } from './CalculateActions.ts'
import type { DrawActions } from './DrawActions.ts'
import type { PriceActions } from './PriceActions.ts'
import type { RuleDiffActions } from './RuleDiffActions.ts'
import type { RulesActions } from './RulesActions.ts'
import type { ShareActions } from './ShareActions.ts'
import type { ImportMapping } from './slices/ImportState.ts'
import type { SettingsState } from './slices/SettingsState.ts'
import type { Speed } from './slices/PlaybackState.ts'
import type { Screen } from './slices/Screen.ts'

/** Everything a user can do. None throws; what goes wrong ends in `notices`, `problems` or a preview's rejection. */
export interface AppActions extends ExplainActions, IncidentActions, RulesActions, RuleDiffActions, CalculateActions, ShareActions, BranchActions, PriceActions, ExchangeActions, DrawActions {
  /**
   * Opens what the link carries, if there is one and it can be opened; else restores the saved scenario, or opens the
   * built-in one. Call once. @returns what it was
   */
  readonly start: (fallbackBuiltinId: string, link?: string) => Promise<'restored' | 'builtin' | 'shared'>
  /** Ends timers, workers and channels. */
  readonly stop: () => void

  // Scenario
  readonly loadBuiltin: (id: string) => Promise<boolean>
  /** A Scenario document as JSON text, or a value. The scenario before stays on the undo stack. */
  readonly openDocument: (source: string | ScenarioFile) => Promise<boolean>
  /** The built-in scenario it started as, untouched; undoable. */
  readonly resetToBuiltin: () => Promise<boolean>
  /** JSON text of the scenario as it stands. */
  readonly exportScenario: () => string
  /** Fingerprint of the prices and of every account's events up to the tick shown; absent when the engine does not answer. */
  readonly fingerprint: () => Promise<Fingerprint | undefined>
  /** Replaces title, wallet, rules, between, candle path, settings; undoable. */
  readonly changeSettings: (patch: Partial<Pick<ScenarioFile, 'title' | 'wallet' | 'rules' | 'between' | 'candlePath' | 'positionMode' | 'settings' | 'tape'>>) => Promise<boolean>
  /**
   * Gives a command at the cursor; id, tick and (for orders) leg are filled in. In the past a line of its own grows from
   * it, without what was given later. Resolves when the frame with its consequences is shown.
   */
  readonly give: (command: CommandDocument) => Promise<boolean>
  /** The same for several commands, decided one after the other: one step of the history. */
  readonly giveAll: (commands: readonly CommandDocument[]) => Promise<boolean>
  /** Opens and closes the question before everything is closed. */
  readonly askCloseAll: (isOpen: boolean) => void
  /** Replaces a command that was given before; its id and tick stay. */
  readonly editCommand: (id: string, command: CommandDocument) => Promise<boolean>
  readonly removeCommand: (id: string) => Promise<boolean>
  readonly undo: () => Promise<boolean>
  readonly redo: () => Promise<boolean>

  // Playback
  /** From the end: starts over. `pauseAtLiquidation` overrides the scenario's setting for this run (the first showing). */
  readonly play: (options?: { readonly pauseAtLiquidation?: boolean }) => void
  readonly pause: () => void
  readonly togglePlay: () => void
  readonly step: (by: number) => Promise<void>
  /** Shows a tick. Ticks beyond `seen` are played, without stopping. A newer seek replaces it. */
  readonly seek: (tick: number) => Promise<void>
  readonly nextEvent: () => Promise<void>
  readonly previousEvent: () => Promise<void>
  readonly restart: () => Promise<void>
  readonly setSpeed: (speed: Speed) => void
  readonly setPauseAtLiquidation: (value: boolean) => void

  // Selection
  /** Another screen; a play that is left pauses. */
  readonly showScreen: (screen: Screen) => void
  readonly selectInstrument: (instrument: string) => void
  readonly selectAccount: (twin: Twin) => void
  readonly selectLeg: (leg: string | undefined) => void
  readonly hover: (tick: number | undefined) => void

  // Ticket and edits
  readonly setTicket: (patch: Partial<TicketDraft>) => void
  /** Gives the ticket's order; the size field is emptied when it was taken. */
  readonly placeTicket: (side: OrderSide) => Promise<boolean>
  /** Opens (or changes) a dialog on a position: its command is previewed as it is typed. */
  readonly previewEdit: (command: CommandDocument) => void
  readonly closeEdit: () => void
  readonly applyEdit: () => Promise<boolean>

  // Files
  /** Starts what reads files, so that it is there when one comes. */
  readonly prepareImport: () => void
  readonly importFiles: (files: readonly File[]) => Promise<void>
  /** Reads the file again by the corrected mapping. */
  readonly setImportMapping: (file: string, mapping: Partial<ImportMapping>) => void
  readonly setImportInstrument: (file: string, instrument: string) => void
  /** Mark, index or last price of its instrument. */
  readonly setImportKind: (file: string, kind: PartKind) => void
  readonly setImportBetween: (between: 'path' | 'jump') => void
  readonly removeImportFile: (file: string) => void
  readonly cancelImport: () => void
  /** Opens the imported tape as a new scenario, tick sizes from the decimals seen; undoable. Without `commands` it starts empty. */
  readonly acceptImport: (options?: { readonly commands?: readonly ScenarioCommand[] }) => Promise<boolean>

  // The rest
  readonly setSettings: (patch: Partial<SettingsState>) => void
  readonly dismissNotice: (id: number) => void
  /** The text of a saved document that could not be read, as it was found; absent where it is gone. */
  readonly readKeptAside: (key: string) => Promise<string | undefined>
  /** Takes saving over from another tab. */
  readonly takeOver: () => Promise<void>
}
