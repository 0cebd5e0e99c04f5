import type { Tape } from '../../engine/index.ts'
import { tapeToDocument } from '../tape/tapeToDocument.ts'
import { MOST_PRICES_IN_LINK } from './linkLimits.ts'

/** How many prices a tape has, in all of its columns; a payment of funding counts as two, for it has a time of its own. */
export function pricesIn({ series, funding = [] }: Tape): number {
  return funding.reduce((count, { time }) => count + 2 * time.length, 0) + series.reduce((count, { open, close }) => count + (open === undefined ? 1 : 4) * close.length, 0)
}

/**
 * Prices of the user's files written out, as the tape of a scenario that needs no files; nothing where there are too
 * many for a link. Moments at equal distances are the first one and the distance.
 */
export function writtenTape(tape: Tape): Record<string, unknown> | undefined {
  if (pricesIn(tape) > MOST_PRICES_IN_LINK) return undefined
  const { id: _, time, ...rest } = tapeToDocument(tape)
  const start = tape.time[0] ?? 0
  const isEven = tape.time.every((moment, tick) => moment === start + tick * tape.barMillis)
  return { type: 'inline', ...(isEven ? { start } : { time }), ...rest }
}
