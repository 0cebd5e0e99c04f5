import { useAppStore } from '../../../store/useAppStore.ts'

export interface WayBack {
  readonly title: string
  readonly goBack: () => Promise<void>
}

/** The scenario that was open before this one, however many changes ago; absent where this is the first. */
export function useWayBack(): WayBack | undefined {
  const past = useAppStore((state) => state.scenario.past)
  const { openDocument, seek } = useAppStore((state) => state.actions)
  const entry = past.findLast(({ label }) => label.type === 'reset')
  if (entry === undefined) return undefined
  return {
    title: entry.document.title,
    goBack: async () => {
      if (await openDocument(entry.document)) await seek(entry.tick)
    },
  }
}
