import { useLayoutEffect } from 'react'
import { drawButtonWords } from '../drawButtonWords.ts'

/** Whoever leaves the drawing is where the way into it is, with the page as it stood before; not at its beginning. */
export function useWayOut(): void {
  // Before the effects of what is in it, which bring it into view.
  useLayoutEffect(() => {
    const main = document.querySelector('main')
    const before = main?.scrollTop ?? 0
    return () => {
      // The chart comes back after the drawing is gone.
      requestAnimationFrame(() => {
        if (main !== null) main.scrollTop = before
        if (document.activeElement !== document.body) return
        document.querySelector<HTMLElement>(`button[aria-label="${drawButtonWords.open}"]`)?.focus({ preventScroll: true })
      })
    }
  }, [])
}
