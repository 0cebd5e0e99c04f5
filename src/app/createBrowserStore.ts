import { browserDeps } from '../store/browserDeps.ts'
import { createAppStore } from '../store/createAppStore.ts'
import { silentDeps } from '../store/persistence/silentDeps.ts'

/** The store of this page, on its own workers, storage and clock; embedded in another page it keeps nothing. */
export function createBrowserStore(isEmbedded: boolean): ReturnType<typeof createAppStore> {
  return createAppStore(isEmbedded ? { ...browserDeps(), ...silentDeps } : browserDeps())
}
