import { lazy, Suspense, useId, useMemo, type KeyboardEvent } from 'react'
import { selectTicketBuckets } from '../../store/selectors/selectTicketBuckets.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { TabPanel, Tabs } from '../../ui/primitives/Tabs.tsx'
import { BucketRow, freshBucketName } from './BucketRow.tsx'
import { focusSideButton, TICKET_IDS } from './focusTicketSide.ts'
import { ModeRow } from './ModeRow.tsx'
import { OrderFields } from './OrderFields.tsx'
import { bucketName, poolMode } from './poolMode.ts'
import { PositionModePopover } from './PositionModePopover.tsx'
import { SIDES, type Draft } from './Preview.ts'
import { SideButtons } from './SideButtons.tsx'
import { isSaidByNote, sideReason } from './sideReason.ts'
import { SummaryTable } from './SummaryTable.tsx'
import { summaryRows } from './summaryRows.ts'
import styles from './TicketForm.module.css'
import { ticketFigures } from './ticketFigures.ts'
import { TicketNotes } from './TicketNotes.tsx'
import { ticketNotes, type NoteFix } from './ticketNotes.ts'
import { useBucketFunding } from './useBucketFunding.ts'
import { usePlaceTicket } from './usePlaceTicket.ts'
import type { Ticket } from './useTicket.ts'
import { useTicketFields } from './useTicketFields.ts'
import { words } from './words.ts'

// There is nothing to list before a size is typed.
const ChangeTable = lazy(async () => ({ default: (await import('./ChangeTable.tsx')).ChangeTable }))

const orderTypes: readonly { readonly id: Draft['orderType']; readonly label: string }[] = [
  { id: 'market', label: words.orderType.market },
  { id: 'limit', label: words.orderType.limit },
  { id: 'stop', label: words.orderType.stop },
  { id: 'stop-limit', label: words.orderType['stop-limit'] },
  { id: 'trailing-stop', label: words.orderType['trailing-stop'] },
]

/**
 * The ticket, top to bottom as traders know it. Enter in a field places nothing: it goes to the side that was chosen with
 * B or S (or the first that can be pressed), where Enter or Space places the order.
 */
export function TicketForm({ ticket }: { readonly ticket: Ticket }) {
  const { draft, preview, market, format, set } = ticket
  const idBase = useId()
  const fields = useTicketFields(ticket)
  const buckets = useAppStore(selectTicketBuckets)
  const fund = useBucketFunding(bucketName(draft.pool), ticket)
  const place = usePlaceTicket(ticket)
  const instruments = useAppStore((state) => state.scenario.info?.instruments)
  const available = useAppStore((state) => state.view.frame?.twins['as-set'].available)
  const context = useMemo(() => ({
    draft, market, format, tickSizeOf: (symbol: string) => instruments?.find((one) => one.symbol === symbol)?.tickSize,
  }), [draft, market, format, instruments])
  const notes = preview === undefined ? [] : ticketNotes(preview, context)
  const figures = useMemo(() => ticketFigures(preview, context), [preview, context])
  const reason = (side: 'buy' | 'sell'): string | undefined => sideReason(preview, side, { ...context, hasErrors: fields.hasErrors })
  const hasChange = SIDES.some((side) => preview?.[side].change !== undefined)
  const isRefused = SIDES.every((side) => preview?.[side].status === 'refused')
  const nothing = <p className={styles.nothing}>{isRefused ? words.change.refused : words.change.empty}</p>
  const onFix = (fix: NoteFix): void => {
    if ('patch' in fix) set(fix.patch)
    else void fund(fix.fund)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.closest('[popover]') !== null) return
    event.preventDefault()
    focusSideButton(event.currentTarget)
  }
  return (
    // A form is where Enter is expected to mean something; what it means stands above.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form id={TICKET_IDS.form} className={styles.form} aria-label={words.title} onSubmit={(event) => event.preventDefault()} onKeyDown={onKeyDown}>
      <ModeRow ticket={ticket} notes={notes} defaultBucket={buckets[0]?.name ?? freshBucketName([])} />
      {poolMode(draft.pool) !== 'bucket' ? null : (
        <BucketRow
          name={bucketName(draft.pool)}
          buckets={buckets}
          quote={market.currency}
          available={available}
          onName={(name) => set({ pool: `bucket:${name}` })}
          onFund={fund}
        />
      )}
      <TicketNotes notes={notes} place="leverage" onFix={onFix} figures={figures} />
      <div className={styles.tabs}>
        <Tabs label={words.orderType.label} idBase={idBase} tabs={orderTypes} selected={draft.orderType} onSelect={(orderType) => set({ orderType })} />
        <PositionModePopover />
      </div>
      <TabPanel idBase={idBase} id={draft.orderType}>
        <OrderFields ticket={ticket} fields={fields} notes={notes} onFix={onFix} figures={figures} />
      </TabPanel>
      <div className={styles.ruled}>
        <SummaryTable rows={summaryRows(preview, context)} />
        <TicketNotes notes={notes} place="result" onFix={onFix} figures={figures} />
      </div>
      <div className={styles.ruled}>
        <Suspense fallback={nothing}>{preview !== undefined && hasChange ? <ChangeTable preview={preview} context={context} /> : nothing}</Suspense>
      </div>
      <SideButtons
        reasons={{ buy: reason('buy'), sell: reason('sell') }}
        isSaid={{ buy: isSaidByNote(preview, 'buy'), sell: isSaidByNote(preview, 'sell') }}
        onPlace={place}
      />
    </form>
  )
}
