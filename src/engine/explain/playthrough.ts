import type { Account, LegId } from '../ledger/Account.ts'
import type { LedgerEvent } from '../ledger/LedgerEvent.ts'
import { equityOf, pnlOf } from '../margin/equity.ts'
import type { Rejection } from '../result/Rejection.ts'
import type { Run, Setup } from '../run/createRun.ts'
import { collateralLeg } from '../run/depositAll.ts'
import { marksAt } from '../run/steps.ts'
import type { Millis } from '../units/millis.ts'
import { sum, type Price, type Quote } from '../units/quantities.ts'

/** How a position ended under a set of rules. */
export interface LegFate {
  readonly leg: LegId
  readonly instrument: string
  /** `reduced`: parts of it were liquidated and the rest is open. `refused`: it was never opened. `waiting`: nothing was filled. */
  readonly outcome: 'open' | 'closed' | 'reduced' | 'liquidated' | 'refused' | 'waiting'
  /** The first liquidation of it, where there was one. */
  readonly death: Death | undefined
  /** Number of liquidation orders. */
  readonly parts: number
  /** All told, at the end of the tape. */
  readonly pnl: Quote
  /** Why its first refused order was refused. */
  readonly refusal: Rejection | undefined
}

export interface Death {
  readonly leg: LegId
  readonly tick: number
  readonly at: Millis
  /** The price that liquidated it: what the test looked at. */
  readonly price: Price
  /** What its first liquidation order got. */
  readonly orderPrice: Price
}

/** A scenario played to its end under one set of rules. */
export interface Playthrough {
  readonly fates: readonly LegFate[]
  /** Liquidations in the order in which they began, one a leg. */
  readonly deaths: readonly Death[]
  readonly equity: Quote
  readonly refusals: number
  readonly badDebt: Quote
}

/** What came of a run that has reached the end of its tape. */
export function playthrough({ tape, commands, collateral = [] }: Setup, run: Run): Playthrough {
  const last = tape.time.length - 1
  const account = run.accountAt(last)
  const marks = marksAt(tape, last)
  // An asset that is sold with its pool is nobody's position.
  const assets = new Set(collateral.map(({ instrument }) => collateralLeg(instrument)))
  const deaths = firstLiquidations(run.events).filter(({ leg }) => !assets.has(leg))
  const parts = new Map<LegId, number>()
  for (const event of run.events) if (event.type === 'position-liquidated') parts.set(event.leg, (parts.get(event.leg) ?? 0) + 1)
  const orders = commands.flatMap((command) => (command.type === 'place-order' ? [command] : []))
  const refusals = run.events.flatMap((event) => (event.type === 'command-refused' ? [event] : []))
  const reasonOf = (leg: LegId): Rejection | undefined => refusals.find(({ commandId }) => orders.some((order) => order.id === commandId && order.leg === leg))?.reason
  return {
    fates: [...new Map(orders.map(({ leg, instrument }) => [leg, instrument]))].map(([leg, instrument]) => ({
      leg,
      instrument,
      outcome: outcomeOf({ account, leg, events: run.events, isRefused: reasonOf(leg) !== undefined }),
      death: deaths.find((death) => death.leg === leg),
      parts: parts.get(leg) ?? 0,
      pnl: pnlOf(account, leg, marks),
      refusal: reasonOf(leg),
    })),
    deaths,
    equity: equityOf(account, marks),
    refusals: refusals.length,
    badDebt: sum(run.events.flatMap((event) => (event.type === 'bad-debt-covered' ? [event.amount] : []))),
  }
}

function firstLiquidations(events: readonly LedgerEvent[]): readonly Death[] {
  const deaths = new Map<LegId, Death>()
  const tested = new Map<LegId, Price>()
  for (const event of events) {
    if (event.type === 'pool-breached') for (const { leg, mark } of event.legs) tested.set(leg, mark)
    if (event.type !== 'position-liquidated' || deaths.has(event.leg)) continue
    const { leg, tick, at, price } = event
    deaths.set(leg, { leg, tick, at, price: tested.get(leg) ?? price, orderPrice: price })
  }
  return [...deaths.values()]
}

interface Story {
  readonly account: Account
  readonly leg: LegId
  readonly events: readonly LedgerEvent[]
  readonly isRefused: boolean
}

function outcomeOf({ account, leg, events, isRefused }: Story): LegFate['outcome'] {
  const last = events.findLast((event) => (event.type === 'position-liquidated' || event.type === 'filled') && event.leg === leg)
  if (last === undefined) return isRefused ? 'refused' : 'waiting'
  if (account.positions.has(leg)) return events.some((event) => event.type === 'position-liquidated' && event.leg === leg) ? 'reduced' : 'open'
  return last.type === 'position-liquidated' ? 'liquidated' : 'closed'
}
