import type { Decimal } from '../units/decimal.ts'
import type { Beyond, Domain } from './Calculator.ts'
import { isKept, narrow, onGrid, snapped, type Place } from './gridSearch.ts'

/** A value that is tried: whether it is kept, and a figure that passes zero where it stops being so, if there is one. */
export interface Tried {
  readonly keeps: boolean
  readonly spare?: Decimal | undefined
}

/** The largest value of a domain that is kept, where every smaller one is as well; undefined where none is. */
export function lastKept(wide: Domain, tryOut: (x: Decimal) => Tried, guess?: Decimal): Decimal | undefined {
  const domain = onGrid(wide)
  if (domain.low.gt(domain.high)) return undefined
  const at = (x: Decimal): Place => {
    const { keeps, spare } = tryOut(x)
    return { x, keeps, value: spare, answer: { type: 'word', word: 'tried' } }
  }
  let low = at(domain.low)
  if (!isKept(low)) return undefined
  let high = at(domain.high)
  if (isKept(high)) return domain.high
  for (const x of guess === undefined ? [] : [snapped(guess, domain), snapped(guess, domain).plus(domain.step), snapped(guess, domain).minus(domain.step)]) {
    if (x.lte(low.x) || x.gte(high.x)) continue
    const place = at(x)
    if (isKept(place)) low = place
    else high = place
  }
  return narrow({ domain, wanted: domain.step.times(0), at }, { low, high }, isKept).low.x
}

/** A size that is less than one step is below every size. */
export function tooSmall(why: string): Beyond | undefined {
  return why === 'below-step' ? 'below' : undefined
}
