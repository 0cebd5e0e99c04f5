import type { WorkerLike } from '../WorkerLike.ts'

/** The real worker. */
export function startImportWorker(): WorkerLike {
  return new Worker(new URL('./importCsv.worker.ts', import.meta.url), { type: 'module' })
}
