import type { Speed } from '../slices/PlaybackState.ts'
import type { Clock } from './Clock.ts'
import type { FrameLoop, FrameWish } from './createFrameLoop.ts'

/** Bars per second. `max`: as many bars a frame as the engine keeps up with at 60 frames a second. */
const RATES: Readonly<Record<Exclude<Speed, 'max'>, number>> = { '1x': 5, '2x': 10, '5x': 25, '20x': 100 }

/** Time that passed while nothing could be drawn (a hidden tab, a slow seek) does not count beyond this, ms. */
const LONGEST_STEP = 100
/** The engine may compute so long for a frame, ms: the rest of its 16 is for figures, charts and the way there and back. */
const TARGET_MILLIS = 6
/** Bars a frame where nothing has to be computed any more: fast, and still a film. */
const KNOWN_BARS = 64
const MOST_BARS = 2048

export interface PlaybackDriver {
  /** Plays from where the state stands until it is stopped, pauses itself, or the tape ends. */
  start(): void
  stop(): void
}

export interface PlaybackDriverOptions {
  readonly clock: Clock
  readonly frames: FrameLoop
  readonly onFailed: () => void
  readonly state: () => { readonly tick: number; readonly lastTick: number; readonly isPlaying: boolean; readonly speed: Speed; readonly pauses: boolean }
}

/** Moves the cursor on with the screen's clock; one frame request at a time, so a slow engine is never queued up behind. */
export function createPlaybackDriver({ clock, frames, state, onFailed }: PlaybackDriverOptions): PlaybackDriver {
  let handle: number | undefined
  let last: number | undefined
  let due = 0
  let batch = 1

  const show = async (wish: FrameWish): Promise<void> => {
    if ((await frames.show(wish)) === 'failed') onFailed()
  }

  const beat = (now: number): void => {
    handle = undefined
    const { tick, lastTick, isPlaying, speed, pauses } = state()
    if (!isPlaying) return
    handle = clock.requestFrame(beat)
    due += (Math.min(LONGEST_STEP, last === undefined ? 0 : now - last) / 1000) * (speed === 'max' ? 0 : RATES[speed])
    last = now
    if (frames.isBusy) return
    if (speed === 'max') batch = nextBatch(batch, frames.lastAdvance)
    const bars = speed === 'max' ? batch : Math.floor(due)
    if (bars < 1) return
    due -= speed === 'max' ? 0 : bars
    const target = Math.min(lastTick, tick + bars)
    void show({ tick: target, isStill: target === lastTick, stopAfter: pauses ? tick : undefined })
  }

  return {
    start() {
      if (handle !== undefined) clock.cancelFrame(handle)
      last = undefined
      due = 0
      batch = 1
      handle = clock.requestFrame(beat)
    },
    stop() {
      if (handle !== undefined) clock.cancelFrame(handle)
      handle = undefined
    },
  }
}

/** As many bars as the engine computes in its share of a frame, approached in steps of at most double or half. */
function nextBatch(batch: number, { bars, millis }: FrameLoop['lastAdvance']): number {
  const wanted = bars === 0 ? KNOWN_BARS : (TARGET_MILLIS * bars) / Math.max(0.05, millis)
  return Math.round(Math.min(MOST_BARS, Math.max(1, Math.min(batch * 2, Math.max(batch / 2, wanted)))))
}
