import { selectFundingRows } from '../../../store/selectors/selectFundingRows.ts'
import { CALM_HZ, useCalmAppStore } from '../../../store/useAppStore.ts'
import { FundingTable } from '../lists/FundingTable.tsx'
import { useSay } from '../useSay.ts'
import { useSeek } from '../useSeek.ts'

export function FundingPane() {
  return <FundingTable rows={useCalmAppStore(selectFundingRows, CALM_HZ)} say={useSay()} onSeek={useSeek()} />
}
