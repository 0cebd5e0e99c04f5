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
export function sizeText(format: Format, row: { readonly qty: string; readonly base: string; readonly qtyDecimals: number }): string {
  return format.quantity(row.qty.replace('-', ''), { stepSize: tickOf(row.qtyDecimals), unit: row.base })
}

export function isZero(amount: string): boolean {
  return /^-?0(\.0*)?$/.test(amount)
}

/** Zero is neutral, without a sign. */
export function toneOf(amount: string): Tone | undefined {
  if (isZero(amount)) return 'quiet'
  return amount.startsWith('-') ? 'loss' : 'profit'
}
