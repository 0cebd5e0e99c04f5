import { required } from '../result/result.ts'
import type { Decimal } from '../units/decimal.ts'
import { compareFractions, END, fraction, priceAt, START, wholeNumber, type Fraction } from '../units/fraction.ts'
import type { Price } from '../units/quantities.ts'
import type { Millis } from '../units/millis.ts'
import type { Tape } from '../tape/Tape.ts'
import { firstBreach, type Backing } from '../margin/firstBreach.ts'
import { isBreached, markOf, positionsIn, type Marks } from '../margin/poolMargin.ts'
import { ofPriceKey, priceOf, standingKey } from '../tape/priceKey.ts'
import { testMarks } from '../tape/testMarks.ts'
import type { Pool, PoolId } from '../ledger/Account.ts'
import type { Draft, Moment } from '../ledger/Draft.ts'
import type { PriceKind } from '../venues/Rules.ts'
import { liquidate, type Scene } from './liquidate.ts'
import { fundingTimes, payFunding } from './payFunding.ts'
import { mayReach, type SafeRanges } from './safeRange.ts'
import { marksFrom, type Step } from './steps.ts'
import { fire, firesAt, firingMoment, type Trigger } from './triggers.ts'

/** What playing a tick works on. */
export interface Play {
  readonly tape: Tape
  readonly draft: Draft
  readonly ranges: SafeRanges
  /** Where each price stands in a point, by price key. [K4] */
  readonly series: ReadonlyMap<string, number>
  /** The triggers of the draft's account as it stands. */
  triggers(): readonly Trigger[]
}

/** Plays one straight piece of the tape, or one jump. (design.md 3.1, 3.2) */
export function playStep(play: Play, tick: number, step: Step): void {
  if (step.type === 'path') playPath(play, tick, step)
  else playJump(play, tick, step)
}

/** Funding that falls before the jump's end is paid at the price before it; then everything is decided after it. [K3] */
function playJump(play: Play, tick: number, step: Step): void {
  const times = fundingTimes(play.draft.setting.rules.funding, step.start, step.end)
  for (const at of times.filter((time) => time < step.end)) {
    const moment = { tick, at, marks: marksFrom(play.tape, step.from) }
    fund(play, moment)
    settle(play, moment, { point: step.from, jumped: false })
  }
  if (isQuiet(play, step.to) && !times.includes(step.end) && !anyMayFire(play, step.to, step.to)) return
  const moment = { tick, at: step.end, marks: marksFrom(play.tape, step.to) }
  if (times.includes(step.end)) fund(play, moment)
  settle(play, moment, { point: step.to, jumped: true })
  for (const pool of play.draft.account.pools.values()) {
    if (pool.legs.length > 0 && !play.ranges.covers(pool, step.to)) play.ranges.certify(play.draft.account, pool, moment.marks)
  }
}

/** Funding is cash alone: what was known of a pool's safe range is known of it still. */
function fund(play: Play, moment: Moment): void {
  const before = [...play.draft.account.pools.values()]
  payFunding(play.draft, moment)
  for (const pool of before) {
    const after = play.draft.account.pools.get(pool.id)
    if (after !== undefined && after !== pool) play.ranges.carry(pool, after)
  }
}

/** A point at which the marks stand still, and whether they jumped to it. */
interface Standing {
  readonly point: Float64Array
  readonly jumped: boolean
}

/** Tests every pool and trigger at a standing point until nothing changes; liquidations first. [K1] */
export function settle(play: Play, moment: Moment, { point, jumped }: Standing): void {
  const { draft, ranges } = play
  const context = { marks: moment.marks, rules: draft.setting.rules }
  for (;;) {
    const seq = draft.account.seq
    for (const pool of draft.account.pools.values()) {
      if (pool.legs.length === 0 || ranges.covers(pool, point)) continue
      if (isBreached(draft.account, pool, context)) liquidate(draft, standing(draft, moment, jumped), pool.id)
    }
    const trigger = play.triggers().find((each) => firesAt(each, priceOf(moment.marks, each.instrument, each.by)))
    if (trigger !== undefined) fire(draft, moment, trigger)
    if (draft.account.seq === seq) return
  }
}

