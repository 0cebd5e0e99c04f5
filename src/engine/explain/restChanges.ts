import type { LegId, Position } from '../ledger/Account.ts'
import type { LedgerEvent } from '../ledger/LedgerEvent.ts'
import { Decimal } from '../units/decimal.ts'
import type { Rules } from '../venues/Rules.ts'
import type { ChainCause } from './LiquidationChain.ts'
import { partsOfMove, surplusOf, type LegStanding, type Standing } from './standing.ts'

/** One cause, and what it did to the surplus of a pool. */
export interface RestChange {
  readonly cause: ChainCause
  readonly surplus: Decimal
  /** Events that it is made of; a move of a price is one. */
  readonly count: number
}

export interface Between {
  readonly from: Standing
  readonly to: Standing
  /** All that happened in between, of any pool. */
  readonly events: readonly LedgerEvent[]
  /** Whose liquidation price is asked for: its legs are the curve, not the rest. */
  readonly instrument: string
  readonly rules: Rules
  readonly baseOf: (leg: LegId) => string
}

/**
 * Why the part of a pool's surplus that does not depend on an instrument's price changed: what the events booked to its
 * cash, and what each other leg came to add. They sum to the change of `restOf`. [I1]
 */
export function restChanges(between: Between): readonly RestChange[] {
  const found = new Map<string, RestChange>()
  const add = (cause: ChainCause, surplus: Decimal, count = 1): void => {
    if (surplus.isZero()) return
    const key = JSON.stringify(cause)
    const before = found.get(key)
    found.set(key, before === undefined ? { cause, surplus, count } : { cause, surplus: before.surplus.plus(surplus), count: before.count + count })
  }
  const { from, to, events, instrument, baseOf } = between
  for (const event of events) addBooked(event, between, add)
  for (const leg of new Set([...from.legs.keys(), ...to.legs.keys()])) {
    const was = from.legs.get(leg)
    const is = to.legs.get(leg)
    const of = { leg, base: baseOf(leg) }
    if ((was ?? is)?.position.instrument === instrument) {
      if (was !== undefined && is !== undefined) add({ type: 'exit-cost', ...of }, was.reserved.minus(is.reserved))
    } else if (was !== undefined && is !== undefined && isSameHolding(was.position, is.position)) {
      const parts = partsOfMove(was, is, between.rules)
      add({ type: 'price', ...of }, parts.price)
      add({ type: 'tier', ...of }, parts.tier)
      add({ type: 'exit-cost', ...of }, parts.exit)
    } else add({ type: structuralCause(leg, events), ...of }, added(is).minus(added(was)), 0)
  }
  return [...found.values()].filter(({ surplus }) => !surplus.isZero())
}

type Add = (cause: ChainCause, surplus: Decimal, count?: number) => void

/** What an event booked to the cash of the pool. */
function addBooked(event: LedgerEvent, { from, baseOf }: Between, add: Add): void {
  const pool = from.pool.id
  switch (event.type) {
    case 'funding-paid':
      if (event.pool === pool) for (const { leg, amount } of event.legs) add({ type: 'funding', leg, base: baseOf(leg) }, amount)
      break
    case 'filled':
      if (event.pool !== pool) break
      add({ type: 'fee', leg: event.leg, base: baseOf(event.leg) }, event.fee.neg())
      add({ type: 'fill', leg: event.leg, base: baseOf(event.leg) }, event.realizedPnl)
      break
    case 'position-liquidated':
      if (event.pool === pool) add({ type: 'liquidation', leg: event.leg, base: baseOf(event.leg) }, event.realizedPnl.minus(event.fee))
      break
    case 'transferred':
      addTransfer(event, { pool, baseOf }, add)
      break
    case 'deposited':
    case 'withdrawn':
      if (pool === 'cross') add({ type: 'margin', why: event.type }, event.type === 'deposited' ? event.amount : event.amount.neg())
      break
    default:
  }
}

function addTransfer(event: LedgerEvent & { readonly type: 'transferred' }, { pool, baseOf }: { readonly pool: string; readonly baseOf: (leg: LegId) => string }, add: Add): void {
  if (event.from !== pool && event.to !== pool) return
  const surplus = event.to === pool ? event.amount : event.amount.neg()
  if (event.why !== 'moved') return add({ type: 'margin', why: event.why }, surplus)
  const other = event.to === pool ? event.from : event.to
  const leg = other.startsWith('isolated:') ? other.slice('isolated:'.length) : other
  add({ type: 'moved', leg, base: baseOf(leg) }, surplus)
}

function added(leg: LegStanding | undefined): Decimal {
  return leg === undefined ? new Decimal(0) : surplusOf(leg)
}

/** Whether a position is the same size, entered at the same price: its targets and its leverage may have changed. */
export function isSameHolding(a: Position, b: Position): boolean {
  return a === b || (a.qty.eq(b.qty) && a.entryNotional.eq(b.entryNotional))
}

/** What made a leg come, go or change its size. */
function structuralCause(leg: LegId, events: readonly LedgerEvent[]): 'liquidation' | 'moved' | 'fill' {
  const last = events.findLast((event) => (event.type === 'filled' || event.type === 'position-liquidated' || event.type === 'position-moved') && event.leg === leg)
  if (last?.type === 'position-liquidated') return 'liquidation'
  return last?.type === 'position-moved' ? 'moved' : 'fill'
}
