import { Decimal, roundingMode, type Rounding } from './decimal.ts'

declare const unit: unique symbol
type Unit<Name extends string> = Decimal & { readonly [unit]: Name }

/** Quote currency per unit of base. */
export type Price = Unit<'Price'>
/** Base units, of an inverse contract units of quote; signed: long positive. */
export type Qty = Unit<'Qty'>
/** An amount of the account's currency: the quote currency, or the coin of inverse contracts. */
export type Quote = Unit<'Quote'>
/** A fraction, never percent: 0.005 is half a percent. Also leverage and ratios. */
export type Rate = Unit<'Rate'>

/** Smallest amount a posting can hold: 1e-12 of the account's currency. [N2] */
export const QUANTUM_PLACES = 12

const PLAIN_NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d{1,2})?$/i

function decimal(text: string): Decimal {
  // A float that slipped past the compiler would be read as its shortest text: refused as well.
  if (typeof text !== 'string' || !PLAIN_NUMBER.test(text)) throw new RangeError(`N1: a decimal number was expected, "${text}" was given`)
  return new Decimal(text)
}

export function price(text: string): Price {
  return decimal(text) as Price
}
export function qty(text: string): Qty {
  return decimal(text) as Qty
}
export function quote(text: string): Quote {
  return decimal(text) as Quote
}
export function rate(text: string): Rate {
  return decimal(text) as Rate
}

/** A tape's double as the decimal it means: its shortest decimal form (see `Tape`). */
export function priceOfDouble(value: number): Price {
  return price(String(value))
}

/** The quantum as an amount. */
export const QUANTUM = new Decimal(10).pow(-QUANTUM_PLACES) as Quote

export const ZERO = new Decimal(0)
export const ZERO_QUOTE = ZERO as Quote
export const ZERO_QTY = ZERO as Qty
export const ZERO_RATE = ZERO as Rate
export const ONE_RATE = new Decimal(1) as Rate

export function asPrice(value: Decimal): Price {
  return value as Price
}
export function asQty(value: Decimal): Qty {
  return value as Qty
}
export function asQuote(value: Decimal): Quote {
  return value as Quote
}
export function asRate(value: Decimal): Rate {
  return value as Rate
}

/** Qty x Price = Quote, keeping the sign of the quantity. Exact. */
export function value(quantity: Qty, at: Price): Quote {
  return quantity.times(at) as Quote
}
/** |Qty x Price| = Quote: the size of a value, also where the price is negative. Exact. */
export function notional(quantity: Qty, at: Price): Quote {
  const signed = quantity.times(at)
  return (signed.isNegative() ? signed.neg() : signed) as Quote
}
/** Quote x Rate = Quote. Exact. */
export function portion(amount: Quote, share: Rate): Quote {
  return amount.times(share) as Quote
}
export function plus(a: Quote, b: Quote): Quote {
  return a.plus(b) as Quote
}
export function minus(a: Quote, b: Quote): Quote {
  return a.minus(b) as Quote
}
export function negated(a: Quote): Quote {
  return a.neg() as Quote
}
export function sum(amounts: Iterable<Quote>): Quote {
  let total: Decimal = ZERO
  for (const amount of amounts) total = total.plus(amount)
  return total as Quote
}
export function maxQuote(a: Quote, b: Quote): Quote {
  return a.gte(b) ? a : b
}
export function minQuote(a: Quote, b: Quote): Quote {
  return a.lte(b) ? a : b
}
/** An amount as the ledger can hold it. [N2] */
export function posted(amount: Decimal, rounding: Rounding = 'half-even'): Quote {
  return amount.toDecimalPlaces(QUANTUM_PLACES, roundingMode(rounding)) as Quote
}
