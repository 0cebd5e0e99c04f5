import { useState, type ReactNode } from 'react'
import { AccountPanel } from '../features/account/AccountPanel.tsx'
import { IncidentPanel } from '../features/incident/IncidentPanel.tsx'
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
import { TabPanel, Tabs } from '../ui/primitives/Tabs.tsx'
import { useMediaQuery } from '../ui/theme/useMediaQuery.ts'
import { HeadlineActions } from './HeadlineActions.tsx'
import styles from './SimulateScreen.module.css'

/** One column and a ticket sheet below this width, two columns above. */
const ONE_COLUMN = '(max-width: 960px)'

/** The Simulate screen. (product.md 5.2) */
export function SimulateScreen({ isTicketOpen, onTicket }: { readonly isTicketOpen: boolean; readonly onTicket: (isOpen: boolean) => void }) {
  const isNarrow = useMediaQuery(ONE_COLUMN)
  const headline = <Headline actions={<HeadlineActions onTrade={() => onTicket(true)} />} />
  return isNarrow ? (
    <OneColumn headline={headline} isTicketOpen={isTicketOpen} onTicket={onTicket} />
  ) : (
    <TwoColumns headline={headline} />
  )
}

function TwoColumns({ headline }: { readonly headline: ReactNode }) {
  return (
    <div className={styles.screen}>
      <MarketStrip />
      <main className={styles.main}>
        {headline}
        <div className={styles.equity}>
          <EquityPanel />
        </div>
        <div className={styles.lanes}>
          <LanesPanel />
        </div>
        <div className={styles.price}>
          <PricePanel />
        </div>
        <TablesPanel />
      </main>
      <aside className={styles.side} aria-label="Account and ticket">
        <SidePanels />
      </aside>
      <Transport span="plots" />
    </div>
  )
}

/** Account and ticket; after a liquidation the incident, with account and ticket one tab away. */
function SidePanels() {
  const incident = useAppStore((state) => state.incident)
  const [shown, setShown] = useState<'incident' | 'account'>('incident')
  const both = (
    <>
      <AccountPanel />
      <TicketPanel />
    </>
  )
  if (incident === undefined) return both
  return (
    <>
      <div className={styles.sideTabs}>
        <Tabs
          label="Right column"
          idBase="side"
          tabs={[
            { id: 'incident', label: 'Incident' },
            { id: 'account', label: 'Account and ticket' },
          ]}
          selected={shown}
          onSelect={setShown}
        />
      </div>
      <TabPanel idBase="side" id={shown}>
        {shown === 'incident' ? <IncidentPanel /> : both}
      </TabPanel>
    </>
  )
}

interface OneColumnProps {
  readonly headline: ReactNode
  readonly isTicketOpen: boolean
  readonly onTicket: (isOpen: boolean) => void
}

function OneColumn({ headline, isTicketOpen, onTicket }: OneColumnProps) {
  const incident = useAppStore((state) => state.incident)
  const instrument = useAppStore((state) => state.selection.instrument)
  const closeIncident = useAppStore((state) => state.actions.closeIncident)
  return (
    <div className={styles.column}>
      <main className={styles.flow}>
        {headline}
        <EquityPanel height={264} />
        <AccountPanel />
        <LanesPanel />
        <MarketStrip />
        <div className={styles.price}>
          <PricePanel />
        </div>
        <TablesPanel />
      </main>
      <div className={styles.foot}>
        <Transport
          span="full"
          action={
            <Button size="large" onClick={() => onTicket(true)}>
              Trade
            </Button>
          }
        />
      </div>
      <Sheet isOpen={isTicketOpen} onClose={() => onTicket(false)} title={instrument === '' ? 'Ticket' : instrument}>
        <TicketPanel />
      </Sheet>
      <Sheet isOpen={incident !== undefined && !isTicketOpen} onClose={closeIncident} title="Incident">
        <IncidentPanel />
      </Sheet>
    </div>
  )
}
