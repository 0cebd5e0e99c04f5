import { useContext, useEffect } from 'react'
import type { AppState } from '../../store/AppState.ts'
import { createPreviewLoop } from '../../store/playback/createPreviewLoop.ts'
import { AppStoreContext } from '../../store/useAppStore.ts'

const TIMERS = { set: (callback: () => void, millis: number) => window.setTimeout(callback, millis), clear: (timer: number) => window.clearTimeout(timer) }
const CLOCK = {
  now: () => performance.now(),
  requestFrame: (callback: (now: number) => void) => window.requestAnimationFrame(callback),
  cancelFrame: (handle: number) => window.cancelAnimationFrame(handle),
}

/** Asks again whenever what is explained may have changed: another bar, another draft. While the tape plays as often as it has time for. */
export function useFollow(ask: () => Promise<void>): void {
  const store = useContext(AppStoreContext)
  useEffect(() => {
    if (store === undefined) return undefined
    const loop = createPreviewLoop({ clock: CLOCK, timers: TIMERS, isPlaying: () => store.getState().playback.isPlaying, ask })
    const end = store.subscribe((now, before) => {
      if (isOther(now, before)) loop.refresh()
    })
    loop.now()
    return () => {
      end()
      loop.stop()
    }
  }, [store, ask])
}

function isOther(now: AppState, before: AppState): boolean {
  return now.view.frame !== before.view.frame || now.explain.view !== before.explain.view || now.ticket.draft !== before.ticket.draft || now.edit?.command !== before.edit?.command || now.calculate.answers !== before.calculate.answers
}
