import type { CommandDocument } from '../documents/scenario/CommandDocument.ts'
import type { OrderSide, TicketDraft } from '../workers/run/TicketDraft.ts'
import type { ScenarioFile } from '../workers/run/ScenarioFile.ts'
import type { Twin } from '../workers/run/Frame.ts'
import type { ImportMapping } from './slices/ImportState.ts'
import type { SettingsState } from './slices/SettingsState.ts'
import type { Speed } from './slices/PlaybackState.ts'

/** Everything a user can do. None throws; what goes wrong ends in `notices`, `problems` or a preview's rejection. */
export interface AppActions {
  /** Restores the saved scenario, or opens the built-in one. Call once. @returns what it was */
  start(fallbackBuiltinId: string): Promise<'restored' | 'builtin'>
  /** Ends timers, workers and channels. */
  stop(): void

  // Scenario
  loadBuiltin(id: string): Promise<boolean>
  /** A Scenario document as JSON text, or a value. The scenario before stays on the undo stack. */
  openDocument(source: string | ScenarioFile): Promise<boolean>
  /** The built-in scenario it started as, untouched; undoable. */
  resetToBuiltin(): Promise<boolean>
  /** JSON text of the scenario as it stands. */
  exportScenario(): string
  /** Replaces title, wallet, rules, between, candle path, settings; undoable. */
  changeSettings(patch: Partial<Pick<ScenarioFile, 'title' | 'wallet' | 'rules' | 'between' | 'candlePath' | 'positionMode' | 'settings' | 'tape'>>): Promise<boolean>
  /**
   * Gives a command at the cursor; id, tick and (for orders) leg are filled in. In the past, with commands after it,
   * it waits in `scenario.pendingCut` for `confirmCut`. Resolves when the frame with its consequences is shown.
   */
  give(command: CommandDocument): Promise<boolean>
  confirmCut(): Promise<boolean>
  cancelCut(): void
  /** Replaces a command that was given before; its id and tick stay. */
  editCommand(id: string, command: CommandDocument): Promise<boolean>
  removeCommand(id: string): Promise<boolean>
  undo(): Promise<boolean>
  redo(): Promise<boolean>

  // Playback
  /** From the end: starts over. `pauseAtLiquidation` overrides the scenario's setting for this run (the first showing). */
  play(options?: { readonly pauseAtLiquidation?: boolean }): void
  pause(): void
  togglePlay(): void
  step(by: number): Promise<void>
  /** Shows a tick. Ticks beyond `seen` are played, without stopping. A newer seek replaces it. */
  seek(tick: number): Promise<void>
  nextEvent(): Promise<void>
  previousEvent(): Promise<void>
  restart(): Promise<void>
  setSpeed(speed: Speed): void
  setPauseAtLiquidation(value: boolean): void

  // Selection
  selectInstrument(instrument: string): void
  selectAccount(twin: Twin): void
  selectLeg(leg: string | undefined): void
  hover(tick: number | undefined): void

  // Ticket and edits
  setTicket(patch: Partial<TicketDraft>): void
  /** Gives the ticket's order; the size field is emptied when it was taken. */
  placeTicket(side: OrderSide): Promise<boolean>
  /** Opens (or changes) a dialog on a position: its command is previewed as it is typed. */
  previewEdit(command: CommandDocument): void
  closeEdit(): void
  applyEdit(): Promise<boolean>
  openIncident(at: { readonly twin: Twin; readonly seq: number }): void
  closeIncident(): void

  // Files
  importFiles(files: readonly File[]): Promise<void>
  setImportMapping(file: string, mapping: Partial<ImportMapping>): void
  cancelImport(): void
  /** Opens the imported tape as a new scenario; undoable. */
  acceptImport(): Promise<boolean>

  // The rest
  setSettings(patch: Partial<SettingsState>): void
  dismissNotice(id: number): void
  /** Takes saving over from another tab. */
  takeOver(): Promise<void>
}
