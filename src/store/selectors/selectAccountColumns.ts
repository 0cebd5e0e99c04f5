import { Decimal } from '../../engine/index.ts'
import { createSelector } from 'reselect'
import type { AppState } from '../AppState.ts'
import { TWIN_ORDER } from './twinOrder.ts'
import type { AccountColumn } from './rows/AccountColumn.ts'
import { selectDeposited } from './selectDeposited.ts'

const NONE: readonly AccountColumn[] = []

/** The three accounts side by side, at the cursor. */
export const selectAccountColumns: (state: AppState) => readonly AccountColumn[] = createSelector(
  [(state: AppState) => state.view.frame?.twins, selectDeposited],
  (twins, deposited) => {
    if (twins === undefined) return NONE
    return TWIN_ORDER.map((twin): AccountColumn => {
      const { equity, worth, maintenanceMargin, openPositions, walls, available, walletBalance, initialMargin, marginRatio, canStillLose, unrealizedPnl, insuranceFund } = twins[twin]
      const put = new Decimal(deposited[twin])
      return {
        twin,
        walls,
        equity,
        worth,
        change: put.gt(0) ? new Decimal(equity).minus(put).div(put).toFixed(8) : undefined,
        available,
        walletBalance,
        initialMargin,
        maintenanceMargin: openPositions > 0 ? maintenanceMargin : undefined,
        marginRatio,
        canStillLose,
        unrealizedPnl,
        insuranceFund,
        openPositions,
      }
    })
  },
)
