import type { EventLine } from '../eventLines.ts'
import type { ListTab } from '../TableTab.ts'
import { EventsPane } from './EventsPane.tsx'
import { FundingPane } from './FundingPane.tsx'
import { OrdersPane } from './OrdersPane.tsx'
import { TradesPane } from './TradesPane.tsx'

/** The tables beside that of the positions: each is a tab chosen by the user. */
export function ListPane({ tab, events }: { readonly tab: ListTab; readonly events: readonly EventLine[] }) {
  if (tab === 'orders') return <OrdersPane />
  if (tab === 'trades') return <TradesPane />
  return tab === 'funding' ? <FundingPane /> : <EventsPane lines={events} />
}
