import type { LegId } from '../../ledger/Account.ts'
import type { Command, PlaceOrder } from '../../ledger/Command.ts'
import type { LedgerEvent, PoolBreached } from '../../ledger/LedgerEvent.ts'
import { required } from '../../result/result.ts'
import type { Run, Setup } from '../../run/createRun.ts'
import { tickTime } from '../../run/steps.ts'
import { Decimal } from '../../units/decimal.ts'
import { asQty, asQuote, sum, type Qty, type Quote } from '../../units/quantities.ts'
import { accountBefore } from '../accountBefore.ts'
import { culpritOf } from '../culpritOf.ts'
import { openingOf, type Opening } from '../openingOf.ts'
import type { Question } from './trial.ts'

/** An incident, ready to be asked what would have saved it. */
export interface IncidentCase {
  readonly question: Question
  readonly breach: LedgerEvent & PoolBreached
  readonly culprit: LegId
  readonly opening: Opening
  /** The order that opened the culprit's position. */
  readonly order: (Command & PlaceOrder) | undefined
  /** The command after which the position is open and can be given margin; absent where there is no such moment. */
  readonly insertAfter: string | undefined
  /** All that this order traded: what it closed before it opened is part of it. */
  readonly traded: Qty
  /** Cash of the culprit's pool right after the opening. */
  readonly cash: Quote
  /** What the positions of the pool were worth, all together, when they were entered. */
  readonly worth: Quote
}

export function incidentCase(setup: Setup, run: Run, at: { readonly breach: LedgerEvent & PoolBreached; readonly until: number; readonly twin: Question['twin'] }): IncidentCase {
  const { breach, until, twin } = at
  const culprit = culpritOf(breach)
  const openings = breach.legs.map(({ leg }) => required(openingOf(run.events, leg, breach.seq - 1), `the opening of ${leg}`))
  const opening = required(openings.find(({ leg }) => leg === culprit), culprit)
  const order = setup.commands.find((command) => command.id === opening.orderId)
  return {
    question: {
      setup,
      twin,
      until,
      legs: new Set(breach.legs.map(({ leg }) => leg)),
      since: Math.min(...openings.map(({ tick }) => tick)),
      orders: ordersOf(run, openings, breach),
    },
    breach,
    culprit,
    opening,
    order: order?.type === 'place-order' ? order : undefined,
    insertAfter: insertionOf(setup, { opening, breach }),
    traded: asQty(run.events.reduce((total: Decimal, event) => (event.type === 'filled' && event.orderId === opening.orderId ? total.plus(event.qty.abs()) : total), new Decimal(0))),
    cash: required(accountBefore(run, opening.seq + 1).pools.get(opening.pool), opening.pool).cash,
    worth: sum(openings.map(({ entryNotionalAfter }) => asQuote(entryNotionalAfter.abs()))),
  }
}

/** The orders that opened positions and those that enlarged them, up to the breach: one that is refused saves nobody. */
function ordersOf({ events }: Run, openings: readonly Opening[], breach: LedgerEvent & PoolBreached): ReadonlySet<string> {
  const since = new Map(openings.map(({ leg, seq }) => [leg, seq]))
  const fills = events.slice(0, breach.seq).filter((event): event is Opening => event.type === 'filled' && event.seq >= (since.get(event.leg) ?? Infinity))
  return new Set(fills.filter(({ qty, qtyAfter }) => qty.s === qtyAfter.s).map(({ orderId }) => orderId))
}

/** An order filled by a command is followed at once; one that rested, by the first command of the tick it was filled in. */
function insertionOf({ commands, tape }: Setup, { opening, breach }: Pick<IncidentCase, 'opening' | 'breach'>): string | undefined {
  const { tick, orderId } = opening
  const given = commands.find((command) => command.id === orderId)
  if (given?.tick === tick) return given.id
  // Commands come after all that a tick's prices brought.
  if (breach.tick === tick && breach.at <= tickTime(tape, tick)) return undefined
  return commands.findLast((command) => command.tick < tick)?.id
}
