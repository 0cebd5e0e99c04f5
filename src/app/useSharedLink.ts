import { useEffect, useRef } from 'react'
import { useAppStore } from '../store/useAppStore.ts'
import { parseRoute, routePath } from './route.ts'

/** What stands after `s=` in the address: a scenario that somebody sent. */
export function linkInAddress(): string | undefined {
  return parseRoute(window.location.hash).params.get('s') ?? undefined
}

/** Opens a link that is put into the address of the open page, and takes it off when its scenario is kept or left. */
export function useSharedLink(): void {
  const { openLink, leaveShared } = useAppStore((state) => state.actions)
  const screen = useAppStore((state) => state.screen)
  const isShared = useAppStore((state) => state.shared.status === 'open')
  const isChanged = useAppStore((state) => state.scenario.isEdited || state.scenario.canUndo)
  // The one the page was opened with is opened at the start.
  const opened = useRef(linkInAddress())
  useEffect(() => {
    const follow = (): void => {
      const link = linkInAddress()
      if (link === opened.current) return
      opened.current = link
      if (link !== undefined) void openLink(link)
      // Back in the browser's history is back to one's own work, unless something would be lost by it.
      else if (isShared && !isChanged) void leaveShared()
    }
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [openLink, leaveShared, isShared, isChanged])
  const wasShared = useRef(isShared)
  useEffect(() => {
    const ended = wasShared.current && !isShared
    wasShared.current = isShared
    if (!ended || linkInAddress() === undefined) return
    opened.current = undefined
    window.history.replaceState(null, '', routePath(screen))
  }, [isShared, screen])
}
