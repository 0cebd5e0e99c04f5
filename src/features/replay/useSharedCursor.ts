import { useMemo } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import type { TickDomain } from '../../ui/charts/plotFrame.ts'
import { barNames, type TickNames } from '../../ui/charts/tickNames.ts'

export interface Cursor {
  readonly domain: TickDomain
  /** What the charts show: nothing is drawn past it. */
  readonly cursor: number
  readonly hover: number | null
  readonly onHover: (tick: number | null) => void
  readonly onSeek: (tick: number) => void
  readonly names: TickNames
}

/** The one time axis all charts and the scrubber share. */
export function useSharedCursor(): Cursor {
  const lastTick = useAppStore((state) => state.playback.lastTick)
  // One selector: the panels are drawn when the charts' data arrives, not at every frame of the playback.
  const shown = useAppStore((state) => state.view.chart?.tick ?? state.playback.tick)
  const hover = useAppStore((state) => state.selection.hoverTick ?? null)
  const actions = useAppStore((state) => state.actions)
  return useMemo(
    () => ({
      domain: [0, Math.max(1, lastTick)] as const,
      cursor: shown,
      hover: hover !== null && hover <= shown ? hover : null,
      onHover: (at) => actions.hover(at ?? undefined),
      onSeek: (at) => void actions.seek(Math.round(at)),
      names: barNames,
    }),
    [lastTick, shown, hover, actions],
  )
}
