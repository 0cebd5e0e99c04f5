import type { RulesState } from '../../../store/slices/RulesState.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useToast } from '../../../ui/primitives/Toasts.tsx'
import { words } from '../words.ts'

type RulesFile = RulesState['saved'][number]['document']

/** Plays the scenario by other rules, and says so with the way back. */
export function useUseRules(): (rules: string | RulesFile, name: string, trades: number) => Promise<void> {
  const { applyRules, undo } = useAppStore((state) => state.actions)
  const toast = useToast()
  return async (rules, name, trades) => {
    const { isApplied, refused, problems } = await applyRules(rules)
    if (isApplied) toast({ message: words.library.applied(name, trades, refused), tone: refused === 0 ? 'neutral' : 'warn', action: { label: words.library.undo, onAction: () => void undo() } })
    else toast({ message: words.library.notApplied(problems[0]), tone: 'warn' })
  }
}
