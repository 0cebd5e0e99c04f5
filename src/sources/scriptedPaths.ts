import { refused } from '../engine/index.ts'
import type { CrisisSource } from '../documents/scenario/sources/CrisisSource.ts'
import type { ScriptSource } from '../documents/scenario/sources/ScriptSource.ts'
import type { TapeResult } from './TapeSupply.ts'

/** Scripts put together from parts, and the crises that are written as such. */
export function scriptedPath(source: ScriptSource | CrisisSource): TapeResult {
  return refused([`tape: a ${source.type} is not played yet`])
}
