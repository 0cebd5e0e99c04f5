import { useEffect } from 'react'
import { useAppStore } from '../store/useAppStore.ts'
import { useReducedMotion } from '../ui/theme/useMediaQuery.ts'
import { parseRoute } from './route.ts'
import { linkInAddress } from './useSharedLink.ts'

const FIRST_SCENARIO = 'one-bad-altcoin'

/** Opens the link in the address, or restores what was open; on the first visit opens scenario A and plays it once, or shows its end at once. */
export function useFirstRun(): void {
  const actions = useAppStore((state) => state.actions)
  const isStill = useReducedMotion()
  useEffect(() => {
    let isHere = true
    const begin = async (): Promise<void> => {
      const what = await actions.start(FIRST_SCENARIO, linkInAddress())
      // Where the first visit is to another screen, nothing plays unseen: it stands at its first bar.
      if (!isHere || what !== 'builtin' || parseRoute(window.location.hash).screen !== 'simulate') return
      if (isStill) await actions.seek(Number.MAX_SAFE_INTEGER)
      else actions.play({ pauseAtLiquidation: false })
    }
    void begin()
    return () => {
      isHere = false
    }
    // Once: a later change of the motion setting does not start anything over.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [actions])
}
