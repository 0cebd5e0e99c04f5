import type { Timers } from '../../workers/Timers.ts'
import { isSameWork } from './isSameWork.ts'
import type { KeyValueStorage } from './KeyValueStorage.ts'
import type { LastWords } from './LastWords.ts'
import { isSavedScenario, type SavedScenario } from './SavedScenario.ts'
import { type SavedWork, spokenWork } from './spokenWork.ts'

export const SCENARIO_KEY = 'scenario'
/** Wait after a change; more changes in the meantime are saved together, ms. */
const DEBOUNCE = 150

export type Snapshot = Omit<SavedScenario, 'schema' | 'revision' | 'tab'>

export interface SaverEvents {
  /** There is something to save that is not saved yet. */
  readonly onSaving: () => void
  readonly onSaved: () => void
  /** The storage refused; it is tried again at the next change. */
  readonly onError: (error: unknown) => void
  /** Another tab has saved since this one last did: nothing was written, and nothing will be until `claim`. */
  readonly onElsewhere: () => void
}

export interface SaverOptions extends SaverEvents {
  readonly storage: KeyValueStorage
  readonly lastWords: LastWords
  readonly timers: Timers
  readonly tab: string
  readonly snapshot: () => Snapshot | undefined
  /** Price files on their way to the storage: a scenario is not saved before what it is played on. */
  readonly prices: { readonly isBusy: boolean; readonly settled: () => Promise<void> }
}

export interface Saver {
  /** Saves what `snapshot` gives: work that was done is said at once, the storage has it soon. */
  readonly schedule: () => void
  /** Saves at once what is still waiting. */
  readonly flush: () => Promise<void>
  /** The page goes away: what is not saved yet is said where it is heard at the next start. */
  readonly leave: () => void
  /** From now on nothing is saved: what is shown is not the user's own. */
  readonly hold: () => void
  readonly release: () => void
  /** Another tab is in charge now. */
  readonly yieldTo: () => void
  /** This tab is in charge, whatever was written meanwhile. */
  readonly claim: () => void
}

/** Writes the scenario down after every change, unless another tab has done so in the meantime. [B10, B11] */
export function createSaver(options: SaverOptions): Saver {
  const { storage, lastWords, timers, tab, prices } = options
  let timer: number | undefined
  let writing: Promise<void> = Promise.resolve()
  /** Highest revision this tab knows; undefined until it has written or claimed: then anything may be replaced. */
  let known: number | undefined
  let isElsewhere = false
  let isWriting = false
  let isHeld = false
  /** What was said last, or saved: the same work is not said again. */
  let safe: Snapshot | undefined
  /** What the storage has; unknown while it is being written. */
  let saved: SavedWork | undefined

  const next = (): number => (known === undefined ? Number.MAX_SAFE_INTEGER : known + 1)

  /** @returns whether what is shown will be heard at the next start, should the page be gone in the next moment */
  const say = (snapshot: Snapshot): boolean => {
    const work = prices.isBusy ? undefined : spokenWork(snapshot, saved)
    if (work === undefined) return false
    const isHeard = lastWords.say({ schema: 1, revision: next(), tab, ...work })
    if (isHeard) safe = snapshot
    return isHeard
  }

  /** What was done is said before the storage has it; where it cannot be, the storage is asked at once. */
  const sayAhead = (): boolean => {
    const snapshot = options.snapshot()
    if (snapshot === undefined || isSameWork(snapshot, safe)) return true
    return say(snapshot)
  }

  const write = async (): Promise<void> => {
    await prices.settled()
    const snapshot = options.snapshot()
    if (snapshot === undefined || isElsewhere || isHeld) return
    isWriting = true
    saved = undefined
    let isForeign = false
    try {
      await storage.update(SCENARIO_KEY, (value) => {
        const before = isSavedScenario(value) ? value : undefined
        isForeign = known !== undefined && before !== undefined && before.tab !== tab && before.revision > known
        if (isForeign) return undefined
        known = (before?.revision ?? 0) + 1
        return { schema: 1, revision: known, tab, ...snapshot } satisfies SavedScenario
      })
    } catch (error) {
      options.onError(error)
      return
    } finally {
      isWriting = false
    }
    if (isForeign) {
      isElsewhere = true
      options.onElsewhere()
    } else {
      settle(snapshot)
    }
  }

  /** It is in the storage. What was done since stays said, as what comes after it. */
  const settle = (written: Snapshot): void => {
    const now = options.snapshot()
    saved = known === undefined ? undefined : { snapshot: written, revision: known }
    if (isHeld || now === undefined || isSameWork(now, written)) {
      lastWords.say(undefined)
      safe = written
    } else {
      safe = undefined
      sayAhead()
    }
    if (timer === undefined) options.onSaved()
  }

  const flush = (): Promise<void> => {
    if (timer !== undefined) {
      timers.clear(timer)
      timer = undefined
      writing = writing.then(write)
    }
    return writing
  }

  return {
    schedule() {
      if (isElsewhere || isHeld) return
      const isSafe = sayAhead()
      if (timer !== undefined) timers.clear(timer)
      else options.onSaving()
      timer = timers.set(() => void flush(), DEBOUNCE)
      if (!isSafe) void flush()
    },
    flush,
    leave() {
      const snapshot = timer === undefined && !isWriting ? undefined : options.snapshot()
      if (snapshot === undefined || isElsewhere || isHeld) return
      // Nobody waits for a page that goes: prices are said too where the storage does not have them.
      if (!say(snapshot)) lastWords.say({ schema: 1, revision: next(), tab, ...snapshot } satisfies SavedScenario)
      void flush()
    },
    hold() {
      isHeld = true
    },
    release() {
      isHeld = false
    },
    yieldTo() {
      isElsewhere = true
    },
    claim() {
      isElsewhere = false
      known = undefined
      saved = undefined
    },
  }
}
