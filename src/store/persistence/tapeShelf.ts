import type { TapeData, TapePart } from '../../workers/run/TapeData.ts'
import type { FilePart } from '../../documents/scenario/TapeSource.ts'
import type { KeyValueStorage } from './KeyValueStorage.ts'

/** The user's price files, in memory and in storage, by checksum. */
export interface TapeShelf {
  /** At once in memory; the promise is about storage and may reject. */
  put(parts: readonly TapePart[]): Promise<void>
  /** Resolves when nothing is on its way to the storage any more, whether it arrived or not. */
  settled(): Promise<void>
  readonly isBusy: boolean
  /** The files a scenario names, as far as they are there; undefined when it names none. */
  supply(files: readonly FilePart[]): Promise<TapeData | undefined>
}

export function tapeShelf(storage: KeyValueStorage): TapeShelf {
  const shelf = new Map<string, TapePart>()
  let busy = 0
  let putting: Promise<unknown> = Promise.resolve()
  const find = async (checksum: string): Promise<TapePart | undefined> => {
    const known = shelf.get(checksum)
    if (known !== undefined) return known
    const kept = await storage.get(keyOf(checksum)).catch(() => undefined)
    if (!isTapePart(kept)) return undefined
    shelf.set(checksum, kept)
    return kept
  }
  const keep = async (parts: readonly TapePart[]): Promise<void> => {
    for (const part of parts) await storage.set(keyOf(part.checksum), part)
  }
  return {
    put(parts) {
      for (const part of parts) shelf.set(part.checksum, part)
      busy += 1
      const done = keep(parts).finally(() => {
        busy -= 1
      })
      putting = Promise.allSettled([putting, done])
      return done
    },
    async settled() {
      // More may have come while it waited.
      for (let seen; seen !== putting; await putting) seen = putting
    },
    get isBusy() {
      return busy > 0
    },
    async supply(files) {
      if (files.length === 0) return undefined
      const found = await Promise.all(
        files.map(async ({ name, entry, barMillis, checksum }) => {
          const part = checksum === undefined ? undefined : await find(checksum)
          // The same prices may have come under another name since: here they go by the one the scenario has for them.
          return part === undefined ? [] : [{ ...part, name, ...(entry === undefined ? {} : { entry }), ...(barMillis === undefined ? {} : { barMillis }) }]
        }),
      )
      return { parts: found.flat() }
    },
  }
}

function keyOf(checksum: string): string {
  return `tape:${checksum}`
}

/** The shape only; the worker compares the checksum of the contents. */
function isTapePart(value: unknown): value is TapePart {
  if (typeof value !== 'object' || value === null) return false
  const { name, tape } = value as Partial<TapePart>
  return typeof name === 'string' && typeof tape === 'object' && tape.columns instanceof Blob && Array.isArray(tape.series)
}
