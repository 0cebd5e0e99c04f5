import type { NoLiquidationReason } from '../margin/LiquidationPrice.ts'
import { required } from '../result/result.ts'
import { Decimal } from '../units/decimal.ts'
import { asPrice, asQuote, posted, ZERO, type Price } from '../units/quantities.ts'
import type { ChainCause, ChainMoment, ChainPhase, ChainShare, ChainStep } from './LiquidationChain.ts'

/** A liquidation price as it is told: to the quantum. */
export function told(root: Decimal): Price {
  return asPrice(posted(root))
}

/** One part of a change, in the order in which the parts are told. */
export interface ChainPart {
  readonly cause: ChainCause
  readonly surplus: Decimal | undefined
  readonly price: Decimal
  readonly count: number
}

export interface Phases {
  /** Goes on to the next price; `parts` sum to the difference exactly. None where there is no liquidation price. */
  go(moment: ChainMoment, next: Price | NoLiquidationReason, parts: readonly ChainPart[]): void
  /** The phases so far, the last one up to a moment. */
  end(moment: ChainMoment): readonly ChainPhase[]
}

/** More changes than this between two fills or edits are told summed up, one for each cause. */
const MOST_SINGLE = 24

export function openPhases(start: ChainMoment, first: Price | NoLiquidationReason): Phases {
  const done: ChainPhase[] = []
  let from = start
  let now = first
  let before: Decimal = typeof first === 'string' ? ZERO : first
  let steps: ChainStep[] = []
  const close = (to: ChainMoment): void => {
    if (typeof now === 'string') done.push({ type: 'none', from, to, reason: now })
    else done.push({ type: 'price', from, to, before: asPrice(before), after: now, shares: sharesOf(steps), steps: summedUp(steps, asPrice(before)) })
  }
  return {
    go(moment, next, parts) {
      if (typeof now === 'string' || typeof next === 'string') {
        if (now === next) return
        close(moment)
        from = moment
        before = typeof next === 'string' ? ZERO : next
        steps = []
      } else steps.push(...stepsOf(parts, moment, now))
      now = next
    },
    end(moment) {
      close(moment)
      return done
    },
  }
}

function stepsOf(parts: readonly ChainPart[], moment: ChainMoment, start: Price): readonly ChainStep[] {
  let at: Decimal = start
  return parts.flatMap(({ cause, surplus, price, count }) => {
    if (price.isZero() && (surplus === undefined || surplus.isZero())) return []
    const before = asPrice(at)
    at = at.plus(price)
    return [{ cause, surplus: surplus === undefined ? undefined : posted(surplus), price: asPrice(price), ...moment, before, after: asPrice(at), count }]
  })
}

function keyOf({ cause }: ChainShare): string {
  return JSON.stringify(cause)
}

/** The parts of each cause together, the largest first. */
function sharesOf(steps: readonly ChainStep[]): readonly ChainShare[] {
  const sums = new Map<string, ChainShare>()
  for (const step of steps) {
    const { cause, surplus, price } = step
    const sum = sums.get(keyOf(step))
    sums.set(keyOf(step), sum === undefined ? { cause, surplus, price } : {
      cause,
      surplus: sum.surplus === undefined || surplus === undefined ? undefined : asQuote(sum.surplus.plus(surplus)),
      price: asPrice(sum.price.plus(price)),
    })
  }
  return [...sums.values()].sort((a, b) => b.price.abs().cmp(a.price.abs()))
}

/** Causes that go on by themselves: there may be thousands between two things that somebody did. */
const QUIET: ReadonlySet<ChainCause['type']> = new Set(['price', 'tier', 'funding', 'exit-cost'])

/** Long stretches of quiet steps summed up, in the order of the first of each cause. */
function summedUp(steps: readonly ChainStep[], start: Price): readonly ChainStep[] {
  const all: ChainStep[] = []
  for (let i = 0; i < steps.length; ) {
    const isQuiet = QUIET.has(required(steps[i], 'a step').cause.type)
    let end = i
    while (end < steps.length && QUIET.has(required(steps[end], 'a step').cause.type) === isQuiet) end += 1
    const run = steps.slice(i, end)
    all.push(...(isQuiet && run.length > MOST_SINGLE ? byCause(run) : run))
    i = end
  }
  let at: Decimal = start
  return all.map((step) => {
    const before = asPrice(at)
    at = at.plus(step.price)
    return { ...step, before, after: asPrice(at) }
  })
}

function byCause(steps: readonly ChainStep[]): readonly ChainStep[] {
  const sums = new Map<string, ChainStep>()
  for (const step of steps) {
    const sum = sums.get(keyOf(step))
    sums.set(keyOf(step), sum === undefined ? step : {
      ...step,
      surplus: asQuote((sum.surplus ?? ZERO).plus(step.surplus ?? ZERO)),
      price: asPrice(sum.price.plus(step.price)),
      count: sum.count + step.count,
    })
  }
  return [...sums.values()]
}

/** A way divided in proportion: each part is its surplus x `perSurplus`, to the quantum; the largest takes what is left. */
export function divided(way: Decimal, changes: readonly Omit<ChainPart, 'price'>[], perSurplus: Decimal): readonly ChainPart[] {
  const parts = changes.map((change) => ({ ...change, price: posted(required(change.surplus, 'a surplus').times(perSurplus)) as Decimal }))
  const largest = parts.reduce<(typeof parts)[number] | undefined>((most, part) => (most === undefined || part.price.abs().gt(most.price.abs()) ? part : most), undefined)
  if (largest !== undefined) largest.price = largest.price.plus(way.minus(parts.reduce((sum, part) => sum.plus(part.price), new Decimal(0))))
  return parts
}
