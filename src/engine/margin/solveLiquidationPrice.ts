import { Decimal, WideDecimal, type Rounding } from '../units/decimal.ts'
import { compareFractions, fraction, priceAt, START, type Fraction } from '../units/fraction.ts'
import { asPrice, type Price } from '../units/quantities.ts'
import { required } from '../result/result.ts'
import type { Position } from '../ledger/Account.ts'
import type { Instrument } from '../instruments/Instrument.ts'
import { firstBreach, type Backing } from './firstBreach.ts'
import type { LiquidationPrice } from './LiquidationPrice.ts'
import type { Rules } from '../venues/Rules.ts'
import { exactPnl } from './legFigures.ts'
import { markOf, type Marks } from './Marks.ts'
import { requirementAt } from './requirement.ts'

export interface PriceQuestion {
  readonly backing: Backing
  readonly marks: Marks
  readonly instruments: ReadonlyMap<string, Instrument>
  /** The position whose price is asked for. */
  readonly position: Position
  /** `alone`: the other marks are held. `together`: each instrument moves by its beta. */
  readonly others: 'alone' | 'together'
}

/** How far the market has to move, as a share of the way to -100 % or +100 %, until the pool fails. */
export interface Roots {
  readonly isBreached: boolean
  readonly falling: Fraction | undefined
  readonly rising: Fraction | undefined
}

/**
 * The price of one instrument at which its pool reaches its requirement (or, with need `nothing`, zero equity).   [M1]
 * The market is moved down to where the first price would be zero, and up without limit; the nearer root wins.
 * @param roots  those of the pool, where they are known: when all move together they are the same for every position
 */
export function solveLiquidationPrice(question: PriceQuestion, roots: Roots = rootsOf(question)): LiquidationPrice {
  const { backing, marks, position } = question
  const own = position.instrument
  if (roots.isBreached) return { type: 'none', reason: 'already-liquidatable' }
  const { falling, rising } = roots
  const direction = nearer(falling, rising)
  if (direction === undefined) return { type: 'none', reason: whyNone(backing, own, position) }
  const moment = required(direction === 'falling' ? falling : rising, 'a root')
  const from = markOf(marks, own)
  const to = required(movedMarks(question, direction).get(own), own)
  // What is asked for is where this price would be; when together it does not move, it has no price of its own.
  if (to.eq(from)) return { type: 'none', reason: 'hedged' }
  const exact = exactPrice(from, to, moment)
  const most = maximumPriceOf(backing.rules, own)
  if (most !== undefined && exact.gte(most)) return { type: 'none', reason: 'beyond-maximum-price' }
  const fallingPrice = to.lt(from) === (direction === 'falling') ? direction : opposite(direction)
  return {
    type: 'price',
    exact,
    price: priceAt(from, to, moment, {
      tick: required(question.instruments.get(own), own).tickSize,
      rounding: roundingOf(backing.rules.liquidationPriceRounding, to.lt(from)),
    }),
    direction: fallingPrice,
  }
}

/** `earlier` is the side that is reached first: up for a falling price. [M1, M12] */
export function roundingOf(rule: Rules['liquidationPriceRounding'], falls: boolean): Rounding {
  if (rule === 'nearest') return 'half-even'
  return (rule === 'earlier') === falls ? 'up' : 'down'
}

/** The highest price the venue has for an instrument. [M16] */
function maximumPriceOf({ maximumPrice }: Rules, instrument: string): Price | undefined {
  return (Object.hasOwn(maximumPrice, instrument) ? maximumPrice[instrument] : undefined) ?? maximumPrice['default']
}

/** The roots of a question; those of `together` do not depend on its position. */
export function rootsOf(question: PriceQuestion): Roots {
  const { marks, others } = question
  const moving = others === 'alone' ? onlyMoving(question) : question
  const still = { from: marks, to: marks }
  if (firstBreach(moving.backing, still, { after: START, until: START }) !== undefined) return { isBreached: true, falling: undefined, rising: undefined }
  return { isBreached: false, falling: search(moving, 'falling'), rising: search(moving, 'rising') }
}

