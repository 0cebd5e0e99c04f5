import { Decimal } from '../../../engine/index.ts'

/** A share of an amount, rounded down to the decimals of its currency; the whole of it exactly. */
export function shareOf(amount: string, share: string, decimals = 2): string {
  return share === '1' ? amount : new Decimal(amount).times(share).toDecimalPlaces(decimals, Decimal.ROUND_DOWN).toFixed()
}

/** 37.5 % is 0.375. */
export function fractionOfPercent(percent: string): string {
  return new Decimal(percent).div(100).toFixed()
}

export function percentOfFraction(fraction: string): string {
  return new Decimal(fraction).times(100).toFixed()
}

/** The nearest multiple of the tick size, at least one tick. */
export function nearestOnTick(price: string, tickSize: string): string {
  const ticks = Decimal.max(1, new Decimal(price).div(tickSize).toDecimalPlaces(0))
  return ticks.times(tickSize).toFixed()
}
