import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import type { SessionInfo } from '../../workers/run/SessionInfo.ts'
import { currentTree } from '../branches/currentTree.ts'
import { soleTree } from '../branches/growTree.ts'
import { isSamePlay, isSameTape } from '../../workers/run/isSamePlay.ts'
import { emptyTicket, noEvents } from '../initialState.ts'
import type { Kit } from '../Kit.ts'
import { loadableAgain } from '../exchange/loadableAgain.ts'
import { filesOf } from '../scenarios/filesOf.ts'
import { BUILTIN_SCENARIOS } from '../scenarios/builtinScenarios.ts'
import type { BranchesState, BranchTree } from '../slices/BranchesState.ts'
import type { PlaybackState } from '../slices/PlaybackState.ts'
import type { ChangeLabel, HistoryEntry, ScenarioState } from '../slices/ScenarioState.ts'

/** A scenario to be put in place of the one that is open. */
export interface Replacement {
  readonly source: string | ScenarioFile
  readonly builtinId: string | undefined
  /** What counts as unedited: the scenario itself as it is opened now, or what it was opened as once. */
  readonly opened: ScenarioFile | 'itself' | undefined
  readonly tick: number
  /** The lines it is the open one of; absent: it is another scenario, with one line. */
  readonly tree?: BranchTree | undefined
  /** How far its line was seen, where that is further than the tick. */
  readonly seen?: number | undefined
}

/** The history around a change: where the scenario before it goes. */
export interface HistoryChange {
  readonly past: readonly HistoryEntry[]
  readonly future: readonly HistoryEntry[]
}

/** The open scenario as an entry of the history, before a change. */
export function entryOf(state: ReturnType<Kit['get']>, label: ChangeLabel): readonly HistoryEntry[] {
  const { document, builtinId, opened } = state.scenario
  return document === undefined ? [] : [{ document, builtinId, opened, tick: state.playback.tick, tree: currentTree(state), label }]
}

/** A change the user makes: the scenario before it can be had back, what was undone cannot. */
export function onward(state: ReturnType<Kit['get']>, label: ChangeLabel): HistoryChange {
  return { past: [...state.scenario.past, ...entryOf(state, label)], future: [] }
}

/** Opens another scenario in the worker. What is open stays open when it is refused. */
export async function replaceScenario(kit: Kit, replacement: Replacement, history: HistoryChange): Promise<boolean> {
  const { source, builtinId } = replacement
  stand(kit)
  kit.patch('scenario', { status: 'opening', problems: [] })
  const tape = await kit.shelf.supply(filesOf(source))
  kit.frames.renew()
  const answer = await kit.run.ask({ type: 'open', source, tape })
  if (answer.type !== 'opened') {
    kit.patch('scenario', {
      status: kit.get().scenario.document === undefined ? 'none' : 'open',
      problems: answer.type === 'refused' ? answer.problems : [answer.type === 'failed' ? answer.message : 'it was given up'],
    })
    kit.patch('exchange', { again: loadableAgain(source, kit.get().scenario.problems) })
    return false
  }
  const { info } = answer
  const isItself = replacement.opened === 'itself' || replacement.opened === source
  install(kit, info, { ...history, builtinId, opened: isItself ? info.document : replacement.opened, tree: replacement.tree, seen: replacement.seen })
  await kit.frames.show({ tick: Math.min(replacement.tick, info.tape.ticks - 1), isStill: true })
  return true
}