function standing(draft: Draft, at: Moment, jumped: boolean): Scene {
  const moment = tested(draft, at)
  return {
    moment,
    jumped,
    closingPrice: (position) => markOf(moment.marks, position.instrument),
    fails: (pool) => isBreached(draft.account, pool, { marks: moment.marks, rules: draft.setting.rules }),
  }
}

/** A liquidation looks at the prices that trigger it, and closes at them. [K5] */
function tested(draft: Draft, moment: Moment): Moment {
  return { ...moment, marks: testMarks(moment.marks, draft.setting.rules.liquidation.trigger) }
}

function isQuiet(play: Play, point: Float64Array): boolean {
  for (const pool of play.draft.account.pools.values()) {
    if (pool.legs.length > 0 && !play.ranges.covers(pool, point)) return false
  }
  return true
}

/** Whether any trigger could fire between two points: saves asking exactly. */
function anyMayFire(play: Play, from: Float64Array, to: Float64Array): boolean {
  return play.triggers().some((each) => mayReach(each, pointOf(play, from, each), pointOf(play, to, each)))
}

function pointOf(play: Play, point: Float64Array, { instrument, by }: { readonly instrument: string; readonly by: PriceKind }): number {
  return required(point[required(play.series.get(standingKey(play.series, instrument, by)), instrument)], instrument)
}

/** Everything the path reaches between two points, in the order in which it reaches it. [K2, L4] */
function playPath(play: Play, tick: number, step: Step): void {
  const { draft } = play
  const due = fundingTimes(draft.setting.rules.funding, step.start, step.end)
  if (due.length === 0 && !anyMayFire(play, step.from, step.to) && isQuiet(play, step.to) && isQuiet(play, step.from)) return
  const path = pathOf(play, tick, step)
  const breaches: KnownBreaches = new WeakMap()
  let after = START
  let paid = 0
  for (;;) {
    const time = due[paid]
    const funding: Next | undefined =
      time === undefined ? undefined : { at: fraction(time - step.start, step.end - step.start), after: false, act: (moment) => fund(play, moment) }
    const next = earliest([funding, nextBreach(path, breaches, after), nextTrigger(path, after)])
    if (next === undefined) return
    if (next === funding) paid += 1
    after = next.at
    next.act(path.momentAt(after))
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
  let first: (Reached & { readonly id: PoolId }) | undefined
  for (const pool of draft.account.pools.values()) {
    if (pool.legs.length === 0) continue
    const breach = known.get(pool) ?? breachOf(path, pool, after)
    known.set(pool, breach)
    if (breach !== 'none' && isBefore(breach, first)) first = { ...breach, id: pool.id }
  }
  if (first === undefined) return undefined
  const { id, ...reached } = first
  return { ...reached, act: (moment) => liquidate(draft, passing(path, moment, reached.at), id) }
}

function breachOf(path: Path, pool: Pool, after: Fraction): Reached | 'none' {
  const { play, step } = path
  const isCovered = (): boolean => play.ranges.covers(pool, step.from) && play.ranges.covers(pool, step.to)
  if (isCovered()) return 'none'
  // A certificate for where the path ends costs less than the search, and mostly reaches back to where it begins.
  play.ranges.certify(play.draft.account, pool, path.to)
  if (isCovered()) return 'none'
  const backing = backingOf(play, pool)
  const at = firstBreach(backing, path.tested, { after, until: END })
  return at === undefined ? 'none' : { at, after: firstBreach(backing, path.tested, { after: at, until: at }) === undefined }
}

function backingOf(play: Play, pool: Pool): Backing {
  return { cash: pool.cash, positions: positionsIn(play.draft.account, pool), need: 'maintenance', rules: play.draft.setting.rules }
}

/** A liquidation on the way: each position closes at the price that triggers, rounded on the side that liquidates earlier. [M1] */
function passing(path: Path, moment: Moment, at: Fraction): Scene {
  const { draft } = path.play
  const { from, to } = path.tested
  return {
    moment: tested(draft, moment),
    jumped: false,
    closingPrice(position) {
      const { tickSize } = required(draft.setting.instruments.get(position.instrument), position.instrument)
      const rounding = position.qty.isNegative() ? 'down' : 'up'
      return priceAt(markOf(from, position.instrument), markOf(to, position.instrument), at, { tick: tickSize, rounding })
    },
    fails: (pool) => firstBreach(backingOf(path.play, pool), path.tested, { after: at, until: at }) !== undefined,
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
