import { createSelector } from 'reselect'
import type { AppState } from '../AppState.ts'

/** What happened in the account as set after the moment of a pending cut, as far as it was seen. */
export interface LostEvents {
  readonly total: number
  readonly fills: number
  readonly liquidations: number
  readonly other: number
}

const NONE: LostEvents = { total: 0, fills: 0, liquidations: 0, other: 0 }

export const selectLostEvents: (state: AppState) => LostEvents = createSelector(
  [(state: AppState) => state.scenario.pendingCut?.tick, (state: AppState) => state.view.events['as-set'].list, (state: AppState) => state.playback.seen],
  (tick, list, seen) => {
    if (tick === undefined) return NONE
    const lost = list.filter((event) => event.tick > tick && event.tick <= seen)
    const fills = lost.filter((event) => event.type === 'filled').length
    const liquidations = lost.filter((event) => event.type === 'position-liquidated').length
    return { total: lost.length, fills, liquidations, other: lost.length - fills - liquidations }
  },
)
