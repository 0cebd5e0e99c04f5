import type { CompiledAccount } from './CompiledAccount.ts'

/** Value of one leg at a price: qty × P, of an inverse contract −qty / P. Mirrors the engine's valuation. */
export function valueOf(account: CompiledAccount, leg: number, price: number): number {
  return account.inverse[leg] === 1 ? -account.qty[leg]! / price : account.qty[leg]! * price
}

/** Maintenance margin plus counted exit costs of one leg at a price. Mirrors engine M4 and M5. */
export function needOf(account: CompiledAccount, leg: number, price: number): number {
  const size = Math.abs(valueOf(account, leg, price))
  const { floor, rate, offset, growth } = account.need[leg]!
  let piece = floor.length - 1
  while (piece > 0 && size <= floor[piece]!) piece -= 1
  return size * rate[piece]! + offset[piece]! + growth * size * size
}
