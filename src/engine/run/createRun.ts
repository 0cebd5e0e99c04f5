import type { Account } from '../ledger/Account.ts'
import type { Command } from '../ledger/Command.ts'
import type { Counterparty } from '../ledger/Counterparty.ts'
import { decide } from '../ledger/decide.ts'
import { openDraft, type LeverageAboveLimit, type Setting } from '../ledger/Draft.ts'
import { emptyAccount } from '../ledger/evolve.ts'
import type { LedgerEvent } from '../ledger/LedgerEvent.ts'
import type { TrailingStop } from '../ledger/Trailing.ts'
import type { Walls } from '../pools/Walls.ts'
import { invariant, required } from '../result/result.ts'
import type { Price, Quote } from '../units/quantities.ts'
import type { Instrument } from '../instruments/Instrument.ts'
import { resolveRules } from '../venues/resolveRules.ts'
import type { Rules } from '../venues/Rules.ts'
import { priceKey } from '../tape/priceKey.ts'
import type { Tape } from '../tape/Tape.ts'
import { depositAll, type CollateralDeposit } from './depositAll.ts'
import { fundingClock } from './fundingClock.ts'
import type { Play } from './Play.ts'
import { playStep, settle } from './playStep.ts'
import { safeRanges, watchedOf, type Watched } from './safeRange.ts'
import { marksAt, stepsOf, tickTime } from './steps.ts'
import { createTrails, trailsOf, trailView, type Trail, type Trails, type TrailView } from './trails.ts'
import { triggersOf, type Trigger } from './triggers.ts'

/** A scenario as the engine plays it. */
export interface Setup {
  readonly tape: Tape
  /** One for each series of the tape. */
  readonly instruments: readonly Instrument[]
  readonly rules: Rules
  /** Deposited before the first tick. */
  readonly wallet: Quote
  /** Assets deposited before the first tick, at its first price: spot instruments of the tape. */
  readonly collateral?: readonly CollateralDeposit[] | undefined
  /** What happens with an order whose leverage is above the limit of its tier: refused, unless said otherwise. */
  readonly leverageAboveLimit?: LeverageAboveLimit | undefined
  /** In the order they were given; ticks ascending. */
  readonly commands: readonly Command[]
  /** Whom auto-deleveraging may close; nobody unless said. [Q10] */
  readonly population?: readonly Counterparty[] | undefined
}

/** A scenario played under one partition, as far as it has been asked for. */
export interface Run {
  readonly walls: Walls
  /** Last tick computed; -1 before the first. */
  readonly computed: number
  /** Computes on to a tick; stops early when `goOn` says so. @returns whether the tick was reached */
  advanceTo(tick: number, goOn?: () => boolean): boolean
  /** The account after a computed tick. Found in the list of changes: no replay. [L3] */
  accountAt(tick: number): Account
  /** Where the trailing stops of a computed tick stand. [P11] */
  trailsAt(tick: number): ReadonlyMap<TrailingStop, TrailView>
  /** All events computed so far. */
  readonly events: readonly LedgerEvent[]
  /** Number of events up to and including a tick. */
  countAt(tick: number): number
  /** Replaces the commands; what was computed before the first difference stays. */
  setCommands(commands: readonly Command[]): void
  /**
   * The same scenario on prices that are the same up to a computed tick: what was computed up to it stays, and this run
   * goes its own way. [L3] @param tape  of the same instruments, its clock and its prices up to `tick` those of this one
   */
  onto(tape: Tape, tick: number): Run
}

interface Change {
  readonly tick: number
  readonly account: Account
}

/** What a run begins with instead of nothing. */
interface Prefix {
  readonly tick: number
  readonly changes: readonly Change[]
  readonly events: readonly LedgerEvent[]
  readonly trails: Trails
}

/** Prepares a run; nothing is computed until asked for. */
export function createRun(setup: Setup, walls: Walls): Run {
  return createRunWith(setup, walls, safeRanges)
}

