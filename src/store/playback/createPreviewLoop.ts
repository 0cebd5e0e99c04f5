import type { Timers } from '../../workers/Timers.ts'
import type { Clock } from './Clock.ts'

/** Keeps an answer up to date with a question that changes while it is typed and while the tape plays. */
export interface PreviewLoop {
  /** Something the previews depend on has changed. */
  refresh(): void
  /** The same without the wait that lets typing and playing gather: something else was opened, and nobody types. */
  now(): void
  stop(): void
}

/** While the tape plays, previews take at most this part of the worker's time. */
const SHARE = 4
const SHORTEST_WAIT = 16
const PLAYING_WAIT = 100

export interface PreviewLoopOptions {
  readonly clock: Clock
  readonly timers: Timers
  readonly isPlaying: () => boolean
  /** Asks and stores the answers; resolves when they are there. */
  readonly ask: () => Promise<void>
}

/** One question at a time; changes in the meantime lead to one more. */
export function createPreviewLoop({ clock, timers, isPlaying, ask }: PreviewLoopOptions): PreviewLoop {
  let timer: number | undefined
  let isAsking = false
  let isWanted = false
  let cost = 0
  let isStopped = false

  const run = async (): Promise<void> => {
    timer = undefined
    isWanted = false
    isAsking = true
    const start = clock.now()
    await ask()
    cost = clock.now() - start
    isAsking = false
    if (isWanted) refresh()
  }

  const refresh = (): void => {
    isWanted = true
    if (isStopped || isAsking || timer !== undefined) return
    timer = timers.set(() => void run(), isPlaying() ? Math.max(PLAYING_WAIT, SHARE * cost) : SHORTEST_WAIT)
  }

  return {
    refresh,
    now() {
      isWanted = true
      if (isStopped || isAsking) return
      if (timer !== undefined) timers.clear(timer)
      void run()
    },
    stop() {
      isStopped = true
      if (timer !== undefined) timers.clear(timer)
    },
  }
}
