import type { ExplainActions } from '../ExplainActions.ts'
import type { Kit } from '../Kit.ts'

/** What stands in the drawer, and the explanation of the figure in it. What asks for that is fetched with the first question. */
export function explainActions(kit: Kit): ExplainActions {
  const { get, patch } = kit
  const desk = async () => (await import('./explainDesk.ts')).explainDesk(kit)
  return {
    openExplain(view, { isDeeper = false } = {}) {
      const { view: before, trail } = get().explain
      patch('explain', { view, trail: isDeeper && before !== undefined ? [...trail, before] : [], status: 'idle' })
    },
    closeExplain: () => patch('explain', { view: undefined, trail: [], explanation: undefined, status: 'idle' }),
    backExplain() {
      const { trail } = get().explain
      const view = trail.at(-1)
      if (view !== undefined) patch('explain', { view, trail: trail.slice(0, -1), status: 'idle' })
    },
    async askExplain() {
      try {
        await (await desk()).askExplain()
      } catch {
        patch('explain', { status: 'failed' })
      }
    },
    explainAll: async (figures) => (await desk()).explainAll(figures),
  }
}
