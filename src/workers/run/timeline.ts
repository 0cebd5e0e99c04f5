import { tickTime, type Tape } from '../../engine/index.ts'

/** Where moments stand on the axis of ticks. */
export interface Timeline {
  /** 12.37: a third of the way from the end of tick 12 to the end of tick 13. Never before tick 0. */
  place(tick: number, at: number): number
  /** The moment at which a tick is over. */
  time(tick: number): number
}

export function timelineOf(tape: Tape): Timeline {
  return {
    place(tick, at) {
      if (tick === 0) return 0
      const start = tickTime(tape, tick - 1)
      const end = tickTime(tape, tick)
      return end > start ? tick - 1 + Math.min(1, Math.max(0, (at - start) / (end - start))) : tick
    },
    time: (tick) => tickTime(tape, tick),
  }
}
