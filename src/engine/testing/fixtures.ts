import type { Instrument, InstrumentType } from '../instruments/Instrument.ts'
import { valueOf } from '../instruments/valuation.ts'
import type { Position } from '../ledger/Account.ts'
import type { Command, MarginTarget, OrderSize, PlaceOrder, PoolRef } from '../ledger/Command.ts'
import type { Trailing } from '../ledger/Trailing.ts'
import type { EventBody, LedgerEvent } from '../ledger/LedgerEvent.ts'
import type { Walls } from '../pools/Walls.ts'
import { createRun, type Run, type Setup } from '../run/createRun.ts'
import type { Series, Tape } from '../tape/Tape.ts'
import { price, qty, quote, rate, type Price } from '../units/quantities.ts'
import { tierRows } from '../venues/defineRules.ts'
import { plainRules } from '../venues/plain/plainRules.ts'
import type { Rules, TierTable } from '../venues/Rules.ts'

/** Short words for tests: every number is a string, every default is stated here once. */

export const MINUTE = 60_000
export const HOUR = 3_600_000
/** 2026-01-05 00:00 UTC, a funding time of every 8-hour clock. */
export const MONDAY = 1_767_571_200_000

export function flatTable(maintenanceRate: string, maxLeverage = '100'): TierTable {
  return tierRows(['0', maintenanceRate, '0', maxLeverage])
}

export { tierRows as tierTable } from '../venues/defineRules.ts'

/** Plain rules with one rate for everything, and what a test changes. */
export function rulesWith(change: Partial<Rules> & { readonly maintenanceRate?: string } = {}): Rules {
  const { maintenanceRate = '0.005', ...rest } = change
  return { ...plainRules, tiers: { default: flatTable(maintenanceRate) }, ...rest }
}

export function instrument(symbol: string, change: { tickSize?: string; qtyStep?: string; beta?: string } = {}): Instrument {
  return {
    symbol,
    base: symbol,
    type: 'linear',
    quote: 'USDT',
    contractSize: qty('1'),
    openInterest: undefined,
    tickSize: price(change.tickSize ?? '0.01'),
    qtyStep: qty(change.qtyStep ?? '0.00000001'),
    beta: rate(change.beta ?? '1'),
  }
}

/** A close-only path of one-minute points, one price list an instrument. */
export function pathTape(prices: Readonly<Record<string, readonly number[]>>, change: Partial<Tape> = {}): Tape {
  const lists = Object.entries(prices)
  const barMillis = change.barMillis ?? MINUTE
  const length = lists[0]?.[1].length ?? 0
  return {
    id: 'test',
    title: 'Test',
    source: 'test',
    time: Float64Array.from({ length }, (_, tick) => MONDAY + tick * barMillis),
    barMillis,
    between: 'path',
    candlePath: 'close-only',
    series: lists.map(([symbol, list]): Series => ({ instrument: symbol, close: Float64Array.from(list) })),
    ...change,
  }
}

/** Bars of [open, high, low, close], one list an instrument. */
export function barTape(bars: Readonly<Record<string, readonly (readonly [number, number, number, number])[]>>, change: Partial<Tape> = {}): Tape {
  const lists = Object.entries(bars)
  const column = (rows: readonly (readonly number[])[], i: number): Float64Array => Float64Array.from(rows, (row) => row[i] ?? Number.NaN)
  const series = lists.map(([symbol, rows]): Series => ({ instrument: symbol, open: column(rows, 0), high: column(rows, 1), low: column(rows, 2), close: column(rows, 3) }))
  const flat = Object.fromEntries(lists.map(([symbol, rows]) => [symbol, rows.map((row) => row[3])]))
  return { ...pathTape(flat), candlePath: 'nearest-extreme', series, ...change }
}

let counter = 0

function nextId(): string {
  counter += 1
  return `c${counter}`
}

type OrderWords = Partial<Omit<PlaceOrder, 'type' | 'size' | 'price' | 'limitPrice' | 'trailing' | 'leverage' | 'takeProfit' | 'stopLoss'>> & {
  readonly id?: string
  readonly tick?: number
  readonly qty?: string
  readonly notional?: string
  readonly price?: string
  readonly limitPrice?: string
  readonly trailing?: TrailingWords
  readonly leverage?: string
  readonly takeProfit?: string
  readonly stopLoss?: string
}

/** A callback as a share (`rate`) or in the quote currency, and the activation price. */
export interface TrailingWords {
  readonly rate?: string
  readonly distance?: string
  readonly activation?: string
}

function trailingOf({ rate: share, distance, activation }: TrailingWords): Trailing {
  return {
    callback: share === undefined ? { unit: 'distance', distance: price(distance ?? '1') } : { unit: 'rate', rate: rate(share) },
    ...(activation === undefined ? {} : { activation: price(activation) }),
  }
}

/** An order: isolated market buy of 1 A at 10x unless said. */
export function order(words: OrderWords = {}): Command & PlaceOrder {
  const { id = nextId(), tick = 0, qty: size, notional, price: at, limitPrice, trailing, leverage = '10', takeProfit, stopLoss, ...rest } = words
  const symbol = rest.instrument ?? 'A'
  const pool = rest.pool ?? 'isolated'
  const side = rest.positionSide ?? 'both'
  const sized: OrderSize = notional === undefined ? { unit: 'base', qty: qty(size ?? '1') } : { unit: 'quote', notional: quote(notional) }
  return {
    id,
    tick,
    type: 'place-order',
    leg: side === 'both' ? `${symbol}@${pool}` : `${symbol}@${pool}:${side}`,
    instrument: symbol,
    pool,
    side: 'buy',
    positionSide: 'both',
    orderType: 'market',
    reduceOnly: false,
    ...rest,
    size: sized,
    price: maybePrice(at),
    ...(limitPrice === undefined ? {} : { limitPrice: price(limitPrice) }),
    ...(trailing === undefined ? {} : { trailing: trailingOf(trailing) }),
    leverage: rate(leverage),
    takeProfit: maybePrice(takeProfit),
    stopLoss: maybePrice(stopLoss),
  }
}

