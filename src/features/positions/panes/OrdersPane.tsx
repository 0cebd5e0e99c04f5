import { useCallback } from 'react'
import type { AppState } from '../../../store/AppState.ts'
import type { OrderRow } from '../../../store/selectors/rows/TableRows.ts'
import { selectOrderRows } from '../../../store/selectors/selectOrderRows.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { OrdersTable } from '../lists/OrdersTable.tsx'
import { useReadOnly } from '../useReadOnly.ts'
import { useSay } from '../useSay.ts'

const selectActions = (state: AppState) => state.actions

export function OrdersPane() {
  const rows = useAppStore(selectOrderRows)
  const { give, selectInstrument } = useAppStore(selectActions)
  const readOnly = useReadOnly()
  const cancel = useCallback((row: OrderRow): void => void give({ type: 'cancel-order', orderId: row.orderId }), [give])
  const select = useCallback((row: OrderRow): void => selectInstrument(row.instrument), [selectInstrument])
  return <OrdersTable rows={rows} say={useSay()} readOnly={readOnly} onCancel={cancel} onSelect={select} />
}
