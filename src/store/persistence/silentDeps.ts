import type { StoreDeps } from '../StoreDeps.ts'

/** A page inside another page: it reads nothing of this browser's, keeps nothing, and tells no tab that it is there. */
export const silentDeps: Pick<StoreDeps, 'storage' | 'lastWords' | 'tabs'> = {
  storage: {
    get: () => Promise.resolve(undefined),
    set: () => Promise.resolve(),
    update: (_key, change) => {
      change(undefined)
      return Promise.resolve()
    },
    keys: () => Promise.resolve([]),
  },
  lastWords: { say: () => true, hear: () => undefined },
  tabs: { id: 'embedded', announce: () => undefined, onAnnounced: () => undefined, close: () => undefined },
}
