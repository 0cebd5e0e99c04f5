import { lazy, Suspense, useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import { useExplain } from '../features/explain/useExplain.ts'
import { ScenarioMenu } from '../features/scenario/ScenarioMenu.tsx'
import { FileDrop } from '../features/scenario/documents/FileDrop.tsx'
import { RefusedDocument } from '../features/scenario/documents/RefusedDocument.tsx'
import { SavedDocumentNotice } from '../features/scenario/documents/SavedDocumentNotice.tsx'
import { SettingsMenu } from '../features/scenario/SettingsMenu.tsx'
import { focusTicketSide } from '../features/ticket/focusTicketSide.ts'
import { useAppStore } from '../store/useAppStore.ts'
import { FormatProvider } from '../ui/format/FormatProvider.tsx'
import { Skeleton } from '../ui/primitives/Skeleton.tsx'
import { ToastProvider } from '../ui/primitives/Toasts.tsx'
import styles from './App.module.css'
import type { EmbedView } from './embed/embedRoute.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Header } from './Header.tsx'
import { Notices } from './Notices.tsx'
import { OpenDialogs } from './OpenDialogs.tsx'
import { Shared, ShareDialogs, type ShareDoor } from './ShareParts.tsx'
import { SimulateScreen } from './SimulateScreen.tsx'
import { useAppKeys } from './useAppKeys.ts'
import { useFirstRun } from './useFirstRun.ts'
import { useNumberStyle } from './useNumberStyle.ts'
import { usePrefetch } from './usePrefetch.ts'
import { useRoute } from './useRoute.ts'
import { useSharedLink } from './useSharedLink.ts'
import { useTheme } from './useTheme.ts'

const KeySheet = lazy(async () => ({ default: (await import('./KeySheet.tsx')).KeySheet }))

// Loaded when a price file is brought, not before.
const ImportDialog = lazy(async () => ({ default: (await import('../features/import/ImportDialog.tsx')).ImportDialog }))

const CalculateScreen = lazy(async () => ({ default: (await import('../features/calculate/CalculateScreen.tsx')).CalculateScreen }))

const IncidentReport = lazy(async () => ({ default: (await import('../features/incident/report/IncidentReport.tsx')).IncidentReport }))

// Rules bring every venue's tables and the validators: they come when they are looked at.
const RulesSection = lazy(async () => ({ default: (await import('../features/rules/library/RulesSection.tsx')).RulesSection }))

const rulesSection = (onClose: () => void) => (
  <Suspense fallback={<Skeleton label="Reading the rules" height={240} lines={4} />}>
    <RulesSection onClose={onClose} />
  </Suspense>
)

const EmbedScreen = lazy(async () => ({ default: (await import('./embed/EmbedScreen.tsx')).EmbedScreen }))

/** The whole page; embedded in another one, a single view. */
export function App({ embed }: { readonly embed: EmbedView | undefined }) {
  const save = useAppStore((state) => state.actions.exportScenario)
  const numberStyle = useNumberStyle()
  const moneyDecimals = useAppStore((state) => state.scenario.info?.currency.decimals)
  useTheme()
  return (
    <FormatProvider numberStyle={numberStyle} moneyDecimals={moneyDecimals}>
      <ToastProvider>
        <ErrorBoundary save={save}>
          {embed === undefined ? <Page /> : <Suspense fallback={null}><EmbedScreen view={embed} /></Suspense>}
        </ErrorBoundary>
      </ToastProvider>
    </FormatProvider>
  )
}

function Page() {
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const [isTicketOpen, setIsTicketOpen] = useState(false)
  const [isImporting, setIsImporting] = useState(false)
  const [shareDoor, setShareDoor] = useState<ShareDoor>()
  const importFiles = useAppStore((state) => state.actions.importFiles)
  const screen = useAppStore((state) => state.screen)
  useRoute()
  useSharedLink()
  useFirstRun()
  usePrefetch()
  const openTicket = useCallback((side: 'buy' | 'sell') => {
    // The sheet on a phone, or the tab beside the incident, has to be there first.
    flushSync(() => setIsTicketOpen(true))
    focusTicketSide(side)
  }, [])
  const showHelp = useCallback(() => setIsHelpOpen(true), [])
  const explain = useExplain()
  const share = useCallback(() => setShareDoor('share'), [])
  useAppKeys({ openTicket, showHelp, explain, share })
  const onPriceFiles = useCallback(
    (files: readonly File[]) => {
      setIsImporting(true)
      void importFiles(files)
    },
    [importFiles],
  )
  return (
    <div className={styles.app}>
      <div>
        <Header scenario={<ScenarioMenu onPriceFiles={onPriceFiles} rules={rulesSection} />} settings={<SettingsMenu />} onHelp={showHelp} onShare={share} onExport={() => setShareDoor('export')} />
        <Shared />
        <SavedDocumentNotice />
      </div>
      {screen === 'calculate' ? (
        <Suspense fallback={<Skeleton label="Opening the calculators" height={240} lines={4} />}>
          <CalculateScreen onSent={openTicket} />
        </Suspense>
      ) : screen === 'report' ? (
        <Suspense fallback={<Skeleton label="Opening the report" height={240} lines={4} />}>
          <IncidentReport />
        </Suspense>
      ) : (
        <SimulateScreen isTicketOpen={isTicketOpen} onTicket={setIsTicketOpen} onTrade={() => openTicket('buy')} />
      )}
      <OpenDialogs />
      <RefusedDocument />
      <ShareDialogs open={shareDoor} onOpen={setShareDoor} />
      {isHelpOpen ? (
        <Suspense fallback={null}>
          <KeySheet onClose={() => setIsHelpOpen(false)} />
        </Suspense>
      ) : null}
      {isImporting ? (
        <Suspense fallback={null}>
          <ImportDialog isOpen onClose={() => setIsImporting(false)} />
        </Suspense>
      ) : null}
      <Notices />
      <FileDrop onPriceFiles={onPriceFiles} />
    </div>
  )
}
