import { Decimal } from '../units/decimal.ts'
import type { CalculatorAnswer, Domain, NoAnswer } from './Calculator.ts'
import { isFigure, isKept, isThere, middle, narrow, onGrid, snapped, type Bracket, type Place, type Searched } from './gridSearch.ts'
import { keptSide, type WantedResult } from './keptSide.ts'

/** What an input is to be found from. */
export interface Inversion extends WantedResult {
  /** The result `inverse.from` with the input in place. */
  readonly at: (x: Decimal) => CalculatorAnswer
}

type None = { readonly type: 'none' } & NoAnswer

/** Between the ends of a domain so many halvings in proportion are looked at: 2^4 - 1 places. */
const HALVINGS = 4

/**
 * The input on its grid whose result is what is wanted: of two neighbours between which the result passes it, the one on
 * the side that is kept. [A1] First where algebra says, then where the result may bend and an even number of other places,
 * so that a second root is seen; between two places that differ it is bracketed down to one step. Every answer is one that
 * `forward` gave.
 */
export function invert(question: Inversion): CalculatorAnswer {
  const { inverse, values, scene, wanted } = question
  const domain = onGrid(inverse.domain(values, scene, wanted))
  if (domain.low.gt(domain.high)) return { type: 'none', reason: 'no-root' }
  const search = searched(question, domain)
  const first = search.at(domain.low).answer
  if (first.type === 'none' && first.reason === 'missing') return first
  const guess = inverse.guess?.(wanted, values, scene)
  const bends = inverse.bends?.(values, scene, wanted) ?? []
  const likely = [domain.low, domain.high, ...(guess === undefined ? [] : aroundGuess(search, guess)), ...bends.flatMap((at) => [at, at.plus(domain.step)])]
  const [quick] = inverse.isMonotone === true ? rootsAmong(search, withBorders(search, inOrder(search, likely), isThere)) : []
  if (quick !== undefined) return { type: 'value', value: quick.x }
  const places = inOrder(search, [...likely, ...spread(domain)])
  // A figure may rise to what is wanted just before it ends: a short that is liquidated at once lies below, not above.
  const roots = rootsAmong(search, withBorders(search, withBorders(search, places, isThere), isFigure))
  const root = closest(roots, guess)
  // What goes one way passes what is wanted once; more crossings are those of the quantum, and one is as good as another.
  if (roots.length > 1 && inverse.isMonotone !== true) return { type: 'none', reason: 'two-roots', roots: roots.map(({ x }) => x) }
  if (root === undefined) return whyNone(withBorders(search, places, isFigure), wanted)
  return hasEffect(places) ? { type: 'value', value: root.x } : { type: 'none', reason: 'no-effect' }
}

function closest(roots: readonly Place[], guess: Decimal | undefined): Place | undefined {
  if (guess === undefined) return roots[0]
  return roots.toSorted((a, b) => a.x.minus(guess).abs().cmp(b.x.minus(guess).abs()))[0]
}

function searched(question: Inversion, domain: Domain): Searched {
  const { wanted, at: forward } = question
  const known = new Map<string, Place>()
  const sideOf = keptSide(question)
  return {
    domain,
    wanted,
    at(x) {
      const key = x.toFixed()
      const before = known.get(key)
      if (before !== undefined) return before
      const answer = forward(x)
      const place: Place = { x, answer, keeps: sideOf(answer), value: answer.type === 'value' ? answer.value : undefined }
      known.set(key, place)
      return place
    },
  }
}

/** The neighbours of a guess, and a little further while they do not differ: a result is rounded to its tick. */
function aroundGuess(search: Searched, guess: Decimal): readonly Decimal[] {
  const { step } = search.domain
  const down = snapped(guess, search.domain)
  const found: Decimal[] = [down]
  for (let reach = step; found.length < 9; reach = reach.times(4)) {
    const pair = [snapped(down.minus(reach), search.domain), snapped(down.plus(reach), search.domain)]
    found.push(...pair)
    const sides = new Set([down, ...pair].map((x) => search.at(x).keeps))
    if (sides.size > 1) break
  }
  return found
}

