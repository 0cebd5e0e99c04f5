import { ok, refused } from '../engine/index.ts'
import { scriptOf } from '../documents/scenario/scriptOf.ts'
import type { CrisisSource } from '../documents/scenario/sources/CrisisSource.ts'
import type { ScriptSource } from '../documents/scenario/sources/ScriptSource.ts'
import { scriptTape } from '../tapes/scripted/script/scriptTape.ts'
import type { TapeResult } from './TapeSupply.ts'
import { unknownTape } from './unknownTape.ts'

/** Scripts put together from parts, and the crises that are written as such. */
export async function scriptedPath(source: ScriptSource | CrisisSource): Promise<TapeResult> {
  if (source.type === 'script') {
    const made = scriptTape(scriptOf(source))
    return made.ok ? ok(made.value) : refused([`tape.${made.error.at}: ${made.error.message}`])
  }
  const [{ CRISES }, { crisisTape }] = await Promise.all([import('../tapes/crises/crises.ts'), import('../tapes/crises/crisisTape.ts')])
  const crisis = CRISES.find(({ id }) => id === source.id)
  if (crisis === undefined) return unknownTape('crisis', source.id, CRISES.map(({ id }) => id))
  const made = crisisTape(crisis, source.seed)
  return made.ok ? ok(made.value) : refused([`tape.${made.error.at}: ${made.error.message}`])
}
