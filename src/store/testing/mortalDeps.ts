import { testDeps, type TestDeps } from './testDeps.ts'

export interface Mortal {
  readonly deps: TestDeps
  /** Whether the tab is gone: nothing it still does reaches anything that is kept. */
  readonly isDead: () => boolean
  /** How often something that is kept was about to be touched. */
  readonly touches: () => number
}

export interface Death {
  /** Before the touch of this number; later touches come after the end. */
  readonly atTouch: number
  /** Whether that touch still gets through: it was on its way. */
  readonly arrives: boolean
  /** Whether this browser lets words be left (localStorage). */
  readonly hasWords: boolean
}

/** A page that is killed at the nth touch of what is kept: without a word, as by the system, in the middle of whatever it does. */
export function mortalDeps(kept: Map<string, unknown>, { atTouch, arrives, hasWords }: Death): Mortal {
  const deps = testDeps(kept)
  let touches = 0
  let isDead = false
  const forever = new Promise<never>(() => undefined)
  /** @returns whether this touch gets through */
  const touch = (): boolean => {
    if (isDead) return false
    touches += 1
    if (touches < atTouch) return true
    isDead = true
    return arrives
  }
  const through = async <T>(go: () => Promise<T>): Promise<T> => {
    if (!touch()) return forever
    const value = await go()
    // The answer does not come back to a tab that is gone.
    return isDead ? forever : value
  }
  const { storage, lastWords } = deps
  return {
    deps: Object.assign(deps, {
      storage: {
        get: (key: string) => through(() => storage.get(key)),
        set: (key: string, value: unknown) => through(() => storage.set(key, value)),
        update: (key: string, change: (value: unknown) => unknown) => through(() => storage.update(key, change)),
        keys: () => through(() => storage.keys()),
      },
      lastWords: {
        say: (record: unknown) => hasWords && touch() && lastWords.say(record),
        hear: () => (hasWords ? lastWords.hear() : undefined),
      },
    }),
    isDead: () => isDead,
    touches: () => touches,
  }
}