function maybePrice(text: string | undefined): Price | undefined {
  return text === undefined ? undefined : price(text)
}

export const command = {
  cancel: (tick: number, orderId: string): Command => ({ id: nextId(), tick, type: 'cancel-order', orderId }),
  close: (tick: number, leg: string, share = '1'): Command => ({ id: nextId(), tick, type: 'close-position', leg, share: rate(share) }),
  reverse: (tick: number, leg: string): Command => ({ id: nextId(), tick, type: 'reverse-position', leg }),
  leverage: (tick: number, leg: string, leverage: string): Command => ({ id: nextId(), tick, type: 'set-leverage', leg, leverage: rate(leverage) }),
  add: (tick: number, to: string, amount: string): Command => ({ id: nextId(), tick, type: 'add-margin', to: target(to), amount: quote(amount) }),
  remove: (tick: number, from: string, amount: string): Command => ({ id: nextId(), tick, type: 'remove-margin', from: target(from), amount: quote(amount) }),
  move: (tick: number, leg: string, to: PoolRef): Command => ({ id: nextId(), tick, type: 'move-position', leg, to }),
  protect: (tick: number, leg: string, at: { takeProfit?: string; stopLoss?: string; trailing?: TrailingWords }): Command => ({
    id: nextId(),
    tick,
    type: 'set-protection',
    leg,
    takeProfit: maybePrice(at.takeProfit),
    stopLoss: maybePrice(at.stopLoss),
    ...(at.trailing === undefined ? {} : { trailing: trailingOf(at.trailing) }),
  }),
  autoMargin: (tick: number, leg: string, on = true, upTo?: string): Command => ({
    id: nextId(), tick, type: 'set-auto-margin', leg, on, ...(upTo === undefined ? {} : { upTo: quote(upTo) }),
  }),
  deposit: (tick: number, amount: string): Command => ({ id: nextId(), tick, type: 'deposit', amount: quote(amount) }),
  withdraw: (tick: number, amount: string): Command => ({ id: nextId(), tick, type: 'withdraw', amount: quote(amount) }),
}

/** `bucket:x` names a bucket, anything else a leg. */
function target(name: string): MarginTarget {
  return name.startsWith('bucket:') ? { type: 'bucket', name: name.slice('bucket:'.length) } : { type: 'leg', leg: name }
}

export interface Words {
  readonly tape: Tape
  readonly rules?: Rules
  readonly wallet?: string
  readonly commands?: readonly Command[]
  readonly instruments?: readonly Instrument[]
}

/** A setup with a wallet of 10,000, the plain rules and default instruments unless said. */
export function setupOf(words: Words): Setup {
  return {
    tape: words.tape,
    instruments: words.instruments ?? words.tape.series.map((series) => instrument(series.instrument)),
    rules: words.rules ?? rulesWith(),
    wallet: quote(words.wallet ?? '10000'),
    commands: words.commands ?? [],
  }
}

/** A scenario played to its end. */
export function played(words: Words, walls: Walls = 'as-set'): Run {
  const run = createRun(setupOf(words), walls)
  run.advanceTo(words.tape.time.length - 1)
  return run
}

/** The events of a type, in order. */
export function eventsOf<T extends EventBody['type']>(run: Pick<Run, 'events'>, type: T): readonly (LedgerEvent & { readonly type: T })[] {
  return run.events.filter((event): event is LedgerEvent & { readonly type: T } => event.type === type)
}

/** What happened, one word an event, without the bookkeeping. */
export function story(run: Pick<Run, 'events'>): readonly string[] {
  return run.events.flatMap((event) => {
    if (event.type === 'filled') return [`${event.cause} ${event.leg} ${event.qty.toFixed()} @ ${event.price.toFixed()}`]
    if (event.type === 'position-liquidated') return [`liquidated ${event.leg} @ ${event.price.toFixed()}`]
    if (event.type === 'command-refused') return [`refused ${event.command} ${event.reason.code}`]
    if (event.type === 'order-canceled') return [`canceled ${event.why}${event.reason === undefined ? '' : ` ${event.reason.code}`}`]
    if (event.type === 'order-placed') return ['resting']
    if (event.type === 'funding-paid') return [`funding ${event.pool}`]
    return []
  })
}

export function heldPosition(words: { leg?: string; instrument?: string; type?: InstrumentType; pool?: string; qty: string; entry: string; leverage?: string }): Position {
  const { leg = 'A@isolated', instrument: symbol = 'A', pool = `isolated:${leg}` } = words
  const size = qty(words.qty)
  const type = words.type ?? 'linear'
  return {
    leg,
    instrument: symbol,
    type,
    pool,
    qty: size,
    entryNotional: valueOf({ type, qty: size }, price(words.entry)),
    positionSide: 'both',
    leverage: rate(words.leverage ?? '10'),
    takeProfit: undefined,
    stopLoss: undefined,
  }
}
