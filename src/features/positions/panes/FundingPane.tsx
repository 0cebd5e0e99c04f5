import { selectFundingRows } from '../../../store/selectors/selectFundingRows.ts'
import { CALM_HZ, useCalmAppStore } from '../../../store/useAppStore.ts'
import { FundingTable } from '../lists/FundingTable.tsx'
import styles from '../lists/lists.module.css'
import { NextFunding } from '../lists/NextFunding.tsx'
import { useSay } from '../useSay.ts'
import { useSeek } from '../useSeek.ts'

export function FundingPane() {
  const say = useSay()
  return (
    <div className={styles.funding}>
      <NextFunding say={say} />
      <FundingTable rows={useCalmAppStore(selectFundingRows, CALM_HZ)} say={say} onSeek={useSeek()} />
    </div>
  )
}
