import { required } from '../result/result.ts'
import type { Decimal } from '../units/decimal.ts'
import { compareFractions, END, fraction, priceAt, START, wholeNumber, type Fraction } from '../units/fraction.ts'
import type { Price } from '../units/quantities.ts'
import type { Millis } from '../units/millis.ts'
import { firstBreach } from '../margin/firstBreach.ts'
import { backingOf, markOf, type Marks } from '../margin/poolMargin.ts'
import { ofPriceKey, priceOf } from '../tape/priceKey.ts'
import { testMarks } from '../tape/testMarks.ts'
import type { Pool } from '../ledger/Account.ts'
import type { Moment } from '../ledger/Draft.ts'
import type { Rules } from '../venues/Rules.ts'
import { backstopRules } from './backstop.ts'
import { isWaiting } from './cooldown.ts'
import { fundPools } from './fundPools.ts'
import { liquidate } from './liquidate.ts'
import type { Play } from './Play.ts'
import { anyMayFire, isQuiet } from './quiet.ts'
import type { Scene } from './Scene.ts'
import { marksFrom, type Step } from './steps.ts'
import { nextCooled, testCooling, tested } from './testPools.ts'
import { fire, firingMoment, type Trigger } from './triggers.ts'

/** Everything the path reaches between two points, in the order in which it reaches it. [K2, L4] */
export function playPath(play: Play, tick: number, step: Step): void {
  const { draft } = play
  const due = play.funding.timesIn(step.start, step.end)
  const isDue = due.length > 0 || nextCooled(draft, step.start, step.end) !== undefined
  if (!isDue && !anyMayFire(play, step.from, step.to) && isQuiet(play, step.to) && isQuiet(play, step.from)) return
  const path = pathOf(play, tick, step)
  const breaches: KnownBreaches = new WeakMap()
  let after = START
  let paid = 0
  let cooled = step.start
  for (;;) {
    const funding = scheduled(step, due[paid], (moment) => fundPools(play, moment))
    const coolingEnd = nextCooled(draft, cooled, step.end)
    const cooling = scheduled(step, coolingEnd, (moment, at) => testCooled(path, moment, at))
    const next = earliest([funding, cooling, nextBreach(path, breaches, after), nextTrigger(path, after)])
    if (next === undefined) return
    if (next === funding) paid += 1
    if (next === cooling) cooled = coolingEnd ?? cooled
    after = next.at
    next.act(path.momentAt(after))
  }
}

/** Something that happens at a time of its own, wherever the marks are. */
function scheduled(step: Step, time: Millis | undefined, act: (moment: Moment, at: Fraction) => void): Next | undefined {
  if (time === undefined) return undefined
  const at = fraction(time - step.start, step.end - step.start)
  return { at, after: false, act: (moment) => act(moment, at) }
}

/** The pools whose cool-down is over now. [Q7] */
function testCooled(path: Path, moment: Moment, at: Fraction): void {
  const { draft } = path.play
  for (const pool of draft.account.pools.values()) {
    if (pool.cooling?.until === moment.at) testCooling(draft, passing(path, moment, at), pool)
  }
}

interface Reached {
  readonly at: Fraction
  /** The moment itself is still safe and any later one is not: what is reached at the moment comes before. [L4] */
  readonly after: boolean
}

interface Next extends Reached {
  act(moment: Moment): unknown
}

/** The earliest; the one named first among equals: funding, then liquidations, then orders. [K1] */
function earliest(candidates: readonly (Next | undefined)[]): Next | undefined {
  let first: Next | undefined
  for (const each of candidates) if (each !== undefined && isBefore(each, first)) first = each
  return first
}

function isBefore(a: Reached, b: Reached | undefined): boolean {
  if (b === undefined) return true
  const order = compareFractions(a.at, b.at)
  return order < 0 || (order === 0 && !a.after && b.after)
}

interface Path {
  readonly play: Play
  readonly step: Step
  readonly from: Marks
  readonly to: Marks
  /** The same as the liquidation test sees it. [K5] */
  readonly tested: { readonly from: Marks; readonly to: Marks }
  momentAt(at: Fraction): Moment
}

