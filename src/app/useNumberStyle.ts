import { numberStyleOf } from '../features/scenario/preferences/numberStyleOf.ts'
import { useAppStore } from '../store/useAppStore.ts'
import type { NumberStyle } from '../ui/format/numberStyle.ts'

/** The number format of the settings. */
export function useNumberStyle(): NumberStyle {
  return numberStyleOf(useAppStore((state) => state.settings.locale))
}
