import type { Account, Counterparties } from '../ledger/Account.ts'
import { entries } from '../ledger/entries.ts'
import type { LedgerEvent, PoolBreached, PositionLiquidated } from '../ledger/LedgerEvent.ts'
import { priceOfValue } from '../instruments/valuation.ts'
import { pnlOf } from '../margin/equity.ts'
import type { Marks } from '../margin/poolMargin.ts'
import { poolTypeOf } from '../pools/Walls.ts'
import type { Run, Setup } from '../run/createRun.ts'
import { marksAt } from '../run/steps.ts'
import { ofPriceKey, standingKey } from '../tape/priceKey.ts'
import { asRate, negated, sum, ZERO_QUOTE, type Quote } from '../units/quantities.ts'
import { required } from '../result/result.ts'
import { accountBefore } from './accountBefore.ts'
import { chainReader } from './chainReader.ts'
import { culpritOf } from './culpritOf.ts'
import type { Incident, IncidentLeg, LegElsewhere, MoneyRow } from './Incident.ts'
import { legChain } from './legChain.ts'

type TwinName = Incident['twin']

/** In a larger pool chains are told of the culprit and of what was closed first. */
const MOST_CHAINS = 24

/** The runs of a scenario's twins. */
export type TwinRuns = Readonly<Record<TwinName, Run>>

type Stamped<T> = LedgerEvent & T

/** The report on one liquidation; undefined when the event is not a `pool-breached` of that run. */
export function explainIncident(setup: Setup, runs: TwinRuns, at: { readonly twin: TwinName; readonly seq: number }): Incident | undefined {
  const run = runs[at.twin]
  const breach = run.events[at.seq - 1]
  if (breach === undefined || breach.type !== 'pool-breached') return undefined
  const events = eventsOf(run, breach)
  const before = accountBefore(run, breach.seq)
  const culprit = culpritOf(breach)
  const legs = legsOf({ setup, runs, breach, events, before, culprit, twin: at.twin })
  return {
    twin: at.twin,
    seq: breach.seq,
    tick: breach.tick,
    at: breach.at,
    pool: breach.pool,
    poolType: poolTypeOf(breach.pool),
    jumped: breach.jumped,
    equity: breach.equity,
    maintenanceMargin: breach.maintenanceMargin,
    culprit,
    legs,
    money: moneyOf(events),
    forfeited: sum(events.map((event) => (event.type === 'residual-forfeited' ? event.amount : ZERO_QUOTE))),
    badDebt: sum(events.map((event) => (event.type === 'bad-debt-covered' ? event.amount : ZERO_QUOTE))),
    liquidationFees: sum(events.map((event) => (event.type === 'position-liquidated' ? event.fee : ZERO_QUOTE))),
    returned: sum(events.map((event) => (event.type === 'transferred' ? event.amount : ZERO_QUOTE))),
    get chains() {
      return chainsOf(setup, run, { breach, legs })
    },
  }
}

const known = new WeakMap<object, Incident['chains']>()

/** What led to a breach does not change: it is told once, and only to who asks. */
function chainsOf(setup: Setup, run: Run, { breach, legs }: { readonly breach: Stamped<PoolBreached>; readonly legs: Incident['legs'] }): Incident['chains'] {
  const before = known.get(breach)
  if (before !== undefined) return before
  const reader = chainReader(setup, run, breach)
  const chains = legs.slice(0, MOST_CHAINS).map(({ leg }) => legChain(reader, leg))
  known.set(breach, chains)
  return chains
}

/** The breach and what follows from it, in the same moment. */
function eventsOf(run: Run, breach: Stamped<PoolBreached>): readonly LedgerEvent[] {
  const found: LedgerEvent[] = [breach]
  for (let i = breach.seq; i < run.events.length; i += 1) {
    const event = required(run.events[i], 'an event')
    if (event.tick !== breach.tick || event.at !== breach.at || !followsFrom(event, breach.pool)) break
    found.push(event)
  }
  return found
}

function followsFrom(event: LedgerEvent, pool: string): boolean {
  switch (event.type) {
    case 'order-canceled':
      return event.why === 'pool-liquidated'
    case 'transferred':
      return event.why === 'released' && event.from === pool
    case 'position-liquidated':
    case 'residual-forfeited':
    case 'bad-debt-covered':
    case 'fund-settled':
    case 'deleveraged':
    case 'shortfall':
    case 'pool-cooling':
    case 'pool-cooled':
    case 'pool-closed':
      return event.pool === pool
    default:
      return false
  }
}

interface Scene {
  readonly setup: Setup
  readonly runs: TwinRuns
  readonly twin: TwinName
  readonly breach: Stamped<PoolBreached>
  readonly events: readonly LedgerEvent[]
  readonly before: Account
  readonly culprit: string
}

