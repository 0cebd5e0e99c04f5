import type { Pace } from './advance.ts'

/** Longest stretch of work between two rests, ms; and how often its progress is told. */
const STRETCH = 8
const TELL = 80

/** Does work that comes in steps, and says how far it is; undefined where it was called off. */
export async function paced<T>(steps: Generator<{ readonly done: number; readonly total: number }, T>, pace: Pace): Promise<T | undefined> {
  let until = pace.now() + STRETCH
  let told = pace.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (pace.now() < until) continue
    if (pace.now() >= told + TELL) {
      pace.progress(step.value.done, step.value.total)
      told = pace.now()
    }
    await pace.rest()
    if (pace.isCancelled()) return undefined
    until = pace.now() + STRETCH
  }
}
