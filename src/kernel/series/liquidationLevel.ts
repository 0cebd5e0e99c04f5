import type { CompiledAccount } from './CompiledAccount.ts'
import { needOf, valueOf } from './needOf.ts'

/** A pool and the one price in it that moves. */
export interface LevelQuestion {
  readonly pool: number
  readonly series: number
  /** `nothing`: where the pool's equity is zero (bankruptcy). */
  readonly need: 'maintenance' | 'nothing'
}

/**
 * The price of one series at which a pool reaches its requirement while the other marks stand still; NaN where it never
 * does, or the mark is not positive. Mirrors engine M1, *if only this moves*.
 *
 * The surplus g(P) = cash + sum(q P − e − need) is linear between the prices where a leg of the series passes a tier
 * boundary; with inverse contracts g(P) P is. The pieces are walked outward from the mark, down to zero and up without
 * end; the nearer root wins.
 */
export function liquidationLevel(account: CompiledAccount, marks: Float64Array, question: LevelQuestion): number {
  const mark = marks[question.series]!
  if (!(mark > 0)) return Number.NaN
  const surplus = surplusOf(account, marks, question)
  if (!(surplus(mark) > 0)) return Number.NaN
  const turns = turningPrices(account, question)
  const isCurved = question.need === 'maintenance' && account.need.some((need, leg) => need.growth !== 0 && account.legPool[leg] === question.pool && account.legSeries[leg] === question.series)
  const down = isCurved ? rootBetween(surplus, mark, 0.5) : rootDownward(surplus, mark, turns)
  const up = isCurved ? rootBetween(surplus, mark, 2) : rootUpward(surplus, mark, turns)
  if (Number.isNaN(down)) return up
  if (Number.isNaN(up)) return down
  return mark - down <= up - mark ? down : up
}

/** The pool's surplus as a function of the one price that moves, times that price where contracts are inverse; legs that stand still are counted once. */
function surplusOf(account: CompiledAccount, marks: Float64Array, { pool, series, need }: LevelQuestion): (price: number) => number {
  /** What a leg adds to the surplus at a price: its PnL less what it requires. */
  const worth = (leg: number, price: number): number => {
    const pnl = valueOf(account, leg, price) - account.entryNotional[leg]!
    return need === 'maintenance' ? pnl - needOf(account, leg, price) : pnl
  }
  let rest = account.cash[pool]! - (need === 'maintenance' ? account.fixedNeed[pool]! : 0)
  const moving: number[] = []
  for (let leg = 0; leg < account.qty.length; leg++) {
    if (account.legPool[leg] !== pool) continue
    const at = account.legSeries[leg]!
    if (at === series) moving.push(leg)
    else rest += worth(leg, marks[at]!)
  }
  return (price) => {
    let surplus = rest
    for (let i = 0; i < moving.length; i++) surplus += worth(moving[i]!, price)
    return moving.length > 0 && account.inverse[moving[0]!] === 1 ? surplus * price : surplus
  }
}

/** Positive prices at which a leg of the series passes a tier boundary, ascending. */
function turningPrices(account: CompiledAccount, question: LevelQuestion): number[] {
  const turns: number[] = []
  if (question.need === 'nothing') return turns
  for (let leg = 0; leg < account.qty.length; leg++) {
    if (account.legPool[leg] !== question.pool || account.legSeries[leg] !== question.series) continue
    const { floor } = account.need[leg]!
    const size = Math.abs(account.qty[leg]!)
    for (let piece = 1; piece < floor.length; piece++) turns.push(account.inverse[leg] === 1 ? size / floor[piece]! : floor[piece]! / size)
  }
  return turns.sort((a, b) => a - b)
}

/** Prices are followed to this part of the mark, and to as many times of it. */
const FAR = 2 ** 60

/** The first sign change from the mark on, going by a factor at a time, then halved: for surpluses that are no lines. */
function rootBetween(surplus: (price: number) => number, mark: number, factor: number): number {
  let safe = mark
  for (let price = mark * factor; price < mark * FAR && price > mark / FAR; price *= factor) {
    if (surplus(price) > 0) {
      safe = price
      continue
    }
    let fails = price
    for (let i = 0; i < 80; i++) {
      const middle = (safe + fails) / 2
      if (surplus(middle) > 0) safe = middle
      else fails = middle
    }
    return fails
  }
  return Number.NaN
}

function rootDownward(surplus: (price: number) => number, mark: number, turns: readonly number[]): number {
  let high = mark
  for (let i = turns.length - 1; i >= -1; i--) {
    const low = i >= 0 ? turns[i]! : 0
    if (low >= high) continue
    const line = lineInside(surplus, low, high)
    if (line.atHigh <= 0) return high
    // A price of zero is no price: the position is covered all the way down.
    if (line.atLow < 0 || (line.atLow === 0 && low > 0)) return rootOn(line, low, high)
    high = low
  }
  return Number.NaN
}

function rootUpward(surplus: (price: number) => number, mark: number, turns: readonly number[]): number {
  let low = mark
  for (const high of turns) {
    if (high <= low) continue
    const line = lineInside(surplus, low, high)
    if (line.atLow <= 0) return low
    if (line.atHigh <= 0) return rootOn(line, low, high)
    low = high
  }
  const far = 2 * Math.max(low, mark) + 1
  const line = lineInside(surplus, low, far)
  if (line.atLow <= 0) return low
  return line.atHigh < line.atLow ? rootOn(line, low, far) : Number.NaN
}

interface Line {
  readonly atLow: number
  readonly atHigh: number
}

/** The line of a piece, from two points inside it, at its ends. */
function lineInside(surplus: (price: number) => number, low: number, high: number): Line {
  const a = low + (high - low) / 4
  const b = high - (high - low) / 4
  const atA = surplus(a)
  const slope = (surplus(b) - atA) / (b - a)
  return { atLow: atA - slope * (a - low), atHigh: atA + slope * (high - a) }
}

function rootOn(line: Line, low: number, high: number): number {
  return low + ((high - low) * line.atLow) / (line.atLow - line.atHigh)
}
