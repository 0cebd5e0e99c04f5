import type { WorkerLike } from '../WorkerLike.ts'

/** The real worker. Its name tells it where the page's own files are. @param folder  address of the page's folder */
export function startRunWorker(folder: string): WorkerLike {
  return new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module', name: folder })
}
