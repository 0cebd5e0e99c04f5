import { useAppStore } from '../../../store/useAppStore.ts'

/** Closes the comparison and shows a moment of it in the replay. */
export function useShowTick(): (tick: number, leg?: string) => void {
  const { closeRuleDiff, seek, selectLeg } = useAppStore((state) => state.actions)
  return (tick, leg) => {
    closeRuleDiff()
    if (leg !== undefined) selectLeg(leg)
    void seek(tick)
  }
}
