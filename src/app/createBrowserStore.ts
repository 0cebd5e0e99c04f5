import { browserDeps } from '../store/browserDeps.ts'
import { createAppStore } from '../store/createAppStore.ts'

/** The store of this page, on its own workers, storage and clock. */
export function createBrowserStore(): ReturnType<typeof createAppStore> {
  return createAppStore(browserDeps())
}
