import { Decimal, WideDecimal } from '../units/decimal.ts'
import { compareFractions, fraction, signAt, type Fraction } from '../units/fraction.ts'
import { required } from '../result/result.ts'
import type { Position } from '../ledger/Account.ts'
import type { Rules } from '../venues/Rules.ts'
import { markOf, type Marks } from './poolMargin.ts'
import { tierAt, tiersOf } from './requirement.ts'
import { asQuote } from '../units/quantities.ts'

/** What stands behind one wall, and what the wall must hold. */
export interface Backing {
  readonly cash: Decimal
  readonly positions: readonly Position[]
  /** `maintenance`: the rules' liquidation test. `nothing`: equity reaches zero (bankruptcy). */
  readonly need: 'maintenance' | 'nothing'
  readonly rules: Rules
}

/** Marks move linearly from `from` (moment 0) to `to` (moment 1) and on along the same line. */
export interface Ray {
  readonly from: Marks
  readonly to: Marks
}

/** Search after one moment up to another (included); no end means the whole ray. */
export interface Span {
  readonly after: Fraction
  readonly until: Fraction | undefined
}

/**
 * The first moment at which the pool's equity no longer covers its requirement.                        [M1]
 *
 * Along the ray each position's PnL is linear and its requirement is linear between the moments where its notional
 * passes a tier boundary or its price passes zero. So equity less requirement g is linear on each piece, and
 *   g(s) = a + b s,   a = cash + sum(q P0 - e) - sum(m |N0| - c) - exit,   b = its change over the ray,
 * has its zero at s = -a/b. The pieces are walked outward; the first one that ends at or below zero holds the root.
 * Requirements that jump at a boundary are found at the boundary. Nothing is divided before it is compared. [L4]
 *
 * @returns the moment, `span.after` itself when the test fails there already, or undefined
 */
export function firstBreach(backing: Backing, ray: Ray, span: Span): Fraction | undefined {
  const legs = backing.positions.map((position) => legOnRay(position, ray))
  const strict = backing.rules.comparison === 'below' && backing.need === 'maintenance'
  const hit = (sign: number): boolean => (strict ? sign < 0 : sign <= 0)
  const surplus = openSurplus(legs, backing)
  let start = span.after
  let turned: Turn['legs'] = legs
  for (const turn of [...turns(legs, backing, span), undefined]) {
    const end = turn?.at ?? span.until
    const line = surplus.lineAfter(turned, inside(start, end))
    if (hit(signAt(line.at0, line.at1, start))) return start
    if (end === undefined) return line.at1.lt(line.at0) ? crossing(line) : undefined
    if (hit(signAt(line.at0, line.at1, end))) return crossing(line)
    start = end
    turned = turn?.legs ?? []
  }
  return undefined
}

interface Leg {
  readonly position: Position
  readonly from: Decimal
  readonly step: Decimal
  readonly size: Decimal
}

function legOnRay(position: Position, ray: Ray): Leg {
  const from = markOf(ray.from, position.instrument)
  return {
    position,
    from,
    step: markOf(ray.to, position.instrument).minus(from),
    size: position.qty.abs(),
  }
}

/** A moment at which the requirement of some legs changes its slope; that of all others goes straight on. */
interface Turn {
  readonly at: Fraction
  readonly legs: readonly Leg[]
}

/** The turns inside the span, ascending, each moment once. */
function turns(legs: readonly Leg[], backing: Backing, span: Span): readonly Turn[] {
  if (backing.need === 'nothing' || (backing.rules.maintenanceOn === 'entry' && backing.rules.exitCost.rate.isZero())) return []
  const found: { readonly at: Fraction; readonly legs: Leg[] }[] = []
  for (const leg of legs) {
    if (leg.step.isZero()) continue
    for (const { amount, rate } of boundaries(leg, backing.rules)) {
      const at = fraction(new WideDecimal(amount).minus(leg.size.times(leg.from).times(rate)), leg.size.times(leg.step).times(rate))
      const early = compareFractions(at, span.after) <= 0
      const late = span.until !== undefined && compareFractions(at, span.until) >= 0
      if (!early && !late) found.push({ at, legs: [leg] })
    }
  }
  const merged: typeof found = []
  for (const turn of found.sort((a, b) => compareFractions(a.at, b.at))) {
    const before = merged.at(-1)
    if (before !== undefined && compareFractions(before.at, turn.at) === 0) before.legs.push(...turn.legs)
    else merged.push(turn)
  }
  return merged
}

