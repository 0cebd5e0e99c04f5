import { useEffect, useState } from 'react'
import type { LinkOptions, MadeLink } from '../../store/ShareActions.ts'
import { useAppStore } from '../../store/useAppStore.ts'

/** The open scenario as a link, made anew when it or the options change; absent until the first is there. */
export function useShareLink({ screen, hasCursor }: LinkOptions): MadeLink | undefined {
  const { makeLink } = useAppStore((state) => state.actions)
  const document = useAppStore((state) => state.scenario.document)
  const tick = useAppStore((state) => (hasCursor ? state.playback.tick : 0))
  const [made, setMade] = useState<MadeLink>()
  useEffect(() => {
    let isCurrent = true
    const make = async (): Promise<void> => {
      const link = await makeLink({ screen, hasCursor })
      if (isCurrent) setMade(link)
    }
    void make()
    return () => {
      isCurrent = false
    }
  }, [makeLink, document, tick, screen, hasCursor])
  return made
}

/** The address of this page with another fragment, and without what only this visit has. */
export function shareAddress(fragment: string): string {
  const { origin, pathname } = window.location
  return `${origin === 'null' ? 'file://' : origin}${pathname}${fragment}`
}
