import { valueOf } from '../instruments/valuation.ts'
import type { Position } from '../ledger/Account.ts'
import { priceOf } from '../tape/priceKey.ts'
import { Decimal } from '../units/decimal.ts'
import { asRate, portion, posted, ZERO_RATE, type Price, type Quote, type Rate } from '../units/quantities.ts'
import type { Funding, PremiumFunding } from '../venues/Rules.ts'
import type { Marks } from './Marks.ts'

/** Places of a rate that is worked out from a premium. */
const RATE_PLACES = 12

/** What one position receives (positive) or pays at a funding time. */
export interface FundingPayment {
  readonly rate: Rate
  readonly price: Price
  readonly amount: Quote
}

/** The rate of an instrument for one interval, at the prices of the funding time; positive: longs pay. [F1, F2] */
export function fundingRateOf(funding: Funding, instrument: string, marks: Marks): Rate {
  if (funding.type === 'none') return ZERO_RATE
  return funding.type === 'fixed' ? funding.rate : premiumRate(funding, instrument, marks)
}

/** rate = (p + clamp(i - p)) x interval / period, within the cap; p = (mark - index) / index where there is an index. [F2] */
function premiumRate(funding: PremiumFunding, instrument: string, marks: Marks): Rate {
  const index = marks.get(`${instrument}#index`)
  const premium = index?.gt(0) === true ? priceOf(marks, instrument, 'mark').minus(index).div(index) : funding.premium
  const drawn = Decimal.max(funding.clamp.neg(), Decimal.min(funding.clamp, funding.interest.minus(premium)))
  const rate = premium.plus(drawn).times(funding.intervalMillis).div(funding.periodMillis)
  const { cap } = funding
  return asRate((cap === undefined ? rate : Decimal.max(cap.neg(), Decimal.min(cap, rate))).toDecimalPlaces(RATE_PLACES))
}

/**
 * -value x rate at the price the rules fund on: q P of a linear contract; of an inverse one Q / P coins, a long of which
 * pays a positive rate as well. Collateral pays nothing. Half-even to the quantum. [F1]
 */
export function fundingPayment(position: Position, funding: Funding, marks: Marks): FundingPayment | undefined {
  if (funding.type === 'none' || position.type === 'spot') return undefined
  const rate = fundingRateOf(funding, position.instrument, marks)
  if (rate.isZero()) return undefined
  const price = priceOf(marks, position.instrument, funding.price)
  const worth = valueOf(position, price)
  // The value of an inverse contract has the sign against its side: its long is a debt of coins.
  const paid = position.type === 'inverse' ? rate : asRate(rate.neg())
  return { rate, price, amount: posted(portion(worth, paid)) }
}
