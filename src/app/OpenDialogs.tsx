import { lazy, Suspense } from 'react'
import { useAppStore } from '../store/useAppStore.ts'

// Wanted by a click, so their code comes with the first one.
const EditDialogs = lazy(async () => ({ default: (await import('../features/positions/EditDialogs.tsx')).EditDialogs }))
const CutDialog = lazy(async () => ({ default: (await import('../features/positions/CutDialog.tsx')).CutDialog }))

const CloseAllDialog = lazy(async () => ({ default: (await import('../features/positions/CloseAllDialog.tsx')).CloseAllDialog }))

const RulesEditor = lazy(async () => ({ default: (await import('../features/rules/editor/RulesEditor.tsx')).RulesEditor }))

const RuleDiffDialog = lazy(async () => ({ default: (await import('../features/rules/diff/RuleDiffDialog.tsx')).RuleDiffDialog }))

// Figures explain themselves when they are asked.
const ExplainDrawer = lazy(async () => ({ default: (await import('../features/explain/drawer/ExplainDrawer.tsx')).ExplainDrawer }))

/** The dialogs the store has open: an edit of a position, a cut of the future, rules, two sets of them compared; over them the explanation of a figure. */
export function OpenDialogs() {
  const isEditing = useAppStore((state) => state.edit !== undefined)
  const isCutting = useAppStore((state) => state.scenario.pendingCut !== undefined)
  const isClosingAll = useAppStore((state) => state.isClosingAll && state.scenario.pendingCut === undefined)
  const hasRules = useAppStore((state) => state.rules.editing !== undefined)
  const isComparing = useAppStore((state) => state.ruleDiff.isOpen)
  const isExplaining = useAppStore((state) => state.explain.view !== undefined)
  return (
    <Suspense fallback={null}>
      {isEditing ? <EditDialogs /> : null}
      {isCutting ? <CutDialog /> : null}
      {isClosingAll ? <CloseAllDialog /> : null}
      {hasRules ? <RulesEditor /> : null}
      {isComparing ? <RuleDiffDialog /> : null}
      {isExplaining ? <ExplainDrawer /> : null}
    </Suspense>
  )
}
