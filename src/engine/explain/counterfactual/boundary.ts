import { Decimal } from '../../units/decimal.ts'
import type { Trial } from './trial.ts'

/** Values on a grid, from one that does not hold toward where it holds: n steps are n x step along `toward`. */
export interface Grid {
  /** Does not hold. */
  readonly bad: Decimal
  /** The grid, signed toward what holds. */
  readonly step: Decimal
  /** The last value that may be tried. */
  readonly limit: Decimal
  /** Where the boundary is thought to be. */
  readonly hint: Decimal
  try(value: Decimal): Generator<number, Trial>
  /** Of a value that holds: where the boundary is thought to be now that its outcome is known. */
  refine?(value: Decimal, trial: Trial): Generator<number, Decimal | undefined>
}

/** A guess from an outcome is as good as it gets after so many. */
const MOST_REFINED = 2

/** What was found: the first value that holds, the one before it does not. Or that none does, and whether one that might was not accepted. [I2] */
export type Boundary = { readonly type: 'found'; readonly value: Decimal; readonly trial: Trial } | { readonly type: 'none'; readonly wasRefused: boolean }

/**
 * The boundary between what does not hold and what does, on the grid: from the hint in steps that double until it lies
 * between two values tried, then by halving. Where it holds here and there, one such boundary.
 */
export function* boundary(grid: Grid): Generator<number, Boundary> {
  const at = (n: Decimal): Decimal => grid.bad.plus(grid.step.times(n))
  let search: Search = { low: new Decimal(0), high: undefined, most: stepsTo(grid, grid.limit), stride: new Decimal(1) }
  let held: Trial | undefined
  let wasRefused = false
  let refined = 0
  let probe = Decimal.max(1, Decimal.min(search.most, stepsTo(grid, grid.hint)))
  while (isOpen(search)) {
    const trial = yield* grid.try(at(probe))
    wasRefused ||= trial.verdict === 'refused'
    search = narrowed(search, probe, trial.verdict)
    if (trial.verdict === 'alive') held = trial
    const guess = held === trial && refined < MOST_REFINED ? yield* guessFrom(grid, at(probe), trial) : undefined
    const isNew = guess !== undefined && guess.gt(search.low) && search.high !== undefined && guess.lt(search.high)
    if (isNew) {
      refined += 1
      search = { ...search, stride: new Decimal(1) }
    }
    probe = isNew ? guess : nextProbe(search, probe)
  }
  return held === undefined || search.high === undefined ? { type: 'none', wasRefused } : { type: 'found', value: at(search.high), trial: held }
}

function* guessFrom(grid: Grid, value: Decimal, trial: Trial): Generator<number, Decimal | undefined> {
  const guess = grid.refine === undefined ? undefined : yield* grid.refine(value, trial)
  return guess === undefined ? undefined : stepsTo(grid, guess)
}

interface Search {
  /** The last one known not to hold, and the first known to. */
  readonly low: Decimal
  readonly high: Decimal | undefined
  /** Beyond it nothing is accepted. */
  readonly most: Decimal
  readonly stride: Decimal
}

function isOpen({ low, high, most }: Search): boolean {
  return high === undefined ? most.gt(low) : high.minus(low).gt(1)
}

function narrowed({ low, high, most, stride }: Search, probe: Decimal, verdict: Trial['verdict']): Search {
  const next = { low, high, most, stride: stride.times(2) }
  if (verdict === 'alive') return { ...next, high: probe }
  return verdict === 'refused' && high === undefined ? { ...next, most: probe.minus(1) } : { ...next, low: probe }
}

/** Away from the last one tried, further each time, as long as one side is open or far; else the middle. */
function nextProbe({ low, high, most, stride }: Search, probe: Decimal): Decimal {
  const step = stride.div(2).ceil()
  if (high !== undefined) {
    const middle = low.plus(high).div(2).floor()
    return probe.eq(high) ? Decimal.max(low.plus(1), middle, high.minus(step)) : Decimal.max(low.plus(1), Decimal.min(middle, low.plus(step)))
  }
  // What was refused is beyond the end: halfway back. What did not hold: further on.
  return probe.gt(most) ? Decimal.max(low.plus(1), low.plus(most).div(2).ceil()) : Decimal.min(most, low.plus(step))
}

function stepsTo({ bad, step }: Grid, value: Decimal): Decimal {
  return value.minus(bad).div(step).toDecimalPlaces(0, Decimal.ROUND_DOWN)
}
