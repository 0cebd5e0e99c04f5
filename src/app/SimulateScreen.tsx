import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { AccountPanel } from '../features/account/AccountPanel.tsx'
import { Bookmarks } from '../features/branches/Bookmarks.tsx'
import { TablesPanel } from '../features/positions/TablesPanel.tsx'
import { EquityPanel } from '../features/replay/EquityPanel.tsx'
import { Headline } from '../features/replay/Headline.tsx'
import { LanesPanel } from '../features/replay/LanesPanel.tsx'
import { MarketStrip } from '../features/replay/MarketStrip.tsx'
import { PricePanel } from '../features/replay/PricePanel.tsx'
import { Transport } from '../features/replay/Transport.tsx'
import { TicketPanel } from '../features/ticket/TicketPanel.tsx'
import { useAppStore } from '../store/useAppStore.ts'
import { Button } from '../ui/primitives/Button.tsx'
import { Sheet } from '../ui/primitives/Dialog.tsx'
import { Skeleton } from '../ui/primitives/Skeleton.tsx'
import { TabPanel, Tabs } from '../ui/primitives/Tabs.tsx'
import { useMediaQuery } from '../ui/theme/useMediaQuery.ts'
import { HeadlineActions } from './HeadlineActions.tsx'
import styles from './SimulateScreen.module.css'
import { useOtherName } from './useOtherName.ts'

// Wanted after the first liquidation, and fetched in an idle moment before.
const IncidentPanel = lazy(async () => ({ default: (await import('../features/incident/IncidentPanel.tsx')).IncidentPanel }))

// Wanted once a branch grew.
const BranchesPanel = lazy(async () => ({ default: (await import('../features/branches/BranchesPanel.tsx')).BranchesPanel }))

const CompareHeadline = lazy(async () => ({ default: (await import('../features/branches/CompareHeadline.tsx')).CompareHeadline }))

/** One column and a ticket sheet below this width, two columns above. */
const ONE_COLUMN = '(max-width: 960px)'

interface TicketDoor {
  /** The sheet in one column; in two, the tab of account and ticket while an incident shares the column with them. */
  readonly isTicketOpen: boolean
  readonly onTicket: (isOpen: boolean) => void
}

/** The Simulate screen. (product.md 5.2) */
export function SimulateScreen({ onTrade, ...door }: TicketDoor & { readonly onTrade: () => void }) {
  const isNarrow = useMediaQuery(ONE_COLUMN)
  const other = useOtherName()
  const usual = <Headline actions={<HeadlineActions onTrade={onTrade} />} />
  const headline = (
    <>
      {other === undefined ? usual : <Suspense fallback={usual}><CompareHeadline /></Suspense>}
      <Suspense fallback={null}><Branches isNarrow={isNarrow} /></Suspense>
    </>
  )
  return isNarrow ? <OneColumn headline={headline} other={other} {...door} /> : <TwoColumns headline={headline} other={other} {...door} />
}

/** What stands on top, and what the line is called that is compared. */
interface Top {
  readonly headline: ReactNode
  readonly other: string | undefined
}

/** Where there is more than one line. */
function Branches({ isNarrow }: { readonly isNarrow: boolean }) {
  const hasMany = useAppStore((state) => state.branches.list.length > 1)
  return hasMany ? <BranchesPanel isNarrow={isNarrow} /> : null
}

function TwoColumns({ headline, other, ...door }: TicketDoor & Top) {
  return (
    <div className={styles.screen} data-print-page="">
      <MarketStrip />
      <main className={styles.main}>
        {headline}
        <div className={styles.equity}>
          <EquityPanel otherName={other} />
        </div>
        <div className={styles.lanes}>
          <LanesPanel otherName={other} />
        </div>
        <div className={styles.price}>
          <PricePanel />
        </div>
        <TablesPanel />
      </main>
      <aside className={styles.side} aria-label="Account and ticket" data-side="">
        <SidePanels {...door} />
      </aside>
      <footer className={styles.transport} data-no-print="">
        <Transport span="plots" bookmarks={<Bookmarks />} />
      </footer>
    </div>
  )
}

/** Account and ticket; after a liquidation the incident, with account and ticket one tab away. */
function SidePanels({ isTicketOpen, onTicket }: TicketDoor) {
  const incident = useAppStore((state) => state.incident)
  const shown = isTicketOpen ? 'account' : 'incident'
  // A new incident comes to the front.
  const { twin, seq } = incident ?? {}
  useEffect(() => {
    if (seq !== undefined) onTicket(false)
  }, [twin, seq, onTicket])
  const both = (
    <>
      <AccountPanel />
      <TicketPanel />
    </>
  )
  if (incident === undefined) return both
  return (
    <>
      <div className={styles.sideTabs} data-no-print="">
        <Tabs
          label="Right column"
          idBase="side"
          tabs={[
            { id: 'incident', label: 'Incident' },
            { id: 'account', label: 'Account and ticket' },
          ]}
          selected={shown}
          onSelect={(id) => onTicket(id === 'account')}
        />
      </div>
      <TabPanel idBase="side" id={shown}>
        {shown === 'incident' ? <Incident /> : both}
      </TabPanel>
    </>
  )
}

function Incident() {
  return (
    <Suspense fallback={<Skeleton label="Reading the incident" height={240} lines={4} />}>
      <IncidentPanel />
    </Suspense>
  )
}

function OneColumn({ headline, other, isTicketOpen, onTicket }: TicketDoor & Top) {
  const incident = useAppStore((state) => state.incident)
  const instrument = useAppStore((state) => state.selection.instrument)
  const closeIncident = useAppStore((state) => state.actions.closeIncident)
  return (
    <div className={styles.column}>
      <main className={styles.flow} data-print-page="">
        {headline}
        <EquityPanel height={264} otherName={other} />
        <AccountPanel />
        <LanesPanel otherName={other} />
        <MarketStrip />
        <div className={styles.price}>
          <PricePanel />
        </div>
        <TablesPanel />
      </main>
      <footer className={styles.foot}>
        <Transport
          span="full"
          bookmarks={<Bookmarks />}
          action={
            <Button size="large" onClick={() => onTicket(true)}>
              Trade
            </Button>
          }
        />
      </footer>
      <Sheet isOpen={isTicketOpen} onClose={() => onTicket(false)} title={instrument === '' ? 'Ticket' : instrument}>
        <TicketPanel />
      </Sheet>
      <Sheet isOpen={incident !== undefined && !isTicketOpen} onClose={closeIncident} title="Incident">
        <Incident />
      </Sheet>
    </div>
  )
}
