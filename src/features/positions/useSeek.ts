import { useCallback } from 'react'
import type { AppState } from '../../store/AppState.ts'
import { useAppStore } from '../../store/useAppStore.ts'

const selectActions = (state: AppState) => state.actions

/** Stops where something happened. */
export function useSeek(): (tick: number) => void {
  const { pause, seek } = useAppStore(selectActions)
  return useCallback((tick: number): void => {
    pause()
    void seek(tick)
  }, [pause, seek])
}
