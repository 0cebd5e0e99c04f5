import { Decimal } from '../../engine/index.ts'
import { createSelector } from 'reselect'
import type { PlainEvent, Twin } from '../../workers/run/Frame.ts'
import type { AppState } from '../AppState.ts'
import type { EventRow } from './rows/TableRows.ts'
import { selectMarkets, type Market } from './selectMarkets.ts'
import { TWIN_ORDER } from './twinOrder.ts'
import { visibleEvents } from './visibleEvents.ts'

/** The events of the three accounts, newest first; the same one in several accounts once. */
export const selectEventRows: (state: AppState) => readonly EventRow[] = createSelector([(state: AppState) => state.view.events, selectMarkets], eventRowsOf)

/** The same of any events, each account's under its name. */
export function eventRowsOf(events: AppState['view']['events'], marketOf: (instrument: string) => Market): readonly EventRow[] {
  const rows = new Map<string, EventRow>()
  const life = lifeOf(events)
  for (const twin of TWIN_ORDER) {
    let breach: Extract<PlainEvent, { type: 'pool-breached' }> | undefined
    for (const event of visibleEvents(events[twin])) {
      if (event.type === 'pool-breached') breach = event
      const key = keyOf(event)
      const known = rows.get(key)
      if (known !== undefined) rows.set(key, { ...known, twins: [...known.twins, twin] })
      else rows.set(key, rowOf(event, { key, twin, breach, life, marketOf }))
    }
  }
  return [...rows.values()].sort((a, b) => b.time - a.time || b.event.seq - a.event.seq)
}

/** The same in two accounts when everything but its number is. */
function keyOf(event: PlainEvent): string {
  const { seq: _seq, ...rest } = event
  return JSON.stringify(rest)
}

interface Context {
  readonly key: string
  readonly twin: Twin
  readonly breach: Extract<PlainEvent, { type: 'pool-breached' }> | undefined
  readonly life: Life
  readonly marketOf: (instrument: string) => Market
}

function rowOf(event: PlainEvent, context: Context): EventRow {
  const { key, twin, life, marketOf } = context
  const leg = legOf(event)
  const instrument = 'instrument' in event ? event.instrument : life.instruments.get(leg ?? '')
  return {
    key,
    tick: event.tick,
    time: event.at,
    twins: [twin],
    event,
    leg,
    instrument,
    base: instrument === undefined ? undefined : marketOf(instrument).base,
    isLong: isLong(event),
    price: 'price' in event ? event.price : undefined,
    pnl: pnlOf(event),
    ...liquidationOf(event, context),
  }
}

/** What was realised; an opening fill realises nothing. */
function pnlOf(event: PlainEvent): string | undefined {
  if (event.type === 'position-liquidated') return event.realizedPnl
  return event.type === 'filled' && Number(event.realizedPnl) !== 0 ? event.realizedPnl : undefined
}

/** The part an event has in a liquidation, if it has one. */
function liquidationOf(event: PlainEvent, { twin, breach, life }: Context): Pick<EventRow, 'role' | 'openIn' | 'breach'> {
  if (event.type === 'pool-breached') return { role: undefined, openIn: [], breach: { twin, seq: event.seq } }
  if (event.type !== 'position-liquidated' || breach === undefined) return { role: undefined, openIn: [], breach: undefined }
  return {
    role: worstOf(breach) === event.leg ? 'culprit' : 'bystander',
    openIn: TWIN_ORDER.filter((other) => other !== twin && life.isOpen(other, event.leg, event.tick)),
    breach: { twin, seq: breach.seq },
  }
}

function legOf(event: PlainEvent): string | undefined {
  if (event.type === 'order-placed') return event.order.leg
  return 'leg' in event ? event.leg : undefined
}

function isLong(event: PlainEvent): boolean | undefined {
  if (event.type === 'position-liquidated') return !event.qty.startsWith('-')
  if (event.type !== 'filled') return undefined
  return Number(event.qtyAfter) === 0 ? event.qty.startsWith('-') : !event.qtyAfter.startsWith('-')
}

function worstOf(breach: Extract<PlainEvent, { type: 'pool-breached' }>): string | undefined {
  return breach.legs.reduce((a, b) => (new Decimal(b.unrealizedPnl).lt(a.unrealizedPnl) ? b : a)).leg
}

/** When every leg was open in every account. */
interface Life {
  readonly instruments: ReadonlyMap<string, string>
  isOpen(twin: Twin, leg: string, tick: number): boolean
}

function lifeOf(events: AppState['view']['events']): Life {
  const instruments = new Map<string, string>()
  const spans = new Map<string, { tick: number; isOpen: boolean }[]>()
  for (const twin of TWIN_ORDER) {
    for (const event of visibleEvents(events[twin])) {
      if (event.type !== 'filled' && event.type !== 'position-liquidated') continue
      instruments.set(event.leg, event.instrument)
      const key = `${twin}:${event.leg}`
      const turns = spans.get(key) ?? []
      turns.push({ tick: event.tick, isOpen: event.type === 'filled' && Number(event.qtyAfter) !== 0 })
      spans.set(key, turns)
    }
  }
  return { instruments, isOpen: (twin, leg, tick) => spans.get(`${twin}:${leg}`)?.findLast((turn) => turn.tick <= tick)?.isOpen === true }
}
