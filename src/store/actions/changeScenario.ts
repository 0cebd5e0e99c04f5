import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import type { SessionInfo } from '../../workers/run/SessionInfo.ts'
import { emptyTicket, noEvents } from '../initialState.ts'
import type { Kit } from '../Kit.ts'
import { filesOf } from '../scenarios/filesOf.ts'
import { BUILTIN_SCENARIOS } from '../scenarios/builtinScenarios.ts'
import type { ChangeLabel, HistoryEntry, ScenarioState } from '../slices/ScenarioState.ts'

/** A scenario to be put in place of the one that is open. */
export interface Replacement {
  readonly source: string | ScenarioFile
  readonly builtinId: string | undefined
  /** What counts as unedited: the scenario itself as it is opened now, or what it was opened as once. */
  readonly opened: ScenarioFile | 'itself' | undefined
  readonly tick: number
}

/** The history around a change: where the scenario before it goes. */
export interface HistoryChange {
  readonly past: readonly HistoryEntry[]
  readonly future: readonly HistoryEntry[]
}

/** The open scenario as an entry of the history, before a change. */
export function entryOf({ scenario, playback }: ReturnType<Kit['get']>, label: ChangeLabel): readonly HistoryEntry[] {
  const { document, builtinId, opened } = scenario
  return document === undefined ? [] : [{ document, builtinId, opened, tick: playback.tick, label }]
}

/** A change the user makes: the scenario before it can be had back, what was undone cannot. */
export function onward(state: ReturnType<Kit['get']>, label: ChangeLabel): HistoryChange {
  return { past: [...state.scenario.past, ...entryOf(state, label)], future: [] }
}

/** Opens another scenario in the worker. What is open stays open when it is refused. */
export async function replaceScenario(kit: Kit, replacement: Replacement, history: HistoryChange): Promise<boolean> {
  const { source, builtinId } = replacement
  stand(kit)
  kit.patch('scenario', { status: 'opening', problems: [], pendingCut: undefined })
  const tape = await kit.shelf.supply(filesOf(source))
  kit.frames.renew()
  const answer = await kit.run.ask({ type: 'open', source, tape })
  if (answer.type !== 'opened') {
    kit.patch('scenario', {
      status: kit.get().scenario.document === undefined ? 'none' : 'open',
      problems: answer.type === 'refused' ? answer.problems : [answer.type === 'failed' ? answer.message : 'it was given up'],
    })
    return false
  }
  const { info } = answer
  const isItself = replacement.opened === 'itself' || replacement.opened === source
  install(kit, info, { ...history, builtinId, opened: isItself ? info.document : replacement.opened })
  await kit.frames.show({ tick: Math.min(replacement.tick, info.tape.ticks - 1), isStill: true })
  return true
}

function install(kit: Kit, info: SessionInfo, scenario: HistoryChange & Pick<ScenarioState, 'builtinId' | 'opened'>): void {
  const { selection, playback, settings } = kit.get()
  const { builtinId, opened, past, future } = scenario
  const focus = BUILTIN_SCENARIOS.find((each) => each.id === builtinId)?.instrument
  const symbols = info.instruments.map((each) => each.symbol)
  const wanted = [selection.instrument, focus, symbols[0]].find((symbol) => symbol !== undefined && symbols.includes(symbol)) ?? ''
  kit.set({
    scenario: {
      status: 'open',
      document: info.document,
      info,
      builtinId,
      opened,
      isEdited: opened !== info.document,
      past,
      future,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      pendingCut: undefined,
      problems: [],
    },
    playback: {
      ...playback,
      tick: 0,
      lastTick: info.tape.ticks - 1,
      seen: 0,
      isPlaying: false,
      hasEnded: info.tape.ticks === 1,
      pauseAtLiquidation: info.document.settings?.pauseAtLiquidation ?? true,
      pausedAt: undefined,
      seeking: undefined,
    },
    view: { frame: undefined, detail: undefined, chart: undefined, events: noEvents() },
    selection: { ...selection, instrument: wanted, leg: undefined, hoverTick: undefined },
    ticket: { draft: emptyTicket(wanted), preview: undefined, isStale: false },
    edit: undefined,
    incident: undefined,
    settings,
  })
  kit.saver.schedule()
}

/** Puts the document as it should be in place of the one that is open; opens it anew only if more than commands differ. */
export async function reviseScenario(kit: Kit, next: ScenarioFile, history: HistoryChange, entry?: Pick<HistoryEntry, 'builtinId' | 'opened' | 'tick'>): Promise<boolean> {
  const { scenario, playback } = kit.get()
  const { wanted } = kit.frames
  const { document } = scenario
  const origin = entry ?? scenario
  if (document === undefined || !isSamePlay(document, next)) {
    const tick = document !== undefined && isSameTape(document, next) ? playback.tick : (entry?.tick ?? 0)
    return replaceScenario(kit, { source: next, builtinId: origin.builtinId, opened: origin.opened, tick }, history)
  }
  if (next.commands !== document.commands) {
    kit.frames.renew()
    const answer = await kit.run.ask({ type: 'set-commands', commands: next.commands })
    if (answer.type !== 'commands-set') {
      kit.patch('scenario', { problems: answer.type === 'refused' ? answer.problems : [answer.type === 'failed' ? answer.message : 'it was given up'] })
      return false
    }
  }
  const { past, future } = history
  kit.patch('scenario', {
    document: next,
    builtinId: origin.builtinId,
    opened: origin.opened,
    isEdited: origin.opened !== next,
    past,
    future,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    pendingCut: undefined,
    problems: [],
  })
  kit.set({ incident: undefined })
  kit.saver.schedule()
  await showAgain(kit, { tick: playback.tick, wanted })
  kit.previews.refresh()
  return true
}

/** The tick shown, with the new commands. A seek still gets where it goes, also when its frame was dropped for them. */
async function showAgain(kit: Kit, before: { readonly tick: number; readonly wanted: number | undefined }): Promise<void> {
  const { tick, isPlaying } = kit.get().playback
  const goal = kit.frames.wanted ?? (tick === before.tick ? before.wanted : undefined)
  await kit.frames.show({ tick: isPlaying ? tick : (goal ?? tick), isStill: true })
}

/** Whether two scenarios play the same, commands aside. */
function isSamePlay(a: ScenarioFile, b: ScenarioFile): boolean {
  const keys = ['rules', 'instruments', 'wallet', 'positionMode', 'between', 'candlePath'] as const
  return isSameTape(a, b) && keys.every((key) => a[key] === b[key] || JSON.stringify(a[key]) === JSON.stringify(b[key]))
}

function isSameTape(a: ScenarioFile, b: ScenarioFile): boolean {
  return a.tape === b.tape || JSON.stringify(a.tape) === JSON.stringify(b.tape)
}

/** Stops playback where it is. */
export function stand(kit: Kit): void {
  kit.driver.stop()
  if (kit.get().playback.isPlaying) kit.patch('playback', { isPlaying: false })
}
