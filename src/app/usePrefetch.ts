import { useEffect } from 'react'
import { useAppStore } from '../store/useAppStore.ts'

/** Not every browser has requestIdleCallback. */
const WITHOUT_IDLE = 1500

/** In an idle moment after the start, what is loaded by a click or by other prices: then it is there at once, also without a network. */
export function usePrefetch(): void {
  const { prepareImport, prepareRuleDiff } = useAppStore((state) => state.actions)
  useEffect(() => {
    const fetchAll = (): void => {
      const chunks = [
        import('../features/scenario/ScenarioPanel.tsx'),
        import('../features/incident/IncidentPanel.tsx'),
        import('../features/incident/report/IncidentReport.tsx'),
        import('../features/calculate/CalculateScreen.tsx'),
        import('../features/calculate/inputs/rulesList.ts'),
        import('../store/actions/calculateDesk.ts'),
        import('../features/positions/EditDialogs.tsx'),
        import('../features/positions/CutDialog.tsx'),
        import('../features/positions/CloseAllDialog.tsx'),
        import('../features/explain/drawer/ExplainDrawer.tsx'),
        import('../features/positions/insurance/InsurancePane.tsx'),
        import('../features/positions/panes/ListPane.tsx'),
        import('../features/account/AssetsTable.tsx'),
        import('./noticeWords.ts'),
        import('../features/ticket/ChangeTable.tsx'),
        import('../features/import/ImportDialog.tsx'),
        import('../features/rules/library/RulesSection.tsx'),
        import('../features/rules/editor/RulesEditor.tsx'),
        import('../features/rules/diff/RuleDiffDialog.tsx'),
        import('../store/actions/ownRules.ts'),
        import('../features/share/ShareDialog.tsx'),
        import('../features/share/SharedBanner.tsx'),
        import('../features/share/export/ExportDialog.tsx'),
        import('../store/export/exportText.ts'),
        import('../store/share/makeLink.ts'),
        import('../store/share/openShared.ts'),
        import('../store/share/endShared.ts'),
        import('../store/share/beforeLink.ts'),
        import('../features/replay/TargetHandles.tsx'),
        import('../ui/charts/PriceHandles.tsx'),
        import('../ui/charts/CandleLayer.tsx'),
        import('../ui/table/RowWindow.tsx'),
      ]
      // What does not arrive now is asked for again when it is wanted.
      void Promise.allSettled(chunks)
      prepareRuleDiff()
      prepareImport()
    }
    if (typeof window.requestIdleCallback === 'function') {
      const handle = window.requestIdleCallback(fetchAll)
      return () => window.cancelIdleCallback(handle)
    }
    const timer = window.setTimeout(fetchAll, WITHOUT_IDLE)
    return () => window.clearTimeout(timer)
  }, [prepareImport, prepareRuleDiff])
}
