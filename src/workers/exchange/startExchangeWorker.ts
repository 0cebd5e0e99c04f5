import type { WorkerLike } from '../WorkerLike.ts'

/** The real worker. */
export function startExchangeWorker(): WorkerLike {
  return new Worker(new URL('./exchange.worker.ts', import.meta.url), { type: 'module' })
}
