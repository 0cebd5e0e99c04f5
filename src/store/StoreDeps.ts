import type { Timers } from '../workers/Timers.ts'
import type { WorkerLike } from '../workers/WorkerLike.ts'
import type { KeyValueStorage } from './persistence/KeyValueStorage.ts'
import type { LastWords } from './persistence/LastWords.ts'
import type { TabChannel } from './persistence/TabChannel.ts'
import type { Clock } from './playback/Clock.ts'

/** Everything the store needs from the page it lives in; a test brings its own. */
export interface StoreDeps {
  readonly startRunWorker: () => WorkerLike
  readonly startImportWorker: () => WorkerLike
  readonly startExchangeWorker: () => WorkerLike
  readonly storage: KeyValueStorage
  readonly lastWords: LastWords
  readonly tabs: TabChannel
  readonly clock: Clock
  readonly timers: Timers
  /** Calls back when the page is about to go away. @returns how to stop that */
  readonly onLeave: (callback: () => void) => () => void
}
