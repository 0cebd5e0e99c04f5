import { lazy, Suspense, useId, useState, type CSSProperties } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import type { AppState } from '../../store/AppState.ts'
import { selectBucketHeads } from '../../store/selectors/selectBucketHeads.ts'
import { selectPositionRows } from '../../store/selectors/selectPositionRows.ts'
import { IconButton } from '../../ui/primitives/IconButton.tsx'
import { Skeleton } from '../../ui/primitives/Skeleton.tsx'
import { TabPanel, Tabs } from '../../ui/primitives/Tabs.tsx'
import { AccountSwitch } from './AccountSwitch.tsx'
import { CloseAllButton } from './CloseAllButton.tsx'
import { PositionsPane } from './panes/PositionsPane.tsx'
import type { EventScope, TableTab } from './TableTab.ts'
import styles from './TablesPanel.module.css'
import { useEventLines } from './useEventLines.ts'
import { useTableCounts } from './useTableCounts.ts'
import { words } from './words/words.ts'

// A click on a tab wants them.
const ListPane = lazy(async () => ({ default: (await import('./panes/ListPane.tsx')).ListPane }))
// Looked at after a liquidation, if at all.
const InsurancePane = lazy(async () => ({ default: (await import('./insurance/InsurancePane.tsx')).InsurancePane }))

export interface TablesPanelProps {
  /** Given together with `onTab`, the page chooses the tab: Events when something was liquidated. */
  readonly tab?: TableTab
  readonly onTab?: (tab: TableTab) => void
}

const selectAccount = (state: AppState) => state.selection.account
const selectActions = (state: AppState) => state.actions

/** Positions, orders, trades, funding and events of one account; events of all accounts too. */
export function TablesPanel({ tab, onTab }: TablesPanelProps) {
  const idBase = useId()
  const [ownTab, setOwnTab] = useState<TableTab>('positions')
  const [allEvents, setAllEvents] = useState(true)
  const [isFull, setIsFull] = useState(false)
  const account = useAppStore(selectAccount)
  const { selectAccount: choose } = useAppStore(selectActions)
  const shown = tab ?? ownTab
  const scope: EventScope = allEvents ? 'all' : account
  const events = useEventLines({ scope, isFull })
  const counts = useTableCounts(events.length)
  const lines = useAppStore(selectPositionRows).length + useAppStore(selectBucketHeads).length
  const pickScope = (picked: EventScope): void => {
    setAllEvents(picked === 'all')
    if (picked !== 'all') choose(picked)
  }
  return (
    <section className={styles.panel} style={{ '--rows': lines } as CSSProperties} aria-label={words.tables} data-tables="">
      <div className={styles.bar}>
        <Tabs
          label={words.tables}
          idBase={idBase}
          tabs={TABS.map((id) => ({ id, label: words.tabs[id], count: counts[id] }))}
          selected={shown}
          onSelect={onTab ?? setOwnTab}
        />
        {shown === 'events'
          ? <IconButton icon="table" size="small" label={words.full} isPressed={isFull} className={styles.full} onClick={() => setIsFull(!isFull)} />
          : null}
        <CloseAllButton tab={shown} />
        {shown === 'events'
          ? <AccountSwitch value={scope} hasAll onChange={pickScope} />
          : <AccountSwitch value={account} hasAll={false} onChange={pickScope} />}
      </div>
      <TabPanel idBase={idBase} id={shown} className={styles.table ?? ''}>
        {shown === 'positions' ? <PositionsPane /> : (
          <Suspense fallback={<Skeleton label={words.tabs[shown]} height={120} lines={3} />}>
            {shown === 'insurance' ? <InsurancePane /> : <ListPane tab={shown} events={events} />}
          </Suspense>
        )}
      </TabPanel>
    </section>
  )
}

const TABS = ['positions', 'orders', 'trades', 'funding', 'insurance', 'events'] as const satisfies readonly TableTab[]
