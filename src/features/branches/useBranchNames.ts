import { useMemo } from 'react'
import type { AppState } from '../../store/AppState.ts'
import type { BranchRow } from '../../store/selectors/rows/BranchRow.ts'
import { selectBranchRows } from '../../store/selectors/selectBranchRows.ts'
import { CALM_HZ, useAppStore, useCalmAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { branchName, type NameSay } from './branchName.ts'

const NONE = [] as const

/** What every line is called, in the chosen number style. */
export function useBranchNames(): ReadonlyMap<string, string> {
  const rows = useCalmAppStore(selectBranchRows, CALM_HZ)
  const say = useNameSay()
  return useMemo(() => new Map(rows.map((row: BranchRow) => [row.id, branchName(row, say)])), [rows, say])
}

function useNameSay(): NameSay {
  const format = useFormat()
  const instruments = useAppStore((state: AppState) => state.scenario.info?.instruments ?? NONE)
  return useMemo(() => {
    const bases = new Map(instruments.map(({ symbol, base }) => [symbol, base]))
    return { format, baseOf: (leg) => bases.get(leg.split('@')[0] ?? leg) ?? leg }
  }, [format, instruments])
}
