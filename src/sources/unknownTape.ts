import { refused } from '../engine/index.ts'
import type { TapeResult } from './TapeSupply.ts'

/** A tape that is asked for by a name that none has. */
export function unknownTape(kind: string, id: string, known: readonly string[]): TapeResult {
  return refused([`tape.id: no ${kind} tape is called ${JSON.stringify(id)}; there are ${known.join(', ')}`])
}