/**
 * Signed notionals amount / rate at which a leg's requirement changes slope: zero, the floors of the tiers, and c / m
 * where a tier that begins below it would ask for less than nothing.
 */
function boundaries(leg: Leg, rules: Rules): readonly { readonly amount: Decimal; readonly rate: Decimal }[] {
  const one = new Decimal(1)
  const found = [{ amount: new Decimal(0), rate: one }]
  if (rules.maintenanceOn === 'entry') return found
  for (const { floor, maintenanceAmount: amount, maintenanceRate: rate } of tiersOf(rules, leg.position.instrument)) {
    if (!floor.isZero()) found.push({ amount: floor, rate: one }, { amount: floor.neg(), rate: one })
    if (floor.times(rate).lt(amount) && !rate.isZero()) found.push({ amount, rate }, { amount: amount.neg(), rate })
  }
  return found
}

/** A moment strictly between two, or shortly after the first when there is no second. */
function inside(start: Fraction, end: Fraction | undefined): Fraction {
  if (end === undefined) return fraction(start.num.plus(start.den), start.den)
  return fraction(start.num.times(end.den).plus(end.num.times(start.den)), start.den.times(end.den).times(2))
}

interface Line {
  readonly at0: Decimal
  readonly at1: Decimal
}

interface Surplus {
  /** Equity less requirement on the piece around `moment`, which begins with a turn of these legs; continued to moments 0 and 1. Exact. */
  lineAfter(turned: Turn['legs'], moment: Fraction): Line
}

/** Keeps the sum over the legs from piece to piece: at a turn only the legs that turn are worked out anew. */
function openSurplus(legs: readonly Leg[], backing: Backing): Surplus {
  const needs = new Map<Leg, { readonly at0: Decimal; readonly slope: Decimal }>()
  let at0 = new WideDecimal(backing.cash)
  let slope = new WideDecimal(0)
  for (const leg of legs) {
    at0 = at0.plus(leg.position.qty.times(leg.from)).minus(leg.position.entryNotional)
    slope = slope.plus(leg.position.qty.times(leg.step))
  }
  return {
    lineAfter(turned, moment) {
      for (const leg of backing.need === 'nothing' ? [] : turned) {
        const before = needs.get(leg)
        const need = requirementLine(leg, backing.rules, moment)
        needs.set(leg, need)
        at0 = at0.minus(need.at0).plus(before?.at0 ?? 0)
        slope = slope.minus(need.slope).plus(before?.slope ?? 0)
      }
      return { at0, at1: at0.plus(slope) }
    },
  }
}

/** One leg's requirement and exit cost as a line in the moment, valid on the piece around it. */
function requirementLine(leg: Leg, rules: Rules, moment: Fraction): { at0: Decimal; slope: Decimal } {
  const sign = signAt(leg.from, leg.from.plus(leg.step), moment) < 0 ? -1 : 1
  const value0 = new WideDecimal(leg.size.times(leg.from).times(sign))
  const valueStep = new WideDecimal(leg.size.times(leg.step).times(sign))
  const table = tiersOf(rules, leg.position.instrument)
  const exit = rules.exitCost.rate
  if (rules.maintenanceOn === 'entry') {
    const base = asQuote(leg.position.entryNotional.abs())
    const tier = tierAt(table, base)
    const fixed = Decimal.max(0, base.times(tier.maintenanceRate).minus(tier.maintenanceAmount))
    return { at0: value0.times(exit).plus(fixed), slope: valueStep.times(exit) }
  }
  const tier = required(
    table.find((each) => {
      if (each.cap === undefined) return true
      // N(moment) <= cap  <=>  the sign of N - cap is not positive
      return signAt(value0.minus(each.cap), value0.plus(valueStep).minus(each.cap), moment) <= 0
    }),
    'a tier',
  )
  const at0 = value0.times(tier.maintenanceRate).minus(tier.maintenanceAmount)
  const slope = valueStep.times(tier.maintenanceRate)
  const exempt = signAt(at0, at0.plus(slope), moment) < 0
  return { at0: (exempt ? value0.times(0) : at0).plus(value0.times(exit)), slope: (exempt ? value0.times(0) : slope).plus(valueStep.times(exit)) }
}

function crossing(line: Line): Fraction {
  return fraction(line.at0.neg(), line.at1.minus(line.at0))
}
