import type { RunClient } from '../workers/run/runClient.ts'
import type { AppState } from './AppState.ts'
import type { Saver } from './persistence/createSaver.ts'
import type { TapeShelf } from './persistence/tapeShelf.ts'
import type { FrameLoop } from './playback/createFrameLoop.ts'
import type { PlaybackDriver } from './playback/createPlaybackDriver.ts'
import type { PreviewLoop } from './playback/createPreviewLoop.ts'
import type { NoticeBody } from './slices/Notice.ts'
import type { StoreDeps } from './StoreDeps.ts'

/** What the actions share: the state, and the machinery behind it. */
export interface Kit {
  readonly deps: StoreDeps
  readonly get: () => AppState
  readonly set: (patch: Partial<AppState>) => void
  /** Replaces a slice by itself with some fields changed. */
  readonly patch: <K extends PatchableSlice>(slice: K, fields: Partial<AppState[K]>) => void
  readonly notify: (body: NoticeBody) => void
  readonly run: RunClient
  /** A worker of the same kind for the comparison of rules: started by the first one. */
  readonly comparer: RunClient
  readonly frames: FrameLoop
  readonly driver: PlaybackDriver
  readonly previews: PreviewLoop
  /** Whether this showing pauses at liquidations, where `play` was told; else the scenario says. */
  readonly showing: { pauses: boolean | undefined }
  readonly saver: Saver
  readonly shelf: TapeShelf
  /** What plays another line beside the open one, while there is one. */
  readonly rival: { current: Rival | undefined }
  /** Changes of the scenario happen one after the other. */
  readonly serially: <T>(task: () => Promise<T>) => Promise<T>
}

/** The engine of a line that is compared. */
export interface Rival {
  /** Goes to where the open line is; resolves when it is there. */
  follow(): Promise<void>
  close(): void
}

export type PatchableSlice = 'scenario' | 'branches' | 'playback' | 'view' | 'selection' | 'ticket' | 'importing' | 'exchange' | 'rules' | 'ruleDiff' | 'calculate' | 'explain' | 'shared' | 'settings' | 'storage'
