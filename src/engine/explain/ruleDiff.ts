import type { Account, LegId } from '../ledger/Account.ts'
import type { LedgerEvent } from '../ledger/LedgerEvent.ts'
import { equityOf, pnlOf } from '../margin/equity.ts'
import { createRun, type Run, type Setup } from '../run/createRun.ts'
import { marksAt } from '../run/steps.ts'
import type { Millis } from '../units/millis.ts'
import { sum, type Price, type Quote } from '../units/quantities.ts'
import type { Walls } from '../pools/Walls.ts'
import type { Rules } from '../venues/Rules.ts'
import { ruleChoices } from './ruleChoices.ts'

/** How a position ended under a set of rules. */
export interface LegFate {
  readonly leg: LegId
  readonly instrument: string
  /** `reduced`: parts of it were liquidated and the rest is open. `refused`: it was never opened. */
  readonly outcome: 'open' | 'closed' | 'reduced' | 'liquidated' | 'refused'
  /** The first liquidation of it, where there was one. */
  readonly death: Death | undefined
  /** Number of liquidation orders. */
  readonly parts: number
  /** All told, at the end of the tape. */
  readonly pnl: Quote
}

export interface Death {
  readonly leg: LegId
  readonly tick: number
  readonly at: Millis
  readonly price: Price
}

/** A scenario played to its end under one set of rules. */
export interface Playthrough {
  readonly rules: Pick<Rules, 'id' | 'name' | 'date'>
  readonly fates: readonly LegFate[]
  /** Liquidations in the order in which they began, one a leg. */
  readonly deaths: readonly Death[]
  readonly equity: Quote
  readonly refusals: number
  readonly badDebt: Quote
}

/** What one changed rule does on its own. */
export interface RuleEffect {
  readonly path: string
  /**
   * `decides`: alone it turns the outcome of the first set into that of the second. `matters`: alone it changes the
   * outcome. `together`: alone it changes nothing, but without it the second set's outcome would be another. `none`.
   */
  readonly effect: 'decides' | 'matters' | 'together' | 'none'
  /** The first death under the first set with this one change. */
  readonly alone: Death | undefined
  /** The first death under the second set without it. */
  readonly without: Death | undefined
}

export interface RuleDiff {
  readonly a: Playthrough
  readonly b: Playthrough
  readonly effects: readonly RuleEffect[]
}

export interface RuleDiffProgress {
  /** Runs done of all, with the part of the one at hand. */
  readonly done: number
  readonly total: number
}

/** Ticks played between two looks at the clock. */
const SLICE = 64

/**
 * The same scenario under two sets of rules, and for every rule they differ in: what it does alone, and what the second
 * set does without it. Two runs a difference; a generator, so that the caller can show progress, pause and cancel.
 */
export function* ruleDiff(setup: Setup, walls: Walls, { a, b }: { readonly a: Rules; readonly b: Rules }): Generator<RuleDiffProgress, RuleDiff> {
  const instruments = [...new Set(setup.commands.flatMap((command) => (command.type === 'place-order' ? [command.instrument] : [])))]
  const choices = ruleChoices(a, b, instruments)
  const total = 2 + 2 * choices.length
  let done = 0
  const play = function* (rules: Rules): Generator<RuleDiffProgress, Playthrough> {
    const run = createRun({ ...setup, rules }, walls)
    const last = setup.tape.time.length - 1
    for (let tick = 0; ; tick = Math.min(last, tick + SLICE)) {
      run.advanceTo(tick)
      if (tick === last) break
      yield { done: done + tick / (last + 1), total }
    }
    done += 1
    return playthrough(setup, rules, run)
  }
  const before = yield* play(a)
  const after = yield* play(b)
  const effects: RuleEffect[] = []
  for (const choice of choices) {
    const alone = yield* play(choice.apply(a))
    const rest = choices.filter((other) => other !== choice)
    const without = yield* play(rest.reduce((rules, other) => other.apply(rules), a))
    effects.push({ path: choice.path, effect: effectOf({ before, after, alone, without }), alone: alone.deaths[0], without: without.deaths[0] })
  }
  return { a: before, b: after, effects }
}

interface Outcomes {
  readonly before: Playthrough
  readonly after: Playthrough
  readonly alone: Playthrough
  readonly without: Playthrough
}

function effectOf({ before, after, alone, without }: Outcomes): RuleEffect['effect'] {
  const outcome = (each: Playthrough): string => JSON.stringify([each.fates.map(({ leg, outcome: how, parts }) => [leg, how, parts]), each.deaths])
  if (outcome(alone) !== outcome(before)) return outcome(alone) === outcome(after) ? 'decides' : 'matters'
  return outcome(without) === outcome(after) ? 'none' : 'together'
}

function playthrough({ tape, commands }: Setup, rules: Rules, run: Run): Playthrough {
  const last = tape.time.length - 1
  const account = run.accountAt(last)
  const marks = marksAt(tape, last)
  const deaths = firstLiquidations(run.events)
  const parts = new Map<LegId, number>()
  for (const event of run.events) if (event.type === 'position-liquidated') parts.set(event.leg, (parts.get(event.leg) ?? 0) + 1)
  const ordered = new Map(commands.flatMap((command) => (command.type === 'place-order' ? [[command.leg, command.instrument] as const] : [])))
  return {
    rules: { id: rules.id, name: rules.name, date: rules.date },
    fates: [...ordered].map(([leg, instrument]) => ({
      leg,
      instrument,
      outcome: outcomeOf(account, leg, run.events),
      death: deaths.find((death) => death.leg === leg),
      parts: parts.get(leg) ?? 0,
      pnl: pnlOf(account, leg, marks),
    })),
    deaths,
    equity: equityOf(account, marks),
    refusals: run.events.filter((event) => event.type === 'command-refused').length,
    badDebt: sum(run.events.flatMap((event) => (event.type === 'bad-debt-covered' ? [event.amount] : []))),
  }
}

function firstLiquidations(events: readonly LedgerEvent[]): readonly Death[] {
  const deaths = new Map<LegId, Death>()
  for (const event of events) {
    if (event.type === 'position-liquidated' && !deaths.has(event.leg)) deaths.set(event.leg, { leg: event.leg, tick: event.tick, at: event.at, price: event.price })
  }
  return [...deaths.values()]
}

function outcomeOf(account: Account, leg: LegId, events: readonly LedgerEvent[]): LegFate['outcome'] {
  const last = events.findLast((event) => (event.type === 'position-liquidated' || event.type === 'filled') && event.leg === leg)
  if (last === undefined) return 'refused'
  if (account.positions.has(leg)) return events.some((event) => event.type === 'position-liquidated' && event.leg === leg) ? 'reduced' : 'open'
  return last.type === 'position-liquidated' ? 'liquidated' : 'closed'
}
