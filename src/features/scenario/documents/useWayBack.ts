import { useAppStore } from '../../../store/useAppStore.ts'

export interface WayBack {
  readonly title: string
  readonly goBack: () => Promise<void>
}

/** The scenario that was open before this one, however many changes ago; absent where this is the first. */
export function useWayBack(): WayBack | undefined {
  const past = useAppStore((state) => state.scenario.past)
  const { openDocument, seek, undo } = useAppStore((state) => state.actions)
  const at = past.findLastIndex(({ label }) => label.type === 'reset')
  const entry = past[at]
  if (entry === undefined) return undefined
  return {
    title: entry.document.title,
    goBack: async () => {
      if (at === past.length - 1) await undo()
      else if (await openDocument(entry.document)) await seek(entry.tick)
    },
  }
}
