/**
 * How many points a tape has to be made of, where a document says so in a few characters: a random walk. Who opens a
 * link has not chosen to wait for it.
 * @param tape  as written, not yet checked
 */
export function madePoints(tape: unknown): number {
  if (typeof tape !== 'object' || tape === null) return 0
  const { type, bars, stepsPerBar = 1, instruments } = tape as Readonly<Record<string, unknown>>
  if (type !== 'gbm' || typeof bars !== 'number' || typeof stepsPerBar !== 'number') return 0
  return bars * stepsPerBar * (Array.isArray(instruments) ? instruments.length : 1)
}
