import { useEffect, useState } from 'react'
import type { AppState } from '../store/AppState.ts'
import { selectBaseOf } from '../store/selectors/selectBaseOf.ts'
import { useAppStore } from '../store/useAppStore.ts'
import { useFormat } from '../ui/format/FormatProvider.tsx'

const selectRivalId = (state: AppState) => state.rival?.branch
const selectTree = (state: AppState) => state.branches.list

/** What the line is called that is compared with the open one; absent where none is. Its words come with the first comparison. */
export function useOtherName(): string | undefined {
  const id = useAppStore(selectRivalId)
  const list = useAppStore(selectTree)
  const baseOf = useAppStore(selectBaseOf)
  const format = useFormat()
  const [name, setName] = useState<{ readonly id: string; readonly text: string }>()
  useEffect(() => {
    const branch = list.find((each) => each.id === id)
    if (branch === undefined) return
    let isWanted = true
    const find = async (): Promise<void> => {
      const { otherName } = await import('../features/branches/otherName.ts')
      if (isWanted) setName({ id: branch.id, text: otherName(branch, list, { format, baseOf: (leg) => baseOf(leg.split('@')[0] ?? leg) }) })
    }
    find().catch(() => undefined) // asked for again when anything of it changes
    return () => {
      isWanted = false
    }
  }, [id, list, baseOf, format])
  if (id === undefined) return undefined
  return name?.id === id ? name.text : ''
}
