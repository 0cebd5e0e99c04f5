import type { ModelId, ModelJumps, ModelSource } from '../../../store/catalog/modelDefaults.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import type { TapeSource } from '../start/CurrentScenario.ts'
import { draftOf, modelDraft } from './draftOf.ts'
import type { ModelDraft } from './ModelDraft.ts'

/** The form begins with the model that is open, to be turned a little; else with the plainest one. */
export function openedModel(tape: TapeSource, format: Format): ModelDraft {
  return tape.type === 'model' ? draftOf(modelOf(tape), tape, format) : modelDraft('gbm', format)
}

/** What the form calls a source: by its states, then by the process of its first instrument, then by its jumps. */
export function modelOf({ instruments, commonJumps, regimes }: ModelSource): ModelId {
  if (regimes !== undefined) return 'regimes'
  const process = instruments[0]?.process
  if (process === undefined || process.type === 'gbm') return jumpsOf(commonJumps ?? instruments.find(({ jumps }) => jumps !== undefined)?.jumps)
  if (process.type !== 'garch') return process.type
  return (process.gamma ?? 0) === 0 ? 'garch' : 'gjr'
}

function jumpsOf(jumps: ModelJumps | undefined): ModelId {
  return jumps === undefined ? 'gbm' : (jumps.type ?? 'merton')
}
