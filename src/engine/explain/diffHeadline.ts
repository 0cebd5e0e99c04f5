import { Decimal } from '../units/decimal.ts'
import type { LegId } from '../ledger/Account.ts'
import type { Millis } from '../units/millis.ts'
import type { Death, LegFate, Playthrough } from './playthrough.ts'

/** What becomes of the first death from one outcome to another. */
export type DeathMove =
  /** Nobody dies in either. */
  | { readonly type: 'none' }
  | { readonly type: 'same' }
  /** The same position, later by so much (earlier: negative), at a price higher by so much. */
  | { readonly type: 'moved'; readonly millis: Millis; readonly price: Decimal }
  | { readonly type: 'other-leg'; readonly millis: Millis }
  /** Somebody dies only in the second, only in the first. */
  | { readonly type: 'appears' }
  | { readonly type: 'averted' }

/** What two sets of rules come to, in one sentence's worth of data. */
export interface RuleDiffHeadline {
  readonly move: DeathMove
  /** What the outcomes differ in first: who dies first, which orders were taken, another position's fate, money alone, nothing. */
  readonly about: 'first-death' | 'orders' | 'fate' | 'money' | 'nothing'
  /** The position it is about. */
  readonly leg: LegId | undefined
  /** The change that makes most of it. */
  readonly main: MainChange | undefined
  /** The same for how many positions are liquidated; absent where as many are. */
  readonly count: MainChange | undefined
}

export interface MainChange {
  readonly path: string
  /**
   * Its part of the whole difference: the mean of what it moves alone, under the first set, and of what the second set
   * does not move without it. 1: all of it. A measure for words; half-even at the engine's precision. [R2]
   */
  readonly share: Decimal
}

export interface TriedChange {
  readonly path: string
  /** The first set with this one change. */
  readonly alone: Playthrough
  /** The second set without it. */
  readonly without: Playthrough
}

export function deathMove(from: Playthrough, to: Playthrough): DeathMove {
  const [before, after] = [from.deaths[0], to.deaths[0]]
  if (before === undefined) return { type: after === undefined ? 'none' : 'appears' }
  if (after === undefined) return { type: 'averted' }
  const millis = after.at - before.at
  if (before.leg !== after.leg) return { type: 'other-leg', millis }
  return millis === 0 && after.price.eq(before.price) ? { type: 'same' } : { type: 'moved', millis, price: after.price.minus(before.price) }
}

/** The headline of two outcomes and of every change tried between them. @param end  the last moment of the tape */
export function diffHeadline({ before, after, tried, end }: { readonly before: Playthrough; readonly after: Playthrough; readonly tried: readonly TriedChange[]; readonly end: Millis }): RuleDiffHeadline {
  const move = deathMove(before, after)
  const { about, leg } = subjectOf(move, before, after)
  if (about === 'nothing') return { move, about, leg, main: undefined, count: undefined }
  const plays = [before, after, ...tried.flatMap(({ alone, without }) => [alone, without])]
  const main = mainBy(measureOf({ about, leg, before, after, plays, end }), { before, after, tried })
  const count = before.deaths.length === after.deaths.length ? undefined : mainBy(({ deaths }) => new Decimal(deaths.length), { before, after, tried })
  return { move, about, leg, main, count }
}

/** The change that takes an outcome furthest on the way from the first to the second, as a measure has it. */
function mainBy(measure: (play: Playthrough) => Decimal, { before, after, tried }: { readonly before: Playthrough; readonly after: Playthrough; readonly tried: readonly TriedChange[] }): MainChange | undefined {
  const whole = measure(after).minus(measure(before)).times(2)
  const shares = tried.map(({ path, alone, without }) => ({
    path,
    share: measure(alone).minus(measure(before)).plus(measure(after)).minus(measure(without)).div(whole),
  }))
  return shares.reduce<MainChange | undefined>((best, each) => (each.share.lte(best?.share ?? 0) ? best : each), undefined)
}

function subjectOf(move: DeathMove, before: Playthrough, after: Playthrough): Pick<RuleDiffHeadline, 'about' | 'leg'> {
  if (move.type !== 'same' && move.type !== 'none') return { about: 'first-death', leg: before.deaths[0]?.leg ?? after.deaths[0]?.leg }
  const differing = (key: (fate: LegFate) => string): LegId | undefined =>
    before.fates.find((fate) => key(fate) !== key(fateOf(after, fate.leg) ?? fate))?.leg
  const ordered = differing((fate) => String(fate.outcome === 'refused'))
  if (ordered !== undefined) return { about: 'orders', leg: ordered }
  const fated = differing(fateKey)
  if (fated !== undefined) return { about: 'fate', leg: fated }
  return { about: before.equity.eq(after.equity) ? 'nothing' : 'money', leg: undefined }
}

interface Question extends Pick<RuleDiffHeadline, 'about' | 'leg'> {
  readonly before: Playthrough
  readonly after: Playthrough
  readonly plays: readonly Playthrough[]
  readonly end: Millis
}

/** How far an outcome is on the way from the first to the second: by price, else by time, else by whether it is the one or the other. */
function measureOf({ about, leg, before, after, plays, end }: Question): (play: Playthrough) => Decimal {
  if (about === 'money') return (play) => play.equity
  const deathOf = (play: Playthrough): Death | undefined => (about === 'first-death' ? play.deaths[0] : fateOf(play, leg)?.death)
  if (about !== 'orders') {
    const [from, to] = [deathOf(before), deathOf(after)]
    const isOneLeg = plays.every((play) => deathOf(play)?.leg === leg)
    if (isOneLeg && from !== undefined && to !== undefined && !from.price.eq(to.price)) return (play) => deathOf(play)?.price ?? from.price
    // Who lives to the end of the tape has not died before.
    const timeOf = (play: Playthrough): Decimal => new Decimal(deathOf(play)?.at ?? end)
    if (!timeOf(before).eq(timeOf(after))) return timeOf
  }
  const keyOf = (play: Playthrough): string => {
    const fate = about === 'first-death' ? undefined : fateOf(play, leg)
    return fate === undefined ? (deathOf(play)?.leg ?? '') : fateKey(fate)
  }
  return (play) => new Decimal(keyOf(play) === keyOf(after) ? 1 : keyOf(play) === keyOf(before) ? 0 : '0.5')
}

function fateOf({ fates }: Playthrough, leg: LegId | undefined): LegFate | undefined {
  return fates.find((fate) => fate.leg === leg)
}

/** Equal for fates in which a position ends alike, at the same moments. */
export function fateKey({ leg, outcome, parts, death }: LegFate): string {
  return JSON.stringify([leg, outcome, parts, death?.at, death?.price])
}
