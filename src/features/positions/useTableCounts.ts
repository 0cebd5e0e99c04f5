import { useAppStore } from '../../store/useAppStore.ts'
import { selectFundingRows } from '../../store/selectors/selectFundingRows.ts'
import { selectOrderRows } from '../../store/selectors/selectOrderRows.ts'
import { selectPositionRows } from '../../store/selectors/selectPositionRows.ts'
import { selectTradeRows } from '../../store/selectors/selectTradeRows.ts'
import type { TableTab } from './TableTab.ts'

/** What stands beside the tabs: open positions, and the rows of the other tables. */
export function useTableCounts(events: number): Readonly<Record<TableTab, number>> {
  return {
    positions: useAppStore(selectPositionRows).filter((row) => row.type === 'open').length,
    orders: useAppStore(selectOrderRows).length,
    trades: useAppStore(selectTradeRows).length,
    funding: useAppStore(selectFundingRows).length,
    events,
  }
}
