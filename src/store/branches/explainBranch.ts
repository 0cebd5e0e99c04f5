import type { FigureRef } from '../../engine/index.ts'
import type { RunAnswer } from '../../workers/run/runClient.ts'
import type { Kit } from '../Kit.ts'
import { filesOf } from '../scenarios/filesOf.ts'
import { currentTree } from './currentTree.ts'

/** How a figure of another line comes about: that line is opened beside the play, and asked. */
export async function explainBranch(kit: Kit, figure: FigureRef, branch: string): Promise<RunAnswer> {
  const state = kit.get()
  const document = currentTree(state).list.find(({ id }) => id === branch)?.document
  if (document === undefined) return { id: 0, type: 'explanation', explanation: undefined }
  const { branch: _branch, ...of } = figure.of
  const opened = await kit.comparer.ask({ type: 'open', source: document, tape: await kit.shelf.supply(filesOf(document)) })
  if (opened.type !== 'opened') return opened
  const tick = Number(of['tick'] ?? state.playback.tick)
  const answer = await kit.comparer.ask({ type: 'explain', tick, figure: { id: figure.id, of }, draft: undefined })
  if (answer.type !== 'explanation' || answer.explanation === undefined) return answer
  return { ...answer, explanation: marked(answer.explanation, branch) as typeof answer.explanation }
}

/** Every figure named in it is one of that line. */
function marked(value: unknown, branch: string): unknown {
  if (Array.isArray(value)) return value.map((each) => marked(each, branch))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, marked(each, branch)]))
  const { id, of } = fields
  return typeof id === 'string' && typeof of === 'object' && of !== null && !Array.isArray(of) ? { ...fields, of: { ...of, branch } } : fields
}