/** The middle, and places that are evenly spread in proportion. */
function spread(domain: Domain): readonly Decimal[] {
  const { low, high } = domain
  const between = (from: Decimal, to: Decimal, halvings: number): readonly Decimal[] => {
    if (halvings === 0 || to.minus(from).lte(domain.step)) return []
    const at = middle(from, to, domain)
    return [...between(from, at, halvings - 1), at, ...between(at, to, halvings - 1)]
  }
  return [...between(low, high, HALVINGS), low.plus(high).div(2)]
}

function inOrder(search: Searched, tried: readonly Decimal[]): readonly Place[] {
  const unique = new Map(tried.map((x) => snapped(x, search.domain)).map((x) => [x.toFixed(), x]))
  return [...unique.values()].toSorted((a, b) => a.cmp(b)).map((x) => search.at(x))
}

/** The places at which the result passes what is wanted, or meets it where it ends. */
function rootsAmong(search: Searched, shown: readonly Place[]): readonly Place[] {
  const { wanted } = search
  const found = new Map<string, Place>()
  const hit = (place: Place | undefined): boolean => place?.value?.eq(wanted) === true
  for (const [i, low] of shown.entries()) {
    const high = shown[i + 1]
    if (high === undefined || isKept(low) === isKept(high)) continue
    const ends = narrow(search, { low, high }, isKept)
    const root = passing(ends, hit)
    if (root !== undefined) found.set(root.x.toFixed(), root)
  }
  // Where the result only touches what is wanted at an end of what can be asked for, nothing passes it.
  if (found.size === 0) {
    const touching = shown.find((place, i) => hit(place) && (i === 0 || i === shown.length - 1 || shown[i - 1]?.keeps === undefined || shown[i + 1]?.keeps === undefined))
    if (touching !== undefined) found.set('', touching)
  }
  return [...found.values()]
}

/** Of two neighbours the kept one: where the other has no figure to compare only if it is exactly what is wanted. */
function passing({ low, high }: Bracket, hit: (place: Place) => boolean): Place | undefined {
  const [kept, other] = isKept(low) ? [low, high] : [high, low]
  if (kept.value === undefined) return undefined
  return (isThere(other) && isFigure(other)) || hit(kept) ? kept : undefined
}

/** Between a place where the figure exists and one where it does not, the last of each: a root may stand before the border. */
function withBorders(search: Searched, places: readonly Place[], state: (place: Place) => boolean): readonly Place[] {
  return places.flatMap((low, i) => {
    const high = places[i + 1]
    if (high === undefined || state(low) === state(high)) return [low]
    const border = narrow(search, { low, high }, state)
    return [low, border.low, border.high].filter((place, k, all) => all.findIndex((other) => other.x.eq(place.x)) === k && !place.x.eq(high.x))
  })
}

/** Whether the figure differs anywhere; where it does not exist for a reason of its own it does. */
function hasEffect(places: readonly Place[]): boolean {
  const values = places.flatMap(({ value }) => (value === undefined ? [] : [value]))
  const [first] = values
  const isElsewhereNone = places.some(({ answer }) => answer.type === 'none' && answer.reason === 'none')
  return isElsewhereNone || values.length < 2 || values.some((value) => first === undefined || !value.eq(first))
}

/** Why nothing was found: nothing to find, no effect, or how far it goes. */
function whyNone(places: readonly Place[], wanted: Decimal): None {
  const there = places.flatMap(({ value }, i) => (value === undefined ? [] : [{ value, i }]))
  const outside = places.flatMap(({ answer }, i) => (answer.type === 'none' && answer.reason === 'outside-tier-table' ? [{ answer, i }] : []))
  if (there.length === 0) return nothingThere(places)
  if (!hasEffect(places)) return { type: 'none', reason: 'no-effect' }
  const nearest = there.reduce((best, each) => (each.value.minus(wanted).abs().lt(best.value.minus(wanted).abs()) ? each : best))
  const beyond = outside.find(({ i }) => Math.abs(i - nearest.i) === 1)
  if (beyond !== undefined) return beyond.answer
  const values = there.map(({ value }) => value)
  return { type: 'none', reason: 'no-root', nearest: { low: Decimal.min(...values), high: Decimal.max(...values) } }
}

function nothingThere(places: readonly Place[]): None {
  const answers = places.flatMap(({ answer }) => (answer.type === 'none' ? [answer] : []))
  return answers.find(({ reason }) => reason === 'none') ?? answers[0] ?? { type: 'none', reason: 'no-root' }
}
