import type { Twin } from '../../workers/run/Frame.ts'

export type Speed = '1x' | '2x' | '5x' | '20x' | 'max'

export interface PlaybackState {
  /** The tick the screen shows (or is about to show). */
  readonly tick: number
  readonly lastTick: number
  /** Furthest tick ever shown: beyond it nothing of the tape is known to the user. */
  readonly seen: number
  readonly isPlaying: boolean
  readonly speed: Speed
  /** The last tick is shown. */
  readonly hasEnded: boolean
  /** From the scenario's settings. */
  readonly pauseAtLiquidation: boolean
  /** Why it stands still: set by an automatic pause, cleared by the next move. */
  readonly pausedAt: { readonly twin: Twin; readonly seq: number; readonly tick: number } | undefined
  /** A long seek under way, 0 to 1; absent when there is none. */
  readonly seeking: { readonly target: number; readonly progress: number } | undefined
}
