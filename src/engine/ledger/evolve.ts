import { required } from '../result/result.ts'
import { asQty, asQuote, negated, ZERO_QTY, ZERO_QUOTE, type Quote } from '../units/quantities.ts'
import type { Account, Counterparties, LegId, LegTotals, Order, Pool, PoolId, PoolType, Position } from './Account.ts'
import { entries, type Entry } from './entries.ts'
import { fundChanges } from './fundChanges.ts'
import type { Deleveraged, Filled, LedgerEvent, LegShare, PositionLiquidated } from './LedgerEvent.ts'

/** An account being written: maps of its own, immutable things in them. */
export interface OpenAccount {
  readonly pools: Map<PoolId, Pool>
  readonly positions: Map<LegId, Position>
  readonly orders: Map<string, Order>
  readonly totals: Map<LegId, LegTotals>
  counterparties: Counterparties
  // Change rarely: replaced as a whole where they do, so that a tick does not copy them.
  instruments: Account['instruments']
  funds: Account['funds']
  deleveraged: Account['deleveraged']
  seq: number
}

export const NO_TOTALS: LegTotals = {
  realizedPnl: ZERO_QUOTE,
  fees: ZERO_QUOTE,
  funding: ZERO_QUOTE,
  liquidationFees: ZERO_QUOTE,
  forfeited: ZERO_QUOTE,
  badDebt: ZERO_QUOTE,
}

/** An account with an empty wallet. */
export function emptyAccount(): Account {
  return {
    pools: new Map([['cross', { id: 'cross', type: 'cross', cash: ZERO_QUOTE, legs: [] }]]),
    positions: new Map(),
    orders: new Map(),
    totals: new Map(),
    counterparties: NO_MONEY,
    instruments: new Map(),
    funds: new Map(),
    deleveraged: new Map(),
    seq: 0,
  }
}

const NO_MONEY: Counterparties = {
  external: ZERO_QUOTE,
  venueFees: ZERO_QUOTE,
  funding: ZERO_QUOTE,
  market: ZERO_QUOTE,
  insuranceFund: ZERO_QUOTE,
  deleveraging: ZERO_QUOTE,
  uncovered: ZERO_QUOTE,
}

/** A writable copy; the original is untouched. */
export function opened(account: Account): OpenAccount {
  return {
    pools: new Map(account.pools),
    positions: new Map(account.positions),
    orders: new Map(account.orders),
    totals: new Map(account.totals),
    counterparties: account.counterparties,
    instruments: account.instruments,
    funds: account.funds,
    deleveraged: account.deleveraged,
    seq: account.seq,
  }
}

/** The account after the events: a fold without rules and without prices. */
export function evolve(account: Account, events: readonly LedgerEvent[]): Account {
  const open = opened(account)
  for (const event of events) apply(open, event)
  return open
}

/** Folds one event into an account being written. */
export function apply(open: OpenAccount, event: LedgerEvent): void {
  open.seq = event.seq
  applyStructure(open, event)
  for (const entry of entries(event)) book(open, entry)
  for (const { instrument, amount } of fundChanges(event, (leg) => open.instruments.get(leg))) {
    open.funds = new Map(open.funds).set(instrument, asQuote((open.funds.get(instrument) ?? ZERO_QUOTE).plus(amount)))
  }
  applyTotals(open, event)
}

function book(open: OpenAccount, entry: Entry): void {
  if (entry.amount.isZero()) return
  if ('pool' in entry) {
    const pool = required(open.pools.get(entry.pool), `pool ${entry.pool}`)
    open.pools.set(pool.id, { ...pool, cash: asQuote(pool.cash.plus(entry.amount)) })
    return
  }
  const before = open.counterparties[entry.counterparty]
  open.counterparties = { ...open.counterparties, [entry.counterparty]: before.plus(entry.amount) }
}

function applyStructure(open: OpenAccount, event: LedgerEvent): void {
  switch (event.type) {
    case 'pool-opened':
      open.pools.set(event.pool, newPool(event.pool, event.poolType))
      break
    case 'pool-closed':
      open.pools.delete(event.pool)
      break
    case 'order-placed':
    case 'order-triggered':
      open.orders.set(event.order.id, event.order)
      break
    case 'order-canceled':
      open.orders.delete(event.orderId)
      break
    case 'filled':
      applyFill(open, event)
      break
    case 'position-liquidated':
      applyLiquidation(open, event)
      break
    case 'pool-cooling':
      changePool(open, event.pool, { since: event.since, until: event.until })
      break
    case 'pool-cooled':
      changePool(open, event.pool, undefined)
      break
    case 'deleveraged':
      applyDeleveraging(open, event)
      break
    default:
      applyTerms(open, event)
  }
}

/** What is agreed about a position that goes on. */
function applyTerms(open: OpenAccount, event: LedgerEvent): void {
  switch (event.type) {
    case 'leverage-set':
      changePosition(open, event.leg, { leverage: event.after })
      break
    case 'protection-set':
      changePosition(open, event.leg, { takeProfit: event.takeProfit, stopLoss: event.stopLoss, trailing: event.trailing, triggerBy: event.triggerBy })
      break
    case 'auto-margin-set':
      changePosition(open, event.leg, { autoMargin: event.on ? { left: event.upTo } : undefined })
      break
    case 'transferred':
      if (event.why === 'auto-added') countAutoMargin(open, event)
      break
    case 'position-moved':
      movePosition(open, event)
      break
    default:
  }
}

function newPool(id: PoolId, type: PoolType): Pool {
  return { id, type, cash: ZERO_QUOTE, legs: [] }
}

