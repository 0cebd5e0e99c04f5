import { useAppStore } from '../../../store/useAppStore.ts'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import { words } from '../words/words.ts'

const OPTIONS = (['beginner', 'trader', 'quant'] as const).map((value) => ({ value, label: words.levels[value] }))

/** Changes words and depth, never a number. */
export function LevelControl() {
  const level = useAppStore((state) => state.settings.level)
  const setSettings = useAppStore((state) => state.actions.setSettings)
  return <SegmentedControl label={words.level} size="small" options={OPTIONS} value={level} onChange={(next) => setSettings({ level: next })} />
}
