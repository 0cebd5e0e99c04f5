import { useMemo, useSyncExternalStore } from 'react'

export function useMediaQuery(query: string): boolean {
  const { subscribe, matches } = useMemo(() => watch(query), [query])
  return useSyncExternalStore(subscribe, matches)
}

function watch(query: string) {
  const list = window.matchMedia(query)
  let last = list.matches
  return {
    subscribe: (onChange: () => void): (() => void) => {
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    matches: (): boolean => {
      // A sheet of paper is narrow. What is on the screen keeps its parts, and what is chosen in them, while it is printed.
      if (!window.matchMedia('print').matches && document.documentElement.dataset['printing'] === undefined) last = list.matches
      return last
    },
  }
}

/** The width at which tables become cards and the ticket a sheet. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 640px)')
}

export function useReducedMotion(): boolean {
  return useMediaQuery('(prefers-reduced-motion: reduce)')
}
