import { useEffect } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { parseRoute } from '../route.ts'

const WITHOUT_LINK = 'one-bad-altcoin'

/** Opens what the address carries where its cursor stands; one that stands at the start is taken to the end, for nobody can play it here. */
export function useEmbedStart(): void {
  const actions = useAppStore((state) => state.actions)
  const isAtStart = useAppStore((state) => state.scenario.status === 'open' && state.view.frame !== undefined && state.playback.seen === 0)
  useEffect(() => {
    void actions.start(WITHOUT_LINK, parseRoute(window.location.hash).params.get('s') ?? undefined)
  }, [actions])
  useEffect(() => {
    if (isAtStart) void actions.seek(Number.MAX_SAFE_INTEGER)
  }, [actions, isAtStart])
}
