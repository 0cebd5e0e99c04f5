import { jsonText } from '../../documents/json/jsonText.ts'
import type { CommandDocument } from '../../documents/scenario/CommandDocument.ts'
import { legFor } from '../../workers/run/legFor.ts'
import type { ScenarioCommand, ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import type { SharedEnding } from '../share/endShared.ts'
import type { AppActions } from '../AppActions.ts'
import type { Kit } from '../Kit.ts'
import { BUILTIN_SCENARIOS } from '../scenarios/builtinScenarios.ts'
import type { ChangeLabel } from '../slices/ScenarioState.ts'
import { currentTree } from '../branches/currentTree.ts'
import { revisitedTree } from '../branches/revisitedTree.ts'
import { changeLine } from './changeLine.ts'
import { entryOf, onward, replaceScenario, reviseScenario } from './changeScenario.ts'
import { reportRefusals } from './reportRefusals.ts'

type ScenarioActions = Pick<
  AppActions,
  | 'loadBuiltin' | 'openDocument' | 'resetToBuiltin' | 'exportScenario' | 'fingerprint' | 'changeSettings' | 'give' | 'giveAll' | 'askCloseAll' | 'editCommand' | 'removeCommand' | 'undo' | 'redo'
>

/** Everything that changes the scenario. Each change is one step of the history. @param sharedEnding  what becomes of a scenario that came by a link */
export function scenarioActions(kit: Kit, sharedEnding: () => Promise<SharedEnding | undefined>): ScenarioActions {
  const { get } = kit

  const revised = (next: (document: ScenarioFile) => ScenarioFile, label: ChangeLabel): Promise<boolean> =>
    kit.serially(async () => {
      const { document } = get().scenario
      return document === undefined ? false : changeLine(kit, next(document), { label })
    })

  /** Appends commands after all that were given up to their tick; the line in which more was given later stays as it is. */
  const give = (given: readonly CommandDocument[]): Promise<boolean> =>
    kit.serially(async () => {
      const { document } = get().scenario
      if (document === undefined) return false
      const [command, ...also] = stamped(kit, document, given)
      if (command === undefined) return false
      const commands = [...document.commands.filter((each) => each.tick <= command.tick), command, ...also]
      const label: ChangeLabel = also.length === 0 ? { type: command.type, subject: subjectOf(command) } : { type: 'close-all', subject: undefined }
      const done = await changeLine(kit, { ...document, commands }, { label })
      if (done) for (const each of [command, ...also]) reportRefusals(kit, each)
      return done
    })

  const open = (source: string | ScenarioFile, builtinId: string | undefined): Promise<boolean> =>
    kit.serially(async () => {
      // What came by a link is kept under it, with one's own work.
      const ending = await sharedEnding()
      const { past, future } = onward(get(), { type: 'reset', subject: get().scenario.document?.title })
      const done = await replaceScenario(kit, { source, builtinId, opened: 'itself', tick: 0 }, { past: [...(ending?.before ?? []), ...past], future })
      if (done) await ending?.end()
      return done
    })

  const openBuiltin = async (id: string | undefined): Promise<boolean> => {
    const builtin = BUILTIN_SCENARIOS.find((each) => each.id === id)
    if (builtin === undefined) return false
    kit.patch('selection', { instrument: builtin.instrument })
    return open(builtin.document, builtin.id)
  }

  /** Goes one entry back (or forth): the entry's document is put in place, what is open goes onto the other stack. */
  const travel = (direction: 'past' | 'future'): Promise<boolean> =>
    kit.serially(async () => {
      const { past, future } = get().scenario
      const entry = (direction === 'past' ? past : future).at(-1)
      if (entry === undefined) return false
      const here = entryOf(get(), entry.label)
      const history = direction === 'past' ? { past: past.slice(0, -1), future: [...future, ...here] } : { past: [...past, ...here], future: future.slice(0, -1) }
      const tree = revisitedTree(entry.tree, currentTree(get()))
      const { builtinId, opened, tick } = entry
      return reviseScenario(kit, entry.document, history, { builtinId, opened, tick, tree, seen: tree.list.find(({ id }) => id === tree.active)?.seen ?? 0 })
    })

  return {
    loadBuiltin: openBuiltin,
    openDocument: async (source) => {
      const done = await open(source, undefined)
      if (!done) kit.notify({ type: 'document-refused', problems: get().scenario.problems })
      return done
    },
    resetToBuiltin: () => openBuiltin(get().scenario.builtinId),
    exportScenario: () => jsonText(get().scenario.document ?? {}),
    async fingerprint() {
      const answer = await kit.run.ask({ type: 'fingerprint', tick: get().playback.tick })
      return answer.type === 'fingerprint' ? answer.fingerprint : undefined
    },
    changeSettings: (patch) => revised((document) => ({ ...document, ...patch }), { type: 'settings', subject: undefined }),
    give: (command) => give([command]),
    giveAll: give,
    askCloseAll: (isOpen) => kit.set({ isClosingAll: isOpen }),
    editCommand: (id, command) =>
      revised(
        (document) => ({ ...document, commands: document.commands.map((each) => (each.id === id ? { ...command, id, tick: each.tick } : each)) }),
        { type: 'edit-command', subject: subjectOf(command) },
      ),
    removeCommand: (id) =>
      revised((document) => ({ ...document, commands: document.commands.filter((each) => each.id !== id) }), { type: 'remove-command', subject: id }),
    undo: () => travel('past'),
    redo: () => travel('future'),
  }
}

/** Each with an id of its own. */
function stamped(kit: Kit, document: ScenarioFile, given: readonly CommandDocument[]): readonly ScenarioCommand[] {
  const commands: ScenarioCommand[] = []
  for (const each of given) commands.push(stamp(kit, { ...document, commands: [...document.commands, ...commands] }, each))
  return commands
}

/** The command with an id of its own, the tick shown, the leg it belongs to, and every default filled in. */
function stamp(kit: Kit, document: ScenarioFile, command: CommandDocument): ScenarioCommand {
  const { playback, view } = kit.get()
  const taken = new Set(document.commands.map((each) => each.id))
  let number = document.commands.length + 1
  while (taken.has(`c${number}`)) number += 1
  const given = { id: `c${number}`, tick: playback.tick }
  if (command.type !== 'place-order') return { ...command, ...given }
  const { reduceOnly = false, orderType = 'market', instrument, pool, side } = command
  const positionSide = command.positionSide ?? (document.positionMode !== 'hedge' ? 'both' : (side === 'buy') === !reduceOnly ? 'long' : 'short')
  const leg = command.leg ?? legFor(view.frame?.holdings ?? [], { instrument, pool, positionSide })
  return { ...command, ...given, leg, positionSide, orderType, reduceOnly }
}

/** The leg or instrument a command is about. */
function subjectOf(command: CommandDocument): string | undefined {
  if (command.type === 'place-order') return command.instrument
  return 'leg' in command ? command.leg : undefined
}

