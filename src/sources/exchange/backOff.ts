import type { Millis } from '../../engine/index.ts'

/** What follows the golden ratio fills the interval evenly: as good as chance for not coming together, and repeatable. */
const GOLDEN = 0.6180339887498949

/**
 * Pause before the next try: 0.5 s, 1 s, 2 s, … up to 30 s, of which the second half is spread by a counter.
 * @param attempt  1 after the first failure   @param count  goes up with every pause of a load
 */
export function backOff(attempt: number, count: number): Millis {
  const whole = Math.min(30_000, 500 * 2 ** (attempt - 1))
  return Math.round(whole * (0.5 + 0.5 * ((count * GOLDEN) % 1)))
}
