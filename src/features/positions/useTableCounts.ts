import { CALM_HZ, useCalmAppStore } from '../../store/useAppStore.ts'
import { selectFundingRows } from '../../store/selectors/selectFundingRows.ts'
import { selectFundChanges } from '../../store/selectors/selectInsurance.ts'
import { selectOrderRows } from '../../store/selectors/selectOrderRows.ts'
import { selectPositionRows } from '../../store/selectors/selectPositionRows.ts'
import { selectTradeRows } from '../../store/selectors/selectTradeRows.ts'
import type { TableTab } from './TableTab.ts'

/** What stands beside the tabs: open positions, and the rows of the other tables. */
export function useTableCounts(events: number): Readonly<Record<TableTab, number>> {
  return {
    positions: useCalmAppStore(selectPositionRows, CALM_HZ).filter((row) => row.type === 'open').length,
    orders: useCalmAppStore(selectOrderRows, CALM_HZ).length,
    trades: useCalmAppStore(selectTradeRows, CALM_HZ).length,
    funding: useCalmAppStore(selectFundingRows, CALM_HZ).length,
    insurance: useCalmAppStore(selectFundChanges, CALM_HZ).length,
    events,
  }
}
