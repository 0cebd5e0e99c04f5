import { useMemo } from 'react'
import { Button } from '../../../ui/primitives/Button.tsx'
import { EmptyState } from '../../../ui/primitives/EmptyState.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { Tag } from '../../../ui/primitives/Tag.tsx'
import { FigureWords, type SaidFigure } from '../../../ui/primitives/FigureWords.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/TableColumn.ts'
import { compareWords } from '../compareAmounts.ts'
import type { EventLine } from '../eventLines.ts'
import { isZero, toneOf } from '../rowText.ts'
import { emptyWords } from '../words/emptyWords.ts'
import { eventRowWords } from '../words/eventRowWords.ts'
import { twinNames } from '../words/liquidationDetail.ts'
import type { Say } from '../words/Say.ts'
import { words } from '../words/words.ts'
import { figureTag } from '../../../store/figures/figureTag.ts'
import { eventFigures } from './eventFigures.ts'
import { AccountBadge } from './AccountBadge.tsx'
import { LineCard } from './LineCard.tsx'
import { amountColumn, barColumn, timeColumn } from './listColumns.tsx'
import styles from './lists.module.css'

export interface EventActions {
  readonly onSeek: (tick: number) => void
  readonly onWhy: (breach: NonNullable<EventLine['breach']>) => void
}

export interface EventsTableProps extends EventActions {
  readonly rows: readonly EventLine[]
  readonly say: Say
}

/** Everything that happened, the newest first; choosing a row shows its bar. */
export function EventsTable({ rows, say, onSeek, onWhy }: EventsTableProps) {
  const columns = useMemo(() => eventColumns(say, onWhy), [say, onWhy])
  return (
    <DataTable
      caption={words.tabs.events}
      columns={columns}
      rows={rows}
      rowId={keyOf}
      density="compact"
      empty={<EmptyState title={emptyWords.events.title}>{emptyWords.events.text}</EmptyState>}
      onSelect={(row) => onSeek(row.tick)}
      renderCard={(row) => <EventCard row={row} say={say} onSeek={onSeek} onWhy={onWhy} />}
    />
  )
}

/** What names the figures of its event: its number in the first of its accounts. */
function ownerOf({ twins, event, branch }: EventLine) {
  return { twin: twins[0], seq: event.seq, branch }
}

function keyOf(row: EventLine): string {
  return row.key
}

function eventColumns(say: Say, onWhy: EventActions['onWhy']): readonly TableColumn<EventLine>[] {
  const { columns } = words
  return [
    barColumn(),
    timeColumn(),
    { id: 'account', header: columns.account, width: 148, cell: (row) => <Where row={row} />, compare: (a, b) => compareWords(twinNames(a.twins), twinNames(b.twins)) },
    { id: 'event', header: columns.event, width: 100, cell: (row) => <EventName row={row} say={say} />, compare: (a, b) => compareWords(eventRowWords(a, say).name, eventRowWords(b, say).name) },
    { id: 'position', header: columns.position, width: 92, priority: 2, cell: (row) => <PositionName row={row} say={say} />, compare: (a, b) => compareWords(a.leg ?? '', b.leg ?? '') },
    amountColumn({ id: 'price', term: 'mark-price', header: columns.mark, width: 88, priority: 2, figure: (row) => (row.price === undefined ? undefined : figureTag('trade.price', ownerOf(row))), cell: (row) => eventRowWords(row, say).price, amount: (row) => row.price }),
    amountColumn({
      id: 'realized', term: 'realized-pnl', header: columns.realized, width: 104, figure: (row) => (row.pnl === undefined || isZero(row.pnl) ? undefined : figureTag('trade.realizedPnl', ownerOf(row))),
      cell: (row) => (row.pnl === undefined || isZero(row.pnl) ? '—' : <Figure tone={toneOf(row.pnl)}>{say.format.money(row.pnl, { signed: true })}</Figure>),
      amount: (row) => row.pnl,
    }),
    {
      id: 'detail', header: columns.detail,
      cell: (row) => <span className={styles.detailCell}><Clipped text={eventRowWords(row, say).detail} figures={eventFigures(row, say)} /><WhyButton row={row} onWhy={onWhy} /></span>,
    },
  ]
}

/** Whose event it is; while two lines are compared, in which of them. */
function Where({ row, isShort = false }: { readonly row: EventLine; readonly isShort?: boolean }) {
  if (row.where === undefined) return <AccountBadge twins={row.twins} isShort={isShort} />
  return <Tag tone={row.where === 'both' ? 'neutral' : 'warn'}>{words.where[row.where]}</Tag>
}

/** A refused command is hollow: it did not happen in that account. */
function EventName({ row, say }: { readonly row: EventLine; readonly say: Say }) {
  return (
    <span className={styles.event}>
      {row.event.type === 'command-refused' ? <span className={styles.hollow} aria-hidden="true" /> : null}
      {eventRowWords(row, say).name}
    </span>
  )
}

function PositionName({ row, say }: { readonly row: EventLine; readonly say: Say }) {
  const { position, leg } = eventRowWords(row, say)
  return <Clipped text={position} title={leg} />
}

/** As much as there is room for, the whole on hover. */
function Clipped({ text, title = text, figures = [] }: { readonly text: string; readonly title?: string; readonly figures?: readonly SaidFigure[] }) {
  return <span className={styles.clipped} title={title}><FigureWords text={text} figures={figures} /></span>
}

function WhyButton({ row, onWhy }: { readonly row: EventLine; readonly onWhy: EventActions['onWhy'] }) {
  const { breach } = row
  if (breach === undefined) return null
  return <Button size="small" onClick={() => onWhy(breach)}>{words.why}<span className="visually-hidden"> {words.opensIncident}</span></Button>
}

function EventCard({ row, say, onSeek, onWhy }: EventActions & { readonly row: EventLine; readonly say: Say }) {
  const said = eventRowWords(row, say)
  return (
    <LineCard
      badge={<Where row={row} isShort />}
      title={<><EventName row={row} say={say} />{said.position === '—' ? null : <span> {said.position}</span>}</>}
      aside={said.price === '—' ? null : <Figure figure={figureTag('trade.price', ownerOf(row))}>{said.price}</Figure>}
      detail={<FigureWords text={`${twinNames(row.twins)}. ${said.detail}`} figures={eventFigures(row, say)} />}
      tick={row.tick}
      amount={row.pnl}
      figure={figureTag('trade.realizedPnl', ownerOf(row))}
      action={row.event.type === 'position-liquidated' || row.event.type === 'pool-breached' ? <WhyButton row={row} onWhy={onWhy} /> : null}
      onSeek={onSeek}
    />
  )
}
