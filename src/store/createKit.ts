import type { StoreApi } from 'zustand/vanilla'
import { createRunClient, type WorkerTrouble } from '../workers/run/runClient.ts'
import type { AppState } from './AppState.ts'
import { stand } from './actions/changeScenario.ts'
import { reportStorage } from './actions/storageActions.ts'
import type { Kit, PatchableSlice } from './Kit.ts'
import { currentTree } from './branches/currentTree.ts'
import { createSaver } from './persistence/createSaver.ts'
import { savedTree } from './persistence/SavedTree.ts'
import { tapeShelf } from './persistence/tapeShelf.ts'
import { askPreviews } from './playback/askPreviews.ts'
import { createFrameLoop } from './playback/createFrameLoop.ts'
import { createPlaybackDriver } from './playback/createPlaybackDriver.ts'
import { createPreviewLoop } from './playback/createPreviewLoop.ts'
import { showFrame } from './playback/showFrame.ts'
import type { StoreDeps } from './StoreDeps.ts'

/** Puts the machinery together. Its parts know each other only through the kit, once it is complete. */
export function createKit(deps: StoreDeps, store: StoreApi<AppState>): Kit {
  const { clock, timers, storage, lastWords } = deps
  const get = (): AppState => store.getState()
  const set = (fields: Partial<AppState>): void => store.setState(fields)
  const patch = <K extends PatchableSlice>(slice: K, fields: Partial<AppState[K]>): void => {
    store.setState((state) => ({ [slice]: { ...state[slice], ...fields } }))
  }
  let notices = 0
  const notify: Kit['notify'] = (body) => {
    notices += 1
    set({ notices: [...get().notices, { id: notices, ...body }] })
  }
  const run = createRunClient({ spawn: deps.startRunWorker, timers, onTrouble: (trouble) => onTrouble(trouble) })
  // What it gives up is told where it was asked for.
  const comparer = createRunClient({
    spawn: deps.startRunWorker,
    timers,
    onTrouble: ({ type }) => {
      if (type === 'restarted') notify({ type: 'worker-restarted' })
    },
  })
  const frames = createFrameLoop({
    run,
    context: () => contextOf(get()),
    apply: (frame) => showFrame(kit, frame),
    onProgress: (target, progress) => patch('playback', { seeking: { target, progress } }),
  })
  const shelf = tapeShelf(storage)
  const showing: Kit['showing'] = { pauses: undefined }
  let changes: Promise<unknown> = Promise.resolve()

  const kit: Kit = {
    deps,
    get,
    set,
    patch,
    notify,
    run,
    comparer,
    frames,
    showing,
    rival: { current: undefined },
    driver: createPlaybackDriver({
      clock,
      frames,
      onFailed: () => stand(kit),
      state: () => ({ ...get().playback, pauses: showing.pauses ?? get().playback.pauseAtLiquidation }),
    }),
    previews: createPreviewLoop({ clock, timers, isPlaying: () => get().playback.isPlaying, ask: () => askPreviews(kit) }),
    saver: createSaver({
      storage,
      lastWords,
      timers,
      tab: deps.tabs.id,
      prices: shelf,
      snapshot() {
        const { document, builtinId, isEdited } = get().scenario
        // The tick on its way to the screen: a scenario that was just opened stands at its start until its first frame is there.
        return document === undefined ? undefined : { document, builtinId, isEdited, tick: frames.wanted ?? get().playback.tick, tree: savedTree(currentTree(get())) }
      },
      onSaving: () => patch('storage', { status: 'saving' }),
      onSaved: () => patch('storage', { status: 'saved', message: undefined }),
      onError: (error) => reportStorage(kit, error),
      onElsewhere() {
        patch('storage', { status: 'elsewhere' })
        notify({ type: 'newer-tab' })
      },
    }),
    shelf,
    serially(task) {
      const done = changes.then(task)
      changes = done.catch(() => undefined)
      return done
    },
  }

  const onTrouble = (trouble: WorkerTrouble): void => {
    if (trouble.type === 'gave-up') stand(kit)
    notify(trouble.type === 'gave-up' ? { type: 'worker-gave-up', message: trouble.message } : { type: 'worker-restarted' })
  }
  return kit
}

/** What a frame request takes from the state of the moment. */
function contextOf({ selection, view }: AppState) {
  const { events, frame } = view
  return {
    detail: selection.account,
    instrument: selection.instrument,
    known: {
      revision: frame?.revision ?? 0,
      counts: { 'as-set': events['as-set'].list.length, 'all-isolated': events['all-isolated'].list.length, 'all-cross': events['all-cross'].list.length },
    },
  }
}
