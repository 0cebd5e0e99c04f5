import { comparePlays } from '../../engine/index.ts'
import { createSelector } from 'reselect'
import type { Twin } from '../../workers/run/Frame.ts'
import type { AppState } from '../AppState.ts'
import type { ViewState } from '../slices/ViewState.ts'
import type { ComparedFacts } from './rows/ComparedFacts.ts'

/** What two lines have come to at the same tick; absent while they are not both there. */
export const selectComparedFacts: (state: AppState) => ComparedFacts | undefined = createSelector(
  [(state: AppState) => state.view, (state: AppState) => state.rival, (state: AppState) => state.selection.account, (state: AppState) => state.scenario.info?.currency.code],
  (view, rival, twin, quote) => {
    const [mine, other] = [view.frame, rival?.view.frame]
    if (rival === undefined || mine === undefined || other === undefined || mine.tick !== other.tick || quote === undefined) return undefined
    const here = mine.twins[twin].equity
    const there = other.twins[twin].equity
    return {
      branch: rival.branch,
      twin,
      tick: mine.tick,
      here,
      there,
      gap: comparePlays({ events: [], equity: here }, { events: [], equity: there }).gap.toFixed(),
      quote,
      liquidationsHere: breaches(view, twin),
      liquidationsThere: breaches(rival.view, twin),
    }
  },
)

function breaches({ events }: ViewState, twin: Twin): number {
  const { list, visible } = events[twin]
  let count = 0
  for (let i = 0; i < visible; i += 1) if (list[i]?.type === 'pool-breached') count += 1
  return count
}
