import type { Format } from '../../ui/format/createFormat.ts'
import type { Tone } from '../../ui/primitives/Figure.tsx'

/** 2 → 0.01: the formats take a tick size. */
export function tickOf(decimals: number): string {
  return decimals <= 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`
}

export function priceText(format: Format, price: string, priceDecimals: number): string {
  return format.price(price, { tickSize: tickOf(priceDecimals) })
}

/** Without its sign: the side stands beside it. */
export function sizeText(format: Format, row: { readonly qty: string; readonly sizeUnit: string; readonly qtyDecimals?: number }): string {
  return format.quantity(row.qty.replace('-', ''), { stepSize: tickOf(shownDecimals(row.qty, row.qtyDecimals)), unit: row.sizeUnit })
}

/**
 * Decimals of a quantity that are worth their room, of those its step has: four below 10, two from 100, and four digits
 * of what is smaller than a thousandth. Rounded down: never more than there is.
 */
export function shownDecimals(qty: string, stepDecimals = 8): number {
  const whole = qty.replace('-', '').split('.')[0] ?? ''
  const zeros = /^-?0\.(0+)/.exec(qty)?.[1]?.length ?? 0
  return Math.min(stepDecimals, zeros > 2 ? zeros + 4 : Math.max(2, 5 - whole.length))
}

export function isZero(amount: string): boolean {
  return /^-?0(\.0*)?$/.test(amount)
}

/** Zero is neutral, without a sign. */
export function toneOf(amount: string): Tone | undefined {
  if (isZero(amount)) return 'quiet'
  return amount.startsWith('-') ? 'loss' : 'profit'
}
