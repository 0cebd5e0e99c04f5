import { selectTradeRows } from '../../../store/selectors/selectTradeRows.ts'
import { CALM_HZ, useCalmAppStore } from '../../../store/useAppStore.ts'
import { TradesTable } from '../lists/TradesTable.tsx'
import { useSay } from '../useSay.ts'
import { useSeek } from '../useSeek.ts'

export function TradesPane() {
  return <TradesTable rows={useCalmAppStore(selectTradeRows, CALM_HZ)} say={useSay()} onSeek={useSeek()} />
}
