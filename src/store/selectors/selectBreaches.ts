import { createSelector } from 'reselect'
import type { AppState } from '../AppState.ts'
import { breachesOf, type Breach } from './breaches.ts'
import { selectBaseOf } from './selectBaseOf.ts'
import { TWIN_ORDER } from './twinOrder.ts'

/** Every liquidation of the three accounts up to the cursor, by account. */
export const selectBreaches: (state: AppState) => readonly Breach[] = createSelector([(state: AppState) => state.view.events, selectBaseOf], (events, baseOf) =>
  TWIN_ORDER.flatMap((twin) => breachesOf(twin, events[twin], events[twin].visible, baseOf)),
)