/** The same with other certificates than the engine's; tests run without any to see that they decide nothing. [N1] */
export function createRunWith(setup: Setup, walls: Walls, certificates: typeof safeRanges, prefix?: Prefix): Run {
  const { tape } = setup
  const rules = resolveRules(setup.rules, setup.instruments)
  const setting: Setting = { rules, walls, population: setup.population, leverageAboveLimit: setup.leverageAboveLimit, instruments: new Map(setup.instruments.map((each) => [each.symbol, each])) }
  const series = seriesIndex(tape)
  for (const each of tape.series) required(setting.instruments.get(each.instrument), `instrument ${each.instrument}`)
  const ranges = certificates(rules, series)
  const events: LedgerEvent[] = [...(prefix?.events ?? [])]
  const changes: Change[] = [...(prefix?.changes ?? [])]
  let commands = byTick(setup.commands)
  let list = setup.commands
  let computed = prefix?.tick ?? -1
  // Of the account after so many events; forgotten where events are cut off.
  let known: { readonly seq: number; readonly trailed: number; readonly list: readonly Trigger[]; readonly watched: readonly Watched[]; readonly trailing: readonly Trail[] } | undefined
  const trails = prefix?.trails ?? createTrails()
  const view = (trail: Trail, best: Price): TrailView => trailView(trail, best, setting.instruments)

  /** Triggers and trailing stops of an account, worked out when it has changed. */
  const lookAt = (account: Account): NonNullable<typeof known> => {
    const { seq } = account
    if (known?.seq === seq && known.trailed === trails.version) return known
    const found = triggersOf(account, (trail) => view(trail, trails.best(trail.stop)).level)
    known = { seq, trailed: trails.version, list: found, watched: found.map((each) => watchedOf(each, series)), trailing: trailsOf(account) }
    return known
  }

  let draft = openDraft(emptyAccount(), setting)
  // Made once: what a tick works on is asked for through it.
  const play: Play = {
    tape,
    get draft() {
      return draft
    },
    ranges,
    series,
    funding: fundingClock(rules.funding, tape),
    trails,
    triggers: () => lookAt(draft.account).list,
    watched: () => lookAt(draft.account).watched,
    trailing: () => lookAt(draft.account).trailing,
  }

  const playTick = (tick: number): void => {
    const base = changes.at(-1)?.account ?? emptyAccount()
    draft = openDraft(base, setting)
    if (tick === 0) depositAll(draft, setup)
    for (const step of stepsOf(tape, tick)) playStep(play, tick, step)
    playCommands(play, tick, commands.get(tick) ?? [])
    if (draft.events.length > 0) {
      for (const event of draft.events) events.push(event)
      changes.push({ tick, account: draft.account })
    }
    trails.keep(tick)
    computed = tick
  }

  return {
    walls,
    get computed() {
      return computed
    },
    advanceTo(tick, goOn) {
      invariant(tick < tape.time.length, `L3: tick ${tick} is beyond the tape`)
      for (let next = computed + 1; next <= tick; next += 1) {
        if (goOn !== undefined && !goOn()) return false
        playTick(next)
      }
      return true
    },
    accountAt(tick) {
      invariant(tick <= computed && tick >= 0, `L3: tick ${tick} was not computed`)
      return required(changes[lastUpTo(changes, tick)], 'the first change').account
    },
    trailsAt(tick) {
      const best = trails.at(tick)
      return new Map(trailsOf(this.accountAt(tick)).map((trail) => [trail.stop, view(trail, best(trail.stop))]))
    },
    events,
    countAt(tick) {
      return lastUpTo(events, tick) + 1
    },
    setCommands(next) {
      const from = firstDifference(list, next)
      list = next
      commands = byTick(next)
      if (from > computed) return
      computed = from - 1
      known = undefined
      trails.rewind(computed)
      changes.length = lastUpTo(changes, computed) + 1
      events.length = lastUpTo(events, computed) + 1
    },
    onto(other, tick) {
      invariant(tick <= computed, `L3: tick ${tick} was not computed`)
      const kept = { changes: changes.slice(0, lastUpTo(changes, tick) + 1), events: events.slice(0, lastUpTo(events, tick) + 1) }
      return createRunWith({ ...setup, tape: other, commands: list }, walls, certificates, { tick, ...kept, trails: trails.copyAt(tick) })
    },
  }
}

/** Where each price stands in a point: by price key. Every instrument needs its mark. [K4] */
function seriesIndex(tape: Tape): ReadonlyMap<string, number> {
  const series = new Map(tape.series.map((each, i) => [priceKey(each.instrument, each.kind), i]))
  for (const { instrument } of tape.series) invariant(series.has(instrument), `K4: the tape has no mark of ${instrument}`)
  return series
}

function playCommands(play: Play, tick: number, commands: readonly Command[]): void {
  if (commands.length === 0) return
  const moment = { tick, at: tickTime(play.tape, tick), marks: marksAt(play.tape, tick) }
  const point = Float64Array.from(play.tape.series, (series) => series.close[tick] ?? Number.NaN)
  for (const command of commands) {
    decide(play.draft, moment, command)
    settle(play, moment, { point, jumped: false })
  }
}

/** Index of the last entry whose tick is at most `tick`; -1 when there is none. */
function lastUpTo(entries: readonly { readonly tick: number }[], tick: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (required(entries[middle], 'an entry').tick <= tick) low = middle + 1
    else high = middle
  }
  return low - 1
}

function byTick(commands: readonly Command[]): ReadonlyMap<number, readonly Command[]> {
  const map = new Map<number, Command[]>()
  for (const command of commands) map.set(command.tick, [...(map.get(command.tick) ?? []), command])
  return map
}

/** The earliest tick at which two command lists differ; commands are compared by identity, then by content. */
function firstDifference(before: readonly Command[], after: readonly Command[]): number {
  const length = Math.max(before.length, after.length)
  let first = Number.POSITIVE_INFINITY
  for (let i = 0; i < length; i += 1) {
    const a = before[i]
    const b = after[i]
    if (a === b || JSON.stringify(a) === JSON.stringify(b)) continue
    first = Math.min(first, a?.tick ?? Number.POSITIVE_INFINITY, b?.tick ?? Number.POSITIVE_INFINITY)
  }
  return first
}
