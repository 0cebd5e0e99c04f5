import { Decimal, roundToStep } from '../units/decimal.ts'
import type { CalculatorAnswer, Domain } from './Calculator.ts'

/** A value of the input that was tried. */
export interface Place {
  readonly x: Decimal
  readonly answer: CalculatorAnswer
  /** Whether the figure is on the side that is kept of what is wanted; undefined where it does not exist. */
  readonly keeps: boolean | undefined
  /** The figure, where it is a number. */
  readonly value: Decimal | undefined
}

/** The function that is searched: tried values are remembered. */
export interface Searched {
  readonly domain: Domain
  readonly wanted: Decimal
  at(x: Decimal): Place
}

/** Two neighbours of the grid that differ. */
export interface Bracket {
  readonly low: Place
  readonly high: Place
}

type State = (place: Place) => boolean

/** Whether the figure is kept; does not look further where it does not exist. */
export const isKept: State = (place) => place.keeps === true
/** Whether the figure exists, or lies beyond every number on a known side. */
export const isThere: State = (place) => place.keeps !== undefined

/** Whether the figure is a number. */
export const isFigure: State = (place) => place.value !== undefined

/** The ends of a domain on its own grid. */
export function onGrid({ low, high, step }: Domain): Domain {
  return { low: roundToStep(low, step, 'up'), high: roundToStep(high, step, 'down'), step }
}

/** A value on the grid, at or below, inside the domain. */
export function snapped(x: Decimal, { low, high, step }: Domain): Decimal {
  const down = roundToStep(x, step, 'down')
  return down.lt(low) ? low : down.gt(high) ? high : down
}

/** Past so many rounds only halves are taken: a figure may bend as it likes, and the search still ends. */
const CLEVER_ROUNDS = 24

/**
 * Narrows two places of different state to neighbours on the grid. In turn: the secant through both, a short reach from
 * the end that moved last towards the other, the middle. All values are exact multiples of the step.
 */
export function narrow(search: Searched, ends: Bracket, state: State): Bracket {
  const { step } = search.domain
  let { low, high } = ends
  let moved: 'low' | 'high' = 'low'
  let reach = step
  for (let round = 0; high.x.minus(low.x).gt(step); round += 1) {
    const turn = round < CLEVER_ROUNDS ? round % 3 : 2
    const guess = turn === 0 ? secant(low, high, search.wanted) : turn === 1 ? (moved === 'low' ? low.x.plus(reach) : high.x.minus(reach)) : undefined
    if (turn === 1) reach = reach.times(8)
    const place = search.at(inside(guess ?? middle(low.x, high.x, search.domain), low.x, high.x, search.domain))
    moved = state(place) === state(low) ? 'low' : 'high'
    if (moved === 'low') low = place
    else high = place
  }
  return { low, high }
}

/** A value strictly between two on the grid that are not neighbours. */
function inside(x: Decimal, low: Decimal, high: Decimal, { step }: Domain): Decimal {
  const down = roundToStep(x, step, 'down')
  const first = low.plus(step)
  const last = high.minus(step)
  return down.lt(first) ? first : down.gt(last) ? last : down
}

function secant(low: Place, high: Place, wanted: Decimal): Decimal | undefined {
  if (low.value === undefined || high.value === undefined || low.value.eq(high.value)) return undefined
  return low.x.plus(wanted.minus(low.value).times(high.x.minus(low.x)).div(high.value.minus(low.value)))
}

/** Half way; where the ends are far apart in proportion, half way in proportion. */
export function middle(low: Decimal, high: Decimal, { low: origin, step }: Domain): Decimal {
  const near = Decimal.max(step, low.minus(origin))
  const far = high.minus(origin)
  if (far.lte(near.times(16))) return low.plus(high).div(2)
  return origin.plus(near.times(far).toSignificantDigits(20).sqrt())
}
