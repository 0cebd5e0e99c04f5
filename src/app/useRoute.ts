import { useEffect, useRef } from 'react'
import { useAppStore } from '../store/useAppStore.ts'
import type { Screen } from '../store/slices/Screen.ts'
import { parseRoute, routeBeside } from './route.ts'

const TITLES: Readonly<Record<Screen, string>> = { simulate: 'Simulate · Bulkhead', calculate: 'Calculate · Bulkhead', report: 'Incident report · Bulkhead' }

/** Keeps address, title and screen together: links and the back button change the screen, an action changes the address. */
export function useRoute(): void {
  const screen = useAppStore((state) => state.screen)
  const { showScreen } = useAppStore((state) => state.actions)
  useEffect(() => {
    const follow = (): void => showScreen(parseRoute(window.location.hash).screen)
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [showScreen])
  const shown = useRef(screen)
  useEffect(() => {
    document.title = TITLES[screen]
    // Only what changed after the start: before it the address decides.
    if (shown.current === screen) return
    shown.current = screen
    if (parseRoute(window.location.hash).screen !== screen) window.history.pushState(null, '', routeBeside(screen, window.location.hash))
  }, [screen])
}
