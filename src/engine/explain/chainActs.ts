import type { LegId, PoolId } from '../ledger/Account.ts'
import type { LedgerEvent } from '../ledger/LedgerEvent.ts'
import { CROSS } from '../pools/cross.ts'
import { required } from '../result/result.ts'

/** Events that are one change to a pool: a fill with the margin that comes or goes along, a move with its cash, a payment. */
export interface Act {
  readonly type: 'funding' | 'change'
  readonly events: readonly LedgerEvent[]
  /** The pool of the position asked about, before it and after. */
  readonly pool: PoolId
  readonly poolAfter: PoolId
}

interface Told {
  readonly leg: LegId
  /** Where the leg was when the story begins, and who was with it. */
  readonly pool: PoolId
  readonly members: ReadonlySet<LegId>
  /** Indices into the events: from the first to before the last. */
  readonly from: number
  readonly until: number
}

/** What changed the pool a position was in, in order. */
export function* chainActs(events: readonly LedgerEvent[], told: Told): Generator<Act> {
  const members = new Set(told.members)
  let { pool } = told
  for (let i = told.from; i < told.until; i += 1) {
    const event = required(events[i], 'an event')
    if (!touches(event, pool, members)) continue
    const last = event.type === 'funding-paid' ? i : lastOfAct(events, { first: i, until: told.until, pool })
    const act = events.slice(i, last + 1)
    const before = pool
    for (const each of act) {
      note(each, { pool, members })
      if (each.type === 'position-moved' && each.leg === told.leg) pool = each.to
    }
    yield { type: event.type === 'funding-paid' ? 'funding' : 'change', events: act, pool: before, poolAfter: pool }
    i = last
  }
}

function touches(event: LedgerEvent, pool: PoolId, members: ReadonlySet<LegId>): boolean {
  switch (event.type) {
    case 'funding-paid':
    case 'filled':
    case 'position-liquidated':
      return event.pool === pool
    case 'transferred':
    case 'position-moved':
      return event.from === pool || event.to === pool
    case 'leverage-set':
      return members.has(event.leg)
    case 'deposited':
    case 'withdrawn':
      return pool === CROSS
    default:
      return false
  }
}

function note(event: LedgerEvent, { pool, members }: { readonly pool: PoolId; readonly members: Set<LegId> }): void {
  if (event.type === 'position-liquidated' && event.pool === pool && event.rest === undefined) members.delete(event.leg)
  if (event.type === 'position-moved') {
    if (event.to === pool) members.add(event.leg)
    else members.delete(event.leg)
  }
  if (event.type !== 'filled' || event.pool !== pool) return
  if (event.qtyAfter.isZero()) members.delete(event.leg)
  else members.add(event.leg)
}

/** Index of the last event of the act that begins here: what a decision books together stands together. */
function lastOfAct(events: readonly LedgerEvent[], { first, until, pool }: { readonly first: number; readonly until: number; readonly pool: PoolId }): number {
  const begins = required(events[first], 'an event')
  for (let i = first + 1; i < Math.min(until, first + 8); i += 1) {
    const event = required(events[i], 'an event')
    if (event.tick !== begins.tick || event.at !== begins.at) break
    if (belongs(begins, event, pool)) return begins.type === 'transferred' && event.type === 'filled' ? lastOfAct(events, { first: i, until, pool }) : i
    if (!isSilent(event)) break
  }
  return first
}

/** Events between the parts of an act that book nothing. */
function isSilent({ type }: LedgerEvent): boolean {
  return type === 'pool-opened' || type === 'pool-closed' || type === 'order-canceled' || type === 'order-placed'
}

function belongs(begins: LedgerEvent, event: LedgerEvent, pool: PoolId): boolean {
  switch (begins.type) {
    case 'transferred':
      if (begins.why === 'initial-margin') return event.type === 'filled' && event.pool === begins.to && begins.to === pool
      return begins.why === 'moved' && event.type === 'position-moved'
    case 'filled':
      return event.type === 'transferred' && event.why === 'released' && event.from === pool
    case 'leverage-set':
      return event.type === 'transferred' && event.why === 'leverage'
    default:
      return false
  }
}
