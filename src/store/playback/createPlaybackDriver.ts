import type { Speed } from '../slices/PlaybackState.ts'
import type { Clock } from './Clock.ts'
import type { FrameLoop, FrameWish } from './createFrameLoop.ts'

/** Bars per second. `max`: as many bars a frame as the engine keeps up with at 60 frames a second. */
const RATES: Readonly<Record<Exclude<Speed, 'max'>, number>> = { '1x': 5, '2x': 10, '5x': 25, '20x': 100 }

/** Time that passed while nothing could be drawn (a hidden tab, a slow seek) does not count beyond this, ms. */
const LONGEST_STEP = 100
/** A frame may take so long, question to answer, ms. */
const TARGET_MILLIS = 12
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
    if (speed === 'max') batch = nextBatch(batch, frames.lastMillis)
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

function nextBatch(batch: number, millis: number): number {
  if (millis < TARGET_MILLIS * 0.7) return Math.min(MOST_BARS, Math.ceil(batch * 1.5))
  return millis > TARGET_MILLIS * 1.3 ? Math.max(1, Math.floor(batch * 0.7)) : batch
}