function install(kit: Kit, info: SessionInfo, scenario: HistoryChange & Pick<ScenarioState, 'builtinId' | 'opened'> & Pick<Replacement, 'tree' | 'seen'>): void {
  const { selection, playback, settings, branches } = kit.get()
  const { builtinId, opened, past, future, tree, seen = 0 } = scenario
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
      problems: [],
    },
    branches: tree === undefined ? alone(branches, { document: info.document, builtinId, opened }) : withTree(branches, tree),
    playback: {
      ...playback,
      tick: 0,
      lastTick: info.tape.ticks - 1,
      seen: Math.min(seen, info.tape.ticks - 1),
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

/** A scenario with one line, after another. */
function alone(branches: BranchesState, line: Parameters<typeof soleTree>[1]): BranchesState {
  return { ...branches, ...soleTree(`b${String(branches.next)}`, line), next: branches.next + 1, isFresh: false }
}

/** Ids of lines that were kept are used up too. */
function withTree(branches: BranchesState, tree: BranchTree): BranchesState {
  const taken = [...tree.list, ...tree.bookmarks].map(({ id }) => Number(id.slice(1)) || 0)
  return { ...branches, ...tree, next: Math.max(branches.next, ...taken.map((each) => each + 1)), isFresh: false }
}

/** What is open after a change where that is not the line that was, as it was: one of the history, or another line. */
export interface Place extends Pick<HistoryEntry, 'builtinId' | 'opened' | 'tree'> {
  /** Where the cursor goes. */
  readonly at?: number | undefined
  /** Where it goes if the prices are others and nothing else is said. */
  readonly tick?: number | undefined
  readonly seen: number
}

/** Puts the document as it should be in place of the one that is open; opens it anew only if more than commands differ. */
export async function reviseScenario(kit: Kit, next: ScenarioFile, history: HistoryChange, place?: Place): Promise<boolean> {
  const { scenario, playback } = kit.get()
  const { wanted } = kit.frames
  const { document } = scenario
  const origin = place ?? here(kit)
  if (document === undefined || !isSamePlay(document, next)) {
    const isSame = document !== undefined && isSameTape(document, next)
    return replaceScenario(kit, { ...origin, source: next, ...whereTo(playback, isSame, place) }, history)
  }
  if (next.commands !== document.commands && !(await setCommands(kit, next))) return false
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
    problems: [],
  })
  // It may be playing on meanwhile.
  const isSameLine = origin.tree.active === kit.get().branches.active
  kit.patch('branches', { ...origin.tree, isFresh: false })
  kit.patch('playback', { seen: isSameLine ? Math.max(origin.seen, kit.get().playback.seen) : origin.seen })
  kit.set({ incident: undefined })
  kit.saver.schedule()
  await showAgain(kit, { tick: playback.tick, wanted: place?.at ?? wanted })
  kit.previews.refresh()
  return true
}

/** The open line. */
function here(kit: Kit): Place {
  const { scenario, playback } = kit.get()
  return { builtinId: scenario.builtinId, opened: scenario.opened, tree: currentTree(kit.get()), seen: playback.seen }
}

/** The cursor stays on the same prices; of others nothing was seen yet. */
function whereTo({ tick, seen }: PlaybackState, isSame: boolean, place: Place | undefined): Pick<Replacement, 'tick' | 'seen'> {
  return { tick: place?.at ?? (isSame ? tick : (place?.tick ?? 0)), seen: place?.seen ?? (isSame ? seen : 0) }
}

async function setCommands(kit: Kit, { commands }: ScenarioFile): Promise<boolean> {
  kit.frames.renew()
  const answer = await kit.run.ask({ type: 'set-commands', commands })
  if (answer.type === 'commands-set') return true
  kit.patch('scenario', { problems: answer.type === 'refused' ? answer.problems : [answer.type === 'failed' ? answer.message : 'it was given up'] })
  return false
}

/** The tick shown, with the new commands. A seek still gets where it goes, also when its frame was dropped for them. */
async function showAgain(kit: Kit, before: { readonly tick: number; readonly wanted: number | undefined }): Promise<void> {
  const { tick, isPlaying } = kit.get().playback
  const goal = kit.frames.wanted ?? (tick === before.tick ? before.wanted : undefined)
  await kit.frames.show({ tick: isPlaying ? tick : (goal ?? tick), isStill: true })
}

/** Stops playback where it is. */
export function stand(kit: Kit): void {
  kit.driver.stop()
  if (kit.get().playback.isPlaying) kit.patch('playback', { isPlaying: false })
}