function applyLiquidation(open: OpenAccount, { leg, pool: id, rest }: PositionLiquidated): void {
  if (rest === undefined) return removePosition(open, leg)
  const pool = required(open.pools.get(id), `pool ${id}`)
  open.pools.set(id, { ...pool })
  changePosition(open, leg, rest)
}

function changePool(open: OpenAccount, id: PoolId, cooling: Pool['cooling']): void {
  const { cooling: _, ...pool } = required(open.pools.get(id), `pool ${id}`)
  open.pools.set(id, cooling === undefined ? pool : { ...pool, cooling })
}

function applyDeleveraging(open: OpenAccount, event: Deleveraged): void {
  const before = open.deleveraged.get(event.counterparty)
  const qty = asQty((before?.qty ?? ZERO_QTY).plus(event.qty))
  const realizedPnl = asQuote((before?.realizedPnl ?? ZERO_QUOTE).plus(event.realizedPnl))
  open.deleveraged = new Map(open.deleveraged).set(event.counterparty, { qty, realizedPnl })
}

function applyFill(open: OpenAccount, event: Filled): void {
  open.orders.delete(event.orderId)
  if (open.instruments.get(event.leg) !== event.instrument) open.instruments = new Map(open.instruments).set(event.leg, event.instrument)
  if (event.qtyAfter.isZero()) {
    removePosition(open, event.leg)
    return
  }
  // A pool whose content changes becomes a new object: what was known of the old one (its safe range) no longer holds.
  const pool = required(open.pools.get(event.pool), `pool ${event.pool}`)
  open.pools.set(pool.id, { ...pool, legs: open.positions.has(event.leg) ? pool.legs : [...pool.legs, event.leg] })
  const held = open.positions.get(event.leg)
  open.positions.set(event.leg, {
    leg: event.leg,
    instrument: event.instrument,
    type: event.instrumentType,
    pool: event.pool,
    qty: event.qtyAfter,
    entryNotional: event.entryNotionalAfter,
    positionSide: event.positionSide,
    leverage: event.leverage,
    takeProfit: event.takeProfit,
    stopLoss: event.stopLoss,
    triggerBy: event.triggerBy,
    trailing: held?.trailing,
    autoMargin: held?.autoMargin,
  })
}

/** What the wallet added counts against what the user allowed. */
function countAutoMargin(open: OpenAccount, { to, amount }: { readonly to: PoolId; readonly amount: Quote }): void {
  for (const leg of required(open.pools.get(to), `pool ${to}`).legs) {
    const left = open.positions.get(leg)?.autoMargin?.left
    if (left !== undefined) changePosition(open, leg, { autoMargin: { left: asQuote(left.minus(amount)) } })
  }
}

function removePosition(open: OpenAccount, leg: LegId): void {
  const position = open.positions.get(leg)
  if (position === undefined) return
  open.positions.delete(leg)
  const pool = required(open.pools.get(position.pool), `pool ${position.pool}`)
  const legs = pool.legs.filter((each) => each !== leg)
  open.pools.set(pool.id, { ...pool, legs })
  // A cool-down belongs to positions: without any there is nothing to test.
  if (legs.length === 0 && pool.cooling !== undefined) changePool(open, pool.id, undefined)
}

function changePosition(open: OpenAccount, leg: LegId, change: Partial<Position>): void {
  const position = required(open.positions.get(leg), `position ${leg}`)
  open.positions.set(leg, { ...position, ...change })
}

function movePosition(open: OpenAccount, event: { readonly leg: LegId; readonly from: PoolId; readonly to: PoolId }): void {
  const from = required(open.pools.get(event.from), `pool ${event.from}`)
  const to = required(open.pools.get(event.to), `pool ${event.to}`)
  open.pools.set(from.id, { ...from, legs: from.legs.filter((each) => each !== event.leg) })
  open.pools.set(to.id, { ...to, legs: [...to.legs, event.leg] })
  changePosition(open, event.leg, { pool: event.to })
  for (const order of open.orders.values()) {
    if (order.leg === event.leg) open.orders.set(order.id, { ...order, pool: event.to })
  }
}

function applyTotals(open: OpenAccount, event: LedgerEvent): void {
  switch (event.type) {
    case 'filled':
      addTotals(open, event.leg, { realizedPnl: event.realizedPnl, fees: negated(event.fee) })
      break
    case 'position-liquidated':
      addTotals(open, event.leg, { realizedPnl: event.realizedPnl, liquidationFees: negated(event.fee) })
      break
    case 'funding-paid':
      for (const leg of event.legs) addTotals(open, leg.leg, { funding: leg.amount })
      break
    case 'residual-forfeited':
      addShares(open, event.shares, (amount) => ({ forfeited: negated(amount) }))
      break
    case 'bad-debt-covered':
      addShares(open, event.shares, (amount) => ({ badDebt: amount }))
      break
    default:
  }
}

function addShares(open: OpenAccount, shares: readonly LegShare[], as: (amount: Quote) => Partial<LegTotals>): void {
  for (const share of shares) addTotals(open, share.leg, as(share.amount))
}

function addTotals(open: OpenAccount, leg: LegId, change: Partial<LegTotals>): void {
  const before = open.totals.get(leg) ?? NO_TOTALS
  const after: { -readonly [Key in keyof LegTotals]: Quote } = { ...before }
  for (const key of TOTALS) {
    const amount = change[key]
    if (amount !== undefined) after[key] = asQuote(before[key].plus(amount))
  }
  open.totals.set(leg, after)
}

const TOTALS = ['realizedPnl', 'fees', 'funding', 'liquidationFees', 'forfeited', 'badDebt'] as const satisfies readonly (keyof LegTotals)[]