/** The same question with the legs that stand still counted as cash: what they are worth less what they require. */
function onlyMoving(question: PriceQuestion): PriceQuestion {
  const { backing, marks, position } = question
  const { rules, need } = backing
  let cash: Decimal = new WideDecimal(backing.cash)
  for (const leg of backing.positions) {
    if (leg.instrument === position.instrument) continue
    const mark = markOf(marks, leg.instrument)
    cash = cash.plus(exactPnl(leg, mark))
    if (need === 'maintenance') cash = cash.minus(requirementAt(leg, mark, rules))
  }
  const positions = backing.positions.filter((leg) => leg.instrument === position.instrument)
  return { ...question, backing: { ...backing, cash, positions } }
}

function opposite(direction: 'falling' | 'rising'): 'falling' | 'rising' {
  return direction === 'falling' ? 'rising' : 'falling'
}

/** (from den + (to - from) num) / den: one division, so that a terminating price is shown exactly. */
function exactPrice(from: Price, to: Price, moment: Fraction): Price {
  const num = moment.den.times(from).plus(moment.num.times(to.minus(from)))
  return asPrice(new Decimal(num.div(moment.den).toSignificantDigits(Decimal.precision)))
}

function nearer(falling: Fraction | undefined, rising: Fraction | undefined): 'falling' | 'rising' | undefined {
  if (falling === undefined) return rising === undefined ? undefined : 'rising'
  if (rising === undefined) return 'falling'
  return compareFractions(falling, rising) <= 0 ? 'falling' : 'rising'
}

/** Marks after the market has moved by -100 % (falling) or +100 %, a price of zero moved alone by 1; linear between. */
function movedMarks(question: PriceQuestion, direction: 'falling' | 'rising'): Marks {
  const step = direction === 'falling' ? -1 : 1
  const moved = new Map<string, Price>()
  for (const [symbol, mark] of question.marks) {
    const beta = question.others === 'together' ? (question.instruments.get(symbol)?.beta ?? new Decimal(1)) : new Decimal(1)
    const moves = question.others === 'together' || symbol === question.position.instrument
    const unit = mark.isZero() && question.others === 'alone' ? new Decimal(1) : mark.abs()
    moved.set(symbol, moves ? asPrice(mark.plus(unit.times(beta).times(step))) : mark)
  }
  return moved
}

function search(question: PriceQuestion, direction: 'falling' | 'rising'): Fraction | undefined {
  const { backing, marks } = question
  const to = movedMarks(question, direction)
  const until = firstZero(backing.positions, marks, to)
  const moment = firstBreach(backing, { from: marks, to }, { after: START, until })
  // A price of zero is no price: the position is covered all the way down.
  return moment !== undefined && until !== undefined && compareFractions(moment, until) >= 0 ? undefined : moment
}

/** The moment at which the first moving price would reach zero; one that starts there moves away from it. */
function firstZero(positions: readonly Position[], from: Marks, to: Marks): Fraction | undefined {
  let first: Fraction | undefined
  for (const { instrument } of positions) {
    const start = markOf(from, instrument)
    const step = markOf(to, instrument).minus(start)
    if (step.isZero() || start.isZero() || step.s === start.s) continue
    const moment = fraction(start.neg(), step)
    if (first === undefined || compareFractions(moment, first) < 0) first = moment
  }
  return first
}

function whyNone(backing: Backing, instrument: string, position: Position): 'hedged' | 'fully-collateralized' {
  const net = backing.positions
    .filter((each) => each.instrument === instrument)
    .reduce((total: Decimal, each) => total.plus(each.qty), new Decimal(0))
  return net.isZero() || net.s !== position.qty.s ? 'hedged' : 'fully-collateralized'
}
