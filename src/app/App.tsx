import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { CutDialog } from '../features/positions/CutDialog.tsx'
import { EditDialogs } from '../features/positions/EditDialogs.tsx'
import { ScenarioMenu } from '../features/scenario/ScenarioMenu.tsx'
import { SettingsMenu } from '../features/scenario/SettingsMenu.tsx'
import { focusTicketSide } from '../features/ticket/focusTicketSide.ts'
import { useAppStore } from '../store/useAppStore.ts'
import { FormatProvider } from '../ui/format/FormatProvider.tsx'
import { ToastProvider } from '../ui/primitives/Toasts.tsx'
import styles from './App.module.css'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Header } from './Header.tsx'
import { KeySheet } from './KeySheet.tsx'
import { Notices } from './Notices.tsx'
import { SimulateScreen } from './SimulateScreen.tsx'
import { useAppKeys } from './useAppKeys.ts'
import { useFileDrop } from './useFileDrop.ts'
import { useFirstRun } from './useFirstRun.ts'
import { useNumberStyle } from './useNumberStyle.ts'
import { useTheme } from './useTheme.ts'

// Loaded when a price file is brought, not before.
const ImportDialog = lazy(async () => ({ default: (await import('../features/import/ImportDialog.tsx')).ImportDialog }))

/** The whole page. */
export function App() {
  const save = useAppStore((state) => state.actions.exportScenario)
  const numberStyle = useNumberStyle()
  useTheme()
  return (
    <FormatProvider numberStyle={numberStyle}>
      <ToastProvider>
        <ErrorBoundary save={save}>
          <Page />
        </ErrorBoundary>
      </ToastProvider>
    </FormatProvider>
  )
}

function Page() {
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const [isTicketOpen, setIsTicketOpen] = useState(false)
  const [isImporting, setIsImporting] = useState(false)
  const { importFiles, openDocument } = useAppStore((state) => state.actions)
  useFirstRun()
  const openTicket = useCallback((side: 'buy' | 'sell') => {
    setIsTicketOpen(true)
    // On a phone the sheet has to be there first.
    window.setTimeout(() => focusTicketSide(side), 0)
  }, [])
  const showHelp = useCallback(() => setIsHelpOpen(true), [])
  useAppKeys({ openTicket, showHelp })
  const onFiles = useCallback(
    (files: readonly File[]) => {
      const document = files.find((file) => file.name.toLowerCase().endsWith('.json'))
      if (document !== undefined) {
        void document.text().then(openDocument)
        return
      }
      setIsImporting(true)
      void importFiles(files)
    },
    [importFiles, openDocument],
  )
  const isDragging = useFileDrop(onFiles)
  return (
    <div className={styles.app}>
      <Header scenario={<ScenarioMenu onPriceFiles={onFiles} />} settings={<SettingsMenu />} onHelp={showHelp} />
      <SimulateScreen isTicketOpen={isTicketOpen} onTicket={setIsTicketOpen} />
      <EditDialogs />
      <CutDialog />
      <KeySheet isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
      {isImporting ? (
        <Suspense fallback={null}>
          <ImportDialog isOpen onClose={() => setIsImporting(false)} />
        </Suspense>
      ) : null}
      <Notices />
      {isDragging ? <div className={styles.drop}>Drop price files (CSV) or a saved scenario</div> : null}
    </div>
  )
}
