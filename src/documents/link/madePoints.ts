/**
 * How many points a tape has to be made of, where a document says so in a few characters: a model, a drawing, or either
 * under another. Who opens a link has not chosen to wait for it.
 * @param tape  as written, not yet checked
 */
export function madePoints(tape: unknown): number {
  if (typeof tape !== 'object' || tape === null) return 0
  const { of, base, instruments, lines, bars, stepsPerBar = 1 } = tape as Readonly<Record<string, unknown>>
  const markets = Array.isArray(instruments) ? instruments.length : 1
  const own = typeof bars === 'number' && typeof stepsPerBar === 'number' ? bars * stepsPerBar * markets : 0
  return own + (Array.isArray(lines) ? drawnPoints(lines, typeof bars === 'number' ? bars : 0) : 0) + madePoints(of) + madePoints(base)
}

/** A line has a price for each bar up to its last point, or for all. */
function drawnPoints(lines: readonly unknown[], bars: number): number {
  return lines.reduce<number>((sum, line) => {
    const points: unknown = typeof line === 'object' && line !== null && 'points' in line ? line.points : undefined
    const last: unknown = Array.isArray(points) ? points.at(-1) : undefined
    const tick: unknown = Array.isArray(last) ? last[0] : undefined
    return sum + Math.max(bars, typeof tick === 'number' ? tick + 1 : 0)
  }, 0)
}
