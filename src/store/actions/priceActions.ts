import type { RunAnswer } from '../../workers/run/runClient.ts'
import type { Kit } from '../Kit.ts'
import type { PriceActions } from '../PriceActions.ts'
import { filesOf } from '../scenarios/filesOf.ts'

/** A worker of its own makes the prices that are looked at: the play on the screen does not wait for it. */
export function priceActions(kit: Kit): PriceActions {
  return {
    async lookAtPath(source, signal) {
      const tape = await kit.shelf.supply(filesOf({ tape: source }))
      const answer = await kit.comparer.ask({ type: 'path', source, tape }, { signal })
      if (signal.aborted || answer.type === 'dropped') return undefined
      return answer.type === 'path' ? { ok: true, value: answer.path } : { ok: false, error: troubleOf(answer) }
    },
    async calibrate(question, { signal, onProgress }) {
      if (question.source === undefined) return undefined
      const tape = await kit.shelf.supply(filesOf({ tape: question.source }))
      const answer = await kit.comparer.ask({ type: 'calibrate', ...question, tape }, { signal, onProgress: (done, total) => onProgress(total > 0 ? done / total : 0) })
      if (signal.aborted || answer.type === 'dropped') return undefined
      return answer.type === 'calibrated' ? { ok: true, value: answer.report } : { ok: false, error: troubleOf(answer) }
    },
  }
}

function troubleOf(answer: RunAnswer): readonly string[] {
  if (answer.type === 'refused') return answer.problems
  return [answer.type === 'failed' ? answer.message : 'it was given up']
}
