import { createSelector } from 'reselect'
import type { PlainEvent, Twin } from '../../workers/run/Frame.ts'
import type { AppState } from '../AppState.ts'
import type { ScrubberMark } from './rows/ScrubberMark.ts'
import { isAssetLeg } from './breaches.ts'
import { selectBaseOf } from './selectBaseOf.ts'
import { TWIN_ORDER } from './twinOrder.ts'

/** What happened, on the scrubber: as far as the user has seen, also past the cursor. */
export const selectScrubberMarks: (state: AppState) => readonly ScrubberMark[] = createSelector(
  [(state: AppState) => state.view.events, (state: AppState) => state.playback.seen, selectBaseOf],
  (events, seen, baseOf) => {
    const marks = new Map<string, { tick: number; type: ScrubberMark['type']; twins: Set<Twin>; bases: Set<string>; seqs: Set<string> }>()
    for (const twin of TWIN_ORDER) {
      for (const event of events[twin].list) {
        const type = typeOf(event)
        if (type === undefined || event.tick > seen || (type !== 'liquidation' && type !== 'sold' && twin !== 'as-set')) continue
        const key = `${String(event.tick)}:${type}:${groupOf(event)}`
        const mark = marks.get(key) ?? { tick: event.tick, type, twins: new Set<Twin>(), bases: new Set<string>(), seqs: new Set<string>() }
        mark.twins.add(twin)
        if ('instrument' in event) mark.bases.add(baseOf(event.instrument))
        if (twin === TWIN_ORDER[0] || mark.twins.size === 1) mark.seqs.add(String(event.seq))
        marks.set(key, mark)
      }
    }
    return [...marks.entries()]
      .map(([key, mark]): ScrubberMark => ({ key, tick: mark.tick, type: mark.type, twins: [...mark.twins], bases: [...mark.bases], count: mark.seqs.size }))
      .sort((a, b) => a.tick - b.tick)
  },
)

function typeOf(event: PlainEvent): ScrubberMark['type'] | undefined {
  switch (event.type) {
    case 'filled':
      if (event.cause === 'collateral') return undefined
      return Number(event.qtyAfter) === 0 ? 'closed' : 'opened'
    case 'position-liquidated':
      return isAssetLeg(event.leg) ? 'sold' : 'liquidation'
    case 'command-refused':
      return 'refused'
    case 'leverage-set':
    case 'position-moved':
    case 'protection-set':
      return 'command'
    default:
      return undefined
  }
}

/** Liquidations of one tick are one mark when they are in pools of one kind. */
function groupOf(event: PlainEvent): string {
  if (event.type !== 'position-liquidated') return ''
  return event.pool === 'cross' ? 'cross' : event.pool.startsWith('bucket:') ? event.pool : 'isolated'
}
