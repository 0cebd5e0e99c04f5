import type { Result, Tape } from '../../engine/index.ts'
import type { ScriptRefusal } from '../scripted/script/Script.ts'
import { scriptTape } from '../scripted/script/scriptTape.ts'
import type { Crisis } from './Crisis.ts'
import { scriptOfCrisis } from './timeline.ts'

/** A stylised crisis as a tape; another seed gives other noise between the same corners. [S22] */
export function crisisTape(crisis: Crisis, seed?: number): Result<Tape, ScriptRefusal> {
  return scriptTape(scriptOfCrisis(crisis, seed))
}
