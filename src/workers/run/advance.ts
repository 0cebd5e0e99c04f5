import { TWINS } from '../../engine/index.ts'
import type { Session } from './Session.ts'

/** Paces long work: it stops for other messages every few milliseconds, tells how far it is, and can be called off. */
export interface Pace {
  now(): number
  /** Lets other messages in. */
  rest(): Promise<void>
  isCancelled(): boolean
  progress(done: number, total: number): void
}

/** Longest stretch of work between two rests, ms. */
const STRETCH = 8

/** Computes all three runs and their series up to a tick. @returns whether it got there before it was cancelled */
export async function advance(session: Session, tick: number, pace: Pace): Promise<boolean> {
  const sides = TWINS.map((twin) => session.sides[twin])
  const missing = (): number => sides.reduce((sum, side) => sum + Math.max(0, tick - side.run.computed) + Math.max(0, tick - side.series.filled), 0)
  const total = missing()
  let until = pace.now() + STRETCH
  const goOn = (): boolean => pace.now() < until
  for (const side of sides) {
    while (!side.run.advanceTo(tick, goOn) || !side.series.fillTo(tick, goOn)) {
      if (pace.now() < until) continue
      pace.progress(total - missing(), total)
      // Work waits for the messages that arrived meanwhile, one stretch at a time.
      await pace.rest()
      if (pace.isCancelled()) return false
      until = pace.now() + STRETCH
    }
  }
  return true
}
