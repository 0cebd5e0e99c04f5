import type { Frame } from '../../workers/run/Frame.ts'
import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import { createRunClient } from '../../workers/run/runClient.ts'
import { noEvents } from '../initialState.ts'
import type { Kit, Rival } from '../Kit.ts'
import { viewAfter } from '../playback/applyFrame.ts'
import { createFrameLoop } from '../playback/createFrameLoop.ts'
import { filesOf } from '../scenarios/filesOf.ts'
import { selectComparedEvents } from '../selectors/selectComparedEvents.ts'
import { selectComparedFacts } from '../selectors/selectComparedFacts.ts'
import { selectComparedLanes } from '../selectors/selectComparedLanes.ts'
import { selectComparedRows } from '../selectors/selectComparedRows.ts'
import type { RivalState } from '../slices/RivalState.ts'
import { currentTree } from './currentTree.ts'
import { isSamePlay } from '../../workers/run/isSamePlay.ts'

/** Shows a line beside the open one, in place of the one that was; none: ends that. [B5] */
export async function compareBranch(kit: Kit, id: string | undefined): Promise<void> {
  const { branches } = kit.get()
  if (id === undefined || id === branches.active || !branches.list.some((each) => each.id === id)) {
    end(kit)
    return
  }
  kit.rival.current ??= createRival(kit)
  kit.set({ rival: { ...CLOSED, branch: id } })
  await kit.rival.current.follow()
}

const LOOK: RivalState['look'] = { rows: selectComparedRows, lanes: selectComparedLanes, events: selectComparedEvents, facts: selectComparedFacts }

const CLOSED: Omit<RivalState, 'branch'> = { status: 'opening', problems: [], info: undefined, view: { frame: undefined, detail: undefined, chart: undefined, events: noEvents() }, look: LOOK }

function end(kit: Kit): void {
  kit.rival.current?.close()
  kit.rival.current = undefined
  kit.set({ rival: undefined })
}

/** A run of its own that goes where the cursor of the open line goes. */
function createRival(kit: Kit): Rival {
  const { get } = kit
  let opened: ScenarioFile | undefined
  let following: Promise<void> | undefined
  let isWanted = false

  const patch = (fields: Partial<RivalState>): void => {
    const { rival } = get()
    if (rival !== undefined) kit.set({ rival: { ...rival, ...fields } })
  }
  const run = createRunClient({
    spawn: kit.deps.startRunWorker,
    timers: kit.deps.timers,
    onTrouble: (trouble) => {
      if (trouble.type === 'gave-up') patch({ status: 'failed', problems: [trouble.message] })
    },
  })
  const frames = createFrameLoop({
    run,
    context() {
      const { selection, rival } = get()
      const { frame, events } = rival?.view ?? CLOSED.view
      return {
        detail: selection.account,
        instrument: selection.instrument,
        known: {
          revision: frame?.revision ?? 0,
          counts: { 'as-set': events['as-set'].list.length, 'all-isolated': events['all-isolated'].list.length, 'all-cross': events['all-cross'].list.length },
        },
      }
    },
    apply(frame: Frame) {
      const { rival, selection } = get()
      if (rival !== undefined) patch({ view: viewAfter(rival.view, frame, selection.account) })
    },
    onProgress: () => undefined,
  })

  /** The document of the line that is compared; nothing where it is gone, or is the open one now. */
  const wanted = (): ScenarioFile | undefined => {
    const { list, active } = currentTree(get())
    const { rival } = get()
    return rival === undefined || rival.branch === active ? undefined : list.find(({ id }) => id === rival.branch)?.document
  }

  const open = async (document: ScenarioFile): Promise<boolean> => {
    frames.renew()
    if (opened !== undefined && isSamePlay(opened, document)) {
      const answer = await run.ask({ type: 'set-commands', commands: document.commands })
      if (answer.type !== 'commands-set') return refuse(answer)
    } else {
      patch({ status: 'opening' })
      const answer = await run.ask({ type: 'open', source: document, tape: await kit.shelf.supply(filesOf(document)) })
      if (answer.type !== 'opened') return refuse(answer)
      patch({ info: answer.info })
    }
    opened = document
    patch({ status: 'open', problems: [] })
    return true
  }

  const refuse = (answer: { readonly type: string; readonly problems?: readonly string[]; readonly message?: string }): false => {
    opened = undefined
    patch({ status: 'failed', problems: answer.problems ?? [answer.message ?? 'it was given up'] })
    return false
  }

  const step = async (): Promise<void> => {
    const document = wanted()
    if (document === undefined) {
      end(kit)
      return
    }
    if (document !== opened && !(await open(document))) return
    const { tick, isPlaying } = get().playback
    await frames.show({ tick, isStill: !isPlaying })
  }

  const go = async (): Promise<void> => {
    while (isWanted && get().rival !== undefined) {
      isWanted = false
      await step()
    }
    following = undefined
  }

  return {
    follow() {
      isWanted = true
      following ??= go()
      return following
    },
    close: () => run.close(),
  }
}
