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
      if (answer.type === 'path') return { ok: true, value: answer.path }
      if (answer.type === 'refused') return { ok: false, error: answer.problems }
      return { ok: false, error: [answer.type === 'failed' ? answer.message : 'it was given up'] }
    },
  }
}
