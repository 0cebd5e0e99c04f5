import { lazy, Suspense } from 'react'
import { useAppStore } from '../store/useAppStore.ts'

// Wanted by a click, so their code comes with the first one.
const EditDialogs = lazy(async () => ({ default: (await import('../features/positions/EditDialogs.tsx')).EditDialogs }))

const CloseAllDialog = lazy(async () => ({ default: (await import('../features/positions/CloseAllDialog.tsx')).CloseAllDialog }))

const RulesEditor = lazy(async () => ({ default: (await import('../features/rules/editor/RulesEditor.tsx')).RulesEditor }))

const RuleDiffDialog = lazy(async () => ({ default: (await import('../features/rules/diff/RuleDiffDialog.tsx')).RuleDiffDialog }))

// Figures explain themselves when they are asked.
const ExplainDrawer = lazy(async () => ({ default: (await import('../features/explain/drawer/ExplainDrawer.tsx')).ExplainDrawer }))

/** The dialogs the store has open: an edit of a position, rules, two sets of them compared; over them the explanation of a figure. */
export function OpenDialogs() {
  const isEditing = useAppStore((state) => state.edit !== undefined)
  const isClosingAll = useAppStore((state) => state.isClosingAll)
  const hasRules = useAppStore((state) => state.rules.editing !== undefined)
  const isComparing = useAppStore((state) => state.ruleDiff.isOpen)
  const isExplaining = useAppStore((state) => state.explain.view !== undefined)
  return (
    <Suspense fallback={null}>
      {isEditing ? <EditDialogs /> : null}
      {isClosingAll ? <CloseAllDialog /> : null}
      {hasRules ? <RulesEditor /> : null}
      {isComparing ? <RuleDiffDialog /> : null}
      {isExplaining ? <ExplainDrawer /> : null}
    </Suspense>
  )
}