function legsOf(scene: Scene): readonly IncidentLeg[] {
  const { breach, events, before, setup, culprit } = scene
  const closed = events.filter((event) => event.type === 'position-liquidated')
  const shares = new Map(events.flatMap(sharesOf))
  const order = new Map(closed.map((event, i) => [event.leg, i] as const).toReversed())
  const rank = (leg: string): number => (leg === culprit ? -1 : (order.get(leg) ?? closed.length))
  const known = marksAt(setup.tape, breach.tick)
  return breach.legs
    .toSorted((a, b) => rank(a.leg) - rank(b.leg))
    .map(({ leg, instrument, qty, mark, unrealizedPnl, maintenanceMargin }) => {
      const position = required(before.positions.get(leg), leg)
      const entryPrice = priceOfValue(position, position.entryNotional)
      return {
        leg,
        instrument,
        base: setup.instruments.find((each) => each.symbol === instrument)?.base ?? instrument,
        qty,
        role: leg === culprit ? 'culprit' : 'bystander',
        entryPrice,
        mark,
        priceKind: ofPriceKey(standingKey(known, instrument, setup.rules.liquidation.trigger)).kind,
        move: asRate(mark.minus(entryPrice).div(entryPrice).toDecimalPlaces(12)),
        unrealizedPnl,
        maintenanceMargin,
        wasInProfit: unrealizedPnl.gt(0),
        closed: closedAt(closed.filter((event) => event.leg === leg)),
        share: shares.get(leg) ?? ZERO_QUOTE,
        elsewhere: elsewhereOf(scene, leg),
      }
    })
}

/** Several parts at one moment count as one, at the price of the last. */
function closedAt(parts: readonly PositionLiquidated[]): IncidentLeg['closed'] {
  const last = parts.at(-1)
  return last === undefined ? undefined : { price: last.price, realizedPnl: sum(parts.map((part) => part.realizedPnl)), fee: sum(parts.map((part) => part.fee)) }
}

function sharesOf(event: LedgerEvent): readonly (readonly [string, Quote])[] {
  if (event.type === 'residual-forfeited') return event.shares.map((share) => [share.leg, negated(share.amount)] as const)
  return event.type === 'bad-debt-covered' ? event.shares.map((share) => [share.leg, share.amount] as const) : []
}

function elsewhereOf({ runs, twin, breach, setup }: Scene, leg: string): readonly LegElsewhere[] {
  const marks = marksAt(setup.tape, breach.tick)
  const others = (['as-set', 'all-isolated', 'all-cross'] as const).filter((each) => each !== twin && runs[each].computed >= breach.tick)
  return others.map((each) => ({ twin: each, ...stateOf(runs[each], leg, breach.tick, marks) }))
}

function stateOf(run: Run, leg: string, tick: number, marks: Marks): Omit<LegElsewhere, 'twin'> {
  const account = run.accountAt(tick)
  const pnl = pnlOf(account, leg, marks)
  if (account.positions.has(leg)) return { state: 'open', tick: undefined, pnl }
  const last = run.events
    .slice(0, run.countAt(tick))
    .findLast((event) => (event.type === 'filled' || event.type === 'position-liquidated') && event.leg === leg)
  if (last === undefined) return { state: 'never-opened', tick: undefined, pnl }
  return { state: last.type === 'position-liquidated' ? 'liquidated' : 'closed', tick: last.tick, pnl }
}

const PARTIES: readonly (readonly [keyof Counterparties, MoneyRow['party']])[] = [
  ['market', 'market'],
  ['venueFees', 'venue-fees'],
  ['insuranceFund', 'insurance-fund'],
]

/** Who stands behind the fund: named only where it had to be asked. */
const BEHIND: typeof PARTIES = [
  ['deleveraging', 'deleveraged'],
  ['uncovered', 'nobody'],
]

/** Every entry of the events, added up by who stands on its side. */
function moneyOf(events: readonly LedgerEvent[]): readonly MoneyRow[] {
  const all = events.flatMap(entries)
  const trader = sum(all.flatMap((entry) => ('pool' in entry ? [entry.amount] : [])))
  const rows = (parties: typeof PARTIES): readonly MoneyRow[] =>
    parties.map(([counterparty, party]) => ({
      party,
      amount: sum(all.flatMap((entry) => ('counterparty' in entry && entry.counterparty === counterparty ? [entry.amount] : []))),
    }))
  return [{ party: 'trader', amount: trader }, ...rows(PARTIES), ...rows(BEHIND).filter((row) => !row.amount.isZero())]
}
