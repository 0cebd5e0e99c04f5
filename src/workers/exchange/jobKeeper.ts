import type { Millis } from '../../engine/index.ts'
import type { ExchangeProgress } from '../../sources/exchange/ExchangeProgress.ts'
import type { ExchangeRequest } from '../../sources/exchange/ExchangeRequest.ts'
import type { ExchangeJob, ExchangeStorage } from './ExchangeStorage.ts'
import { jobId } from './jobId.ts'
import { keepTrouble } from './keptPages.ts'
import type { KeepTrouble } from './protocol.ts'

/** A load under way is written down this often at most, ms. */
const EVERY = 300

export interface JobKeeper {
  readonly reached: (progress: ExchangeProgress) => void
  /** It ended before its end: where it stands is written down. */
  readonly stop: () => Promise<void>
  /** All of it is there. */
  readonly end: () => Promise<void>
}

/** Writes down how far a load has come, so that it can be gone on with. What the storage refuses is told and forgone. */
export function jobKeeper(storage: ExchangeStorage, request: ExchangeRequest, { now, onTrouble }: { readonly now: () => Millis; readonly onTrouble: (trouble: KeepTrouble) => void }): JobKeeper {
  const id = jobId(request)
  let last: ExchangeProgress | undefined
  let written: Millis | undefined
  let writing: Promise<void> = Promise.resolve()

  const queue = (write: () => Promise<void>): Promise<void> => {
    writing = writing.then(write).catch((error: unknown) => onTrouble(keepTrouble(error)))
    return writing
  }
  const write = (): Promise<void> => {
    if (last === undefined || last.rows === 0) return writing
    const { rows, share, to: reached } = last
    const job: ExchangeJob = { id, request, share, reached, rows, at: now() }
    written = job.at
    return queue(() => storage.putJob(job))
  }

  return {
    reached(progress) {
      last = progress
      if (written === undefined || now() - written >= EVERY) void write()
    },
    stop: write,
    end: () => queue(() => storage.removeJob(id)),
  }
}