function pathOf(play: Play, tick: number, step: Step): Path {
  const from = marksFrom(play.tape, step.from)
  const to = marksFrom(play.tape, step.to)
  const { trigger } = play.draft.setting.rules.liquidation
  const tickSize = (key: string): Decimal => required(play.draft.setting.instruments.get(ofPriceKey(key).instrument), key).tickSize
  return {
    play,
    step,
    from,
    to,
    tested: { from: testMarks(from, trigger), to: testMarks(to, trigger) },
    momentAt(at) {
      const marks = new Map<string, Price>()
      for (const [key, start] of from) {
        marks.set(key, priceAt(start, markOf(to, key), at, { tick: tickSize(key), rounding: 'half-even' }))
      }
      return { tick, at: millisAt(step, at), marks }
    },
  }
}

/** The moment in whole milliseconds, rounded down. */
function millisAt(step: Step, at: Fraction): Millis {
  return step.start + wholeNumber(at, step.end - step.start)
}

/** When each pool fails, by the pool object: one that changed is a new object and is looked at again. */
type KnownBreaches = WeakMap<Pool, Reached | 'none'>

/** The pool that fails first. */
function nextBreach(path: Path, known: KnownBreaches, after: Fraction): Next | undefined {
  const { draft } = path.play
  let first: (Reached & { readonly pool: Pool }) | undefined
  for (const pool of draft.account.pools.values()) {
    if (pool.legs.length === 0) continue
    const breach = known.get(pool) ?? breachOf(path, pool, after)
    known.set(pool, breach)
    if (breach !== 'none' && isBefore(breach, first)) first = { ...breach, pool }
  }
  if (first === undefined) return undefined
  const { pool, ...reached } = first
  const reason = isWaiting(pool, draft.setting.rules) ? 'backstop' : 'test'
  return { ...reached, act: (moment) => liquidate(draft, passing(path, moment, reached.at), pool.id, reason) }
}

function breachOf(path: Path, pool: Pool, after: Fraction): Reached | 'none' {
  const { play, step } = path
  const { rules } = play.draft.setting
  // A pool that cools down is looked at by the backstop alone.
  if (isWaiting(pool, rules)) return reachedUnder(path, pool, { rules: backstopRules(rules), after })
  const isCovered = (): boolean => play.ranges.covers(pool, step.from) && play.ranges.covers(pool, step.to)
  if (isCovered()) return 'none'
  // A certificate for where the path ends costs less than the search, and mostly reaches back to where it begins.
  play.ranges.certify(play.draft.account, pool, path.to)
  if (isCovered()) return 'none'
  return reachedUnder(path, pool, { rules, after })
}

function reachedUnder(path: Path, pool: Pool, { rules, after }: { readonly rules: Rules; readonly after: Fraction }): Reached | 'none' {
  const backing = backingOf(path.play.draft.account, pool, { need: 'maintenance', rules })
  const at = firstBreach(backing, path.tested, { after, until: END })
  return at === undefined ? 'none' : { at, after: firstBreach(backing, path.tested, { after: at, until: at }) === undefined }
}

/** A liquidation on the way: each position closes at the price that triggers, rounded on the side that liquidates earlier. [M1] */
function passing(path: Path, moment: Moment, at: Fraction): Scene {
  const { draft } = path.play
  const { from, to } = path.tested
  return {
    moment: tested(draft, moment),
    untested: moment,
    jumped: false,
    closingPrice(position) {
      const { tickSize } = required(draft.setting.instruments.get(position.instrument), position.instrument)
      const rounding = position.qty.isNegative() ? 'down' : 'up'
      return priceAt(markOf(from, position.instrument), markOf(to, position.instrument), at, { tick: tickSize, rounding })
    },
    fails: (pool, rules) => firstBreach(backingOf(draft.account, pool, { need: 'maintenance', rules }), path.tested, { after: at, until: at }) !== undefined,
  }
}

function nextTrigger(path: Path, after: Fraction): Next | undefined {
  const { draft } = path.play
  let first: { at: Fraction; trigger: Trigger } | undefined
  for (const trigger of path.play.triggers()) {
    const way = { from: priceOf(path.from, trigger.instrument, trigger.by), to: priceOf(path.to, trigger.instrument, trigger.by) }
    const at = firingMoment(trigger, way, after)
    if (at !== undefined && (first === undefined || compareFractions(at, first.at) < 0)) first = { at, trigger }
  }
  if (first === undefined) return undefined
  const { at, trigger } = first
  return { at, after: false, act: (moment) => fire(draft, moment, trigger) }
}
