import { Decimal } from '../../engine/index.ts'
import { createSelector } from 'reselect'
import type { Twin } from '../../workers/run/Frame.ts'
import type { AppState } from '../AppState.ts'
import type { EventLog } from '../slices/ViewState.ts'

/** Deposits less withdrawals of each account up to the cursor, decimal text. */
export const selectDeposited: (state: AppState) => Readonly<Record<Twin, string>> = createSelector(
  [(state: AppState) => state.view.events['as-set'], (state: AppState) => state.view.events['all-isolated'], (state: AppState) => state.view.events['all-cross']],
  (asSet, isolated, cross) => ({ 'as-set': deposits(asSet), 'all-isolated': deposits(isolated), 'all-cross': deposits(cross) }),
)

function deposits(log: EventLog): string {
  let total = new Decimal(0)
  for (let i = 0; i < log.visible; i += 1) {
    const event = log.list[i]
    if (event?.type === 'deposited') total = total.plus(event.amount)
    if (event?.type === 'withdrawn') total = total.minus(event.amount)
  }
  return total.toFixed()
}
