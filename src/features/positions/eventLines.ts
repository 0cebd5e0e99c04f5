import type { EventRow } from '../../store/selectors/rows/TableRows.ts'
import { isMainEvent } from './isMainEvent.ts'
import type { EventScope } from './TableTab.ts'

/** A line of the Events table. */
export type EventLine = EventRow & {
  /** What a position liquidated behind its own wall left there, or was short of. */
  readonly rest: Rest | undefined
}

export interface Rest {
  readonly type: 'forfeited' | 'bad-debt'
  readonly seq: number
  readonly amount: string
}

export interface EventView {
  readonly scope: EventScope
  /** With the entries that only book what another event says. */
  readonly isFull: boolean
}

/**
 * The events of every account, or those of one.
 * @param legs  leg by command: a refusal and a cancelled order name only that
 */
export function eventLines(rows: readonly EventRow[], { scope, isFull }: EventView, legs: ReadonlyMap<string, string>): readonly EventLine[] {
  const rests = restsOf(rows)
  return rows
    .filter((row) => (scope === 'all' || row.twins.includes(scope)) && (isFull || isMainEvent(row)))
    .map((row) => ({ ...row, leg: row.leg ?? legs.get(commandOf(row)), rest: row.event.type === 'position-liquidated' ? rests.get(placeOf(row.time, row.event.pool)) : undefined }))
}

function commandOf({ event }: EventRow): string {
  if (event.type === 'command-refused') return event.commandId
  return event.type === 'order-canceled' ? event.orderId : ''
}

function restsOf(rows: readonly EventRow[]): ReadonlyMap<string, Rest> {
  const rests = new Map<string, Rest>()
  for (const { event, time } of rows) {
    if (event.type !== 'residual-forfeited' && event.type !== 'bad-debt-covered') continue
    if (!event.pool.startsWith('isolated:')) continue
    rests.set(placeOf(time, event.pool), { type: event.type === 'residual-forfeited' ? 'forfeited' : 'bad-debt', seq: event.seq, amount: event.amount })
  }
  return rests
}

function placeOf(time: number, pool: string): string {
  return `${time} ${pool}`
}
