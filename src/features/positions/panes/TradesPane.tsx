import { selectTradeRows } from '../../../store/selectors/selectTradeRows.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { TradesTable } from '../lists/TradesTable.tsx'
import { useSay } from '../useSay.ts'
import { useSeek } from '../useSeek.ts'

export function TradesPane() {
  return <TradesTable rows={useAppStore(selectTradeRows)} say={useSay()} onSeek={useSeek()} />
}
