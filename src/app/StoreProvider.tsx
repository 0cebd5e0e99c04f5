import type { ReactNode } from 'react'
import type { createBrowserStore } from './createBrowserStore.ts'
import { AppStoreContext } from '../store/useAppStore.ts'

/** Gives the page its store. */
export function StoreProvider({ store, children }: { readonly store: ReturnType<typeof createBrowserStore>; readonly children: ReactNode }) {
  return <AppStoreContext value={store}>{children}</AppStoreContext>
}
