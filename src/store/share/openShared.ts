import { decodeLink } from '../../documents/link/decodeLink.ts'
import type { LinkPayload } from '../../documents/link/LinkPayload.ts'
import { problemLines } from '../../documents/Problem.ts'
import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import type { AppActions } from '../AppActions.ts'
import { CALCULATE_KEY } from '../actions/calculateDesk.ts'
import { onward, replaceScenario, type HistoryChange } from '../actions/changeScenario.ts'
import { openIncident } from '../actions/openIncident.ts'
import { readDesk } from '../calculate/emptyDesk.ts'
import { emptyTicket } from '../initialState.ts'
import type { Kit } from '../Kit.ts'
import { ownWorkOf } from './ownWork.ts'

/** Opens what a link carries as a session of its own, of which nothing is saved. [D4] */
export async function openShared(kit: Kit, text: string, readCalculate: AppActions['readCalculate']): Promise<boolean> {
  const link = await decodeLink(text)
  if (!link.ok) return refuse(kit, problemLines(link.error))
  return kit.serially(() => open(kit, link.value, readCalculate))
}

async function open(kit: Kit, payload: LinkPayload, readCalculate: AppActions['readCalculate']): Promise<boolean> {
  const before = kit.get().shared
  // What is not saved yet is saved first: after this nothing is.
  await kit.saver.flush()
  if (payload.calc !== undefined) await readCalculate()
  await saveDesk(kit)
  kit.saver.hold()
  const own = before.status === 'open' ? before.own : (ownWorkOf(kit.get()) ?? 'kept')
  kit.patch('shared', { status: 'opening', own })
  const { tick = 0, seen = tick } = payload
  // Checked by the worker, which refuses what is no scenario.
  const source = payload.scenario as unknown as ScenarioFile
  const isOpen = await replaceScenario(kit, { source, builtinId: undefined, opened: 'itself', tick: Math.max(tick, seen) }, historyFor(kit, before.status === 'open'))
  if (!isOpen) {
    kit.patch('shared', before)
    if (before.status !== 'open') kit.saver.release()
    return refuse(kit, kit.get().scenario.problems)
  }
  kit.patch('shared', { status: 'open' })
  const { status } = kit.get().storage
  if (status === 'saved' || status === 'saving') kit.patch('storage', { status: 'idle' })
  await look(kit, payload)
  return true
}

/** Undo stays inside what came by the link; from a second link it goes back to the first one. */
function historyFor(kit: Kit, isSecond: boolean): HistoryChange {
  return isSecond ? onward(kit.get(), { type: 'reset', subject: kit.get().scenario.document?.title }) : { past: [], future: [] }
}

/** Cursor, selection and calculators as they were sent. What is not there is passed over. */
async function look(kit: Kit, { tick = 0, selection, calc }: LinkPayload): Promise<void> {
  const { scenario, selection: current } = kit.get()
  const wanted = scenario.info?.instruments.find(({ symbol }) => symbol === selection?.instrument)?.symbol
  const instrument = wanted ?? current.instrument
  kit.patch('selection', { instrument, account: selection?.account ?? 'as-set', leg: selection?.leg })
  kit.patch('ticket', { draft: emptyTicket(instrument) })
  if (calc !== undefined) kit.patch('calculate', { desk: readDesk(calc), answers: {} })
  await kit.frames.show({ tick, isStill: true })
  const { seq, twin = selection?.account } = selection ?? {}
  if (seq !== undefined && twin !== undefined) await openIncident(kit, { twin, seq })
}

/** What the calculators hold may still wait to be saved. */
async function saveDesk(kit: Kit): Promise<void> {
  const { shared, calculate } = kit.get()
  if (shared.status === 'none' && calculate.desk !== undefined) await kit.deps.storage.set(CALCULATE_KEY, calculate.desk).catch(() => undefined) // told when it is saved the next time
}

function refuse(kit: Kit, problems: readonly string[]): false {
  kit.notify({ type: 'link-refused', problems })
  return false
}
