import type { FigureRef } from '../../engine/index.ts'
import type { ExplainRequest } from '../../workers/run/explainOf.ts'
import type { RunAnswer } from '../../workers/run/runClient.ts'
import type { AppState } from '../AppState.ts'
import type { ExplainActions } from '../ExplainActions.ts'
import type { PlainExplanation } from '../slices/ExplainState.ts'
import type { Kit } from '../Kit.ts'

/** From a position to its pool, from the headline to an account and on to its pool. */
const MOST_STEPS = 3

/** Asks how figures come about. Loaded with the first question. */
export function explainDesk(kit: Kit): Pick<ExplainActions, 'askExplain' | 'explainAll'> {
  const { get, patch } = kit
  const ask = async (figure: FigureRef): Promise<RunAnswer> => {
    if (figure.of['branch'] !== undefined) return (await import('../branches/explainBranch.ts')).explainBranch(kit, figure, figure.of['branch'])
    return kit.run.ask({ type: 'explain', tick: get().playback.tick, figure, draft: draftOf(get(), figure) })
  }
  /** Where a figure is nothing but another one (the ratio of a position: its pool's), how that one comes about. */
  const askThrough = async (figure: FigureRef): Promise<RunAnswer> => {
    const answer = await ask(figure)
    if (answer.type !== 'explanation') return answer
    let { explanation } = answer
    for (let steps = 0; steps < MOST_STEPS && explanation?.formula?.type === 'value' && explanation.formula.figure !== undefined; steps += 1) {
      const inner = await ask(explanation.formula.figure)
      if (inner.type !== 'explanation' || inner.explanation?.formula === undefined || inner.explanation.value !== explanation.value) break
      const { formula, checks, rules } = inner.explanation
      explanation = { ...explanation, formula, checks, rules: [...new Set([...explanation.rules, ...rules])] }
    }
    return { ...answer, explanation }
  }
  return {
    async askExplain() {
      const { view } = get().explain
      if (view?.type !== 'figure' || get().scenario.status !== 'open') return
      const answer = await askThrough(view.figure)
      // Another figure is wanted by now.
      if (get().explain.view !== view) return
      if (answer.type === 'explanation') patch('explain', { explanation: answer.explanation, status: answer.explanation === undefined ? 'unknown' : 'idle' })
      else if (answer.type !== 'dropped') patch('explain', { status: 'failed' })
    },
    async explainAll(figures) {
      // One after the other: a newer question takes the place of an older one.
      const explanations: (PlainExplanation | undefined)[] = []
      for (const figure of figures) {
        const answer = await ask(figure)
        explanations.push(answer.type === 'explanation' ? answer.explanation : undefined)
      }
      return explanations
    },
  }
}

/** What is typed and not given yet: figures of the ticket and of an edit, and what it would change, are of that. */
function draftOf({ ticket, edit, calculate }: AppState, { id, of }: FigureRef): ExplainRequest['draft'] {
  const asked = id.startsWith('calc.') ? calculate.answers[of['card'] ?? ''] : undefined
  if (asked !== undefined) return { type: 'calc', document: asked.document }
  const after = of['after']
  if (id.startsWith('ticket.') || (after !== undefined && after !== 'edit')) return { type: 'ticket', draft: ticket.draft }
  return edit !== undefined && (id.startsWith('edit.') || after === 'edit') ? { type: 'edit', command: edit.command } : undefined
}
