import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from 'react'
import { useStore, type StoreApi } from 'zustand'
import type { AppState } from './AppState.ts'

/** The store of this page; a context, so that tests and several pages can have their own. */
export const AppStoreContext = createContext<StoreApi<AppState> | undefined>(undefined)

function useStoreOfPage(): StoreApi<AppState> {
  const store = useContext(AppStoreContext)
  if (store === undefined) throw new Error('useAppStore stands outside of AppStoreContext')
  return store
}

/** Reads the store. The selector must return the same reference for the same state (zustand 5). */
export function useAppStore<T>(selector: (state: AppState) => T): T {
  return useStore(useStoreOfPage(), selector)
}

/** Turns a second for lists and their counts. */
export const CALM_HZ = 4

/**
 * Reads the store at most so often: for long lists that nobody reads sixty times a second. A pause of the state is
 * followed by its last value within one turn.
 * @param hz  turns a second
 */
export function useCalmAppStore<T>(selector: (state: AppState) => T, hz: number): T {
  const store = useStoreOfPage()
  const seen = useRef(store.getState())
  const subscribe = useCallback(
    (notify: () => void) => {
      let timer: number | undefined
      const turn = (): void => {
        timer = undefined
        if (seen.current === store.getState()) return
        seen.current = store.getState()
        notify()
      }
      const wait = (): void => {
        timer ??= window.setTimeout(turn, 1000 / hz)
      }
      const end = store.subscribe(wait)
      if (seen.current !== store.getState()) wait()
      return () => {
        window.clearTimeout(timer)
        end()
      }
    },
    [store, hz],
  )
  return useSyncExternalStore(subscribe, () => selector(seen.current))
}
