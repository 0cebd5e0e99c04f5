import { poolOf } from '../margin/poolMargin.ts'
import { carryPerPayment, timeToLiquidationByCarry, type CarryCircumstances, type CarryLiquidation } from '../margin/timeToLiquidation.ts'
import type { Millis } from '../units/millis.ts'
import { asRate, type Quote } from '../units/quantities.ts'
import type { Decimal } from '../units/decimal.ts'
import type { Funding } from '../venues/Rules.ts'
import type { CalculatorScene } from './Calculator.ts'
import { feeOfFill, tradeAccount, type TradeAccount } from './tradeAccount.ts'

/** Where the rules know no funding, a rate that is stated is paid as most venues do: every eight hours, on the mark. */
const USUAL_INTERVAL: Millis = 8 * 3_600_000

/** A trade that stands still while funding is paid. */
export interface CarriedTrade {
  readonly size: Decimal
  readonly entryPrice: Decimal
  readonly markPrice: Decimal
  readonly leverage: Decimal
  /** Behind its own wall, its fee paid; else what is in the wallet before the fee. */
  readonly cash: Decimal
  readonly entryFeeRate: Decimal
  readonly fundingRate: Decimal
}

/** The trade in its account, and what its pool pays. */
export interface Carried {
  readonly trade: TradeAccount
  /** All positions of the pool together. [A16] */
  readonly perPayment: Quote
  readonly until: CarryLiquidation
}

/** When funding alone liquidates the pool of a trade: every other position of a shared pool pays its own as well. [F4, A16] */
export function carried(scene: CalculatorScene, given: CarriedTrade): Carried {
  const trade = standing(scene, given)
  const now = circumstances(scene, trade, given.fundingRate)
  return {
    trade,
    perPayment: carryPerPayment(trade.account, poolOf(trade.account, trade.pool.id), now),
    until: timeToLiquidationByCarry(trade.account, trade.pool.id, now),
  }
}

function standing(scene: CalculatorScene, given: CarriedTrade): TradeAccount {
  const fee = scene.mode === 'isolated' ? 0 : feeOfFill(scene, { size: given.size, price: given.entryPrice, rate: given.entryFeeRate })
  return tradeAccount(scene, { ...given, cash: given.cash.minus(fee) })
}

/** The rate is that of the trade's instrument; others pay what the rules say. */
function circumstances(scene: CalculatorScene, { context }: TradeAccount, rate: Decimal): CarryCircumstances {
  const { rules, instrument, at } = scene
  const own = statedFunding(scene, rate)
  return {
    at,
    marks: context.marks,
    rules: rate.isZero() || rules.funding.type !== 'none' ? rules : { ...rules, funding: own },
    fundingOf: (symbol) => (symbol === instrument.symbol ? own : rules.funding),
  }
}

function statedFunding({ rules: { funding } }: CalculatorScene, rate: Decimal): Funding {
  const [intervalMillis, price] = funding.type === 'none' ? [USUAL_INTERVAL, 'mark' as const] : [funding.intervalMillis, funding.price]
  return { type: 'fixed', intervalMillis, rate: asRate(rate), price }
}

/** The first payment that lies at least so long after the calculation, counted from one. */
export function paymentAfter({ rules: { funding }, at }: CalculatorScene, millis: Decimal): Decimal {
  const interval = funding.type === 'none' ? USUAL_INTERVAL : funding.intervalMillis
  const first = (Math.floor(at / interval) + 1) * interval - at
  return millis.minus(first).div(interval).ceil().plus(1)
}
