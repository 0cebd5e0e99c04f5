import { createContext, useContext } from 'react'
import { useStore, type StoreApi } from 'zustand'
import type { AppState } from './AppState.ts'

/** The store of this page; a context, so that tests and several pages can have their own. */
export const AppStoreContext = createContext<StoreApi<AppState> | undefined>(undefined)

/** Reads the store. The selector must return the same reference for the same state (zustand 5). */
export function useAppStore<T>(selector: (state: AppState) => T): T {
  const store = useContext(AppStoreContext)
  if (store === undefined) throw new Error('useAppStore stands outside of AppStoreContext')
  return useStore(store, selector)
}
