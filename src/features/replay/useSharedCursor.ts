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
  readonly isStill: boolean
}

/** The one time axis all charts and the scrubber share. */
export function useSharedCursor(): Cursor {
  const lastTick = useAppStore((state) => state.playback.lastTick)
  const shown = useAppStore((state) => state.view.chart?.tick)
  const tick = useAppStore((state) => state.playback.tick)
  const hover = useAppStore((state) => state.selection.hoverTick ?? null)
  const isPlaying = useAppStore((state) => state.playback.isPlaying)
  const actions = useAppStore((state) => state.actions)
  return useMemo(
    () => ({
      domain: [0, Math.max(1, lastTick)] as const,
      cursor: shown ?? tick,
      hover: hover !== null && hover <= (shown ?? tick) ? hover : null,
      onHover: (at) => actions.hover(at ?? undefined),
      onSeek: (at) => void actions.seek(Math.round(at)),
      names: barNames,
      isStill: !isPlaying,
    }),
    [lastTick, shown, tick, hover, isPlaying, actions],
  )
}
