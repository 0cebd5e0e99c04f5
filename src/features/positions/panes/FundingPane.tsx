import { selectFundingRows } from '../../../store/selectors/selectFundingRows.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { FundingTable } from '../lists/FundingTable.tsx'
import { useSay } from '../useSay.ts'
import { useSeek } from '../useSeek.ts'

export function FundingPane() {
  return <FundingTable rows={useAppStore(selectFundingRows)} say={useSay()} onSeek={useSeek()} />
}
