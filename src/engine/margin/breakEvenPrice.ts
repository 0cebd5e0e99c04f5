import type { Position } from '../ledger/Account.ts'
import { asPrice, type Price, type Quote, type Rate } from '../units/quantities.ts'

/** Why there is no price at which closing would leave what was there before: every price, or none, leaves more. */
export type NoBreakEven = 'always-ahead' | 'never-ahead'

/**
 * The price at which closing, fee included, makes up for what was realised so far (negative: paid). 64 digits.
 *
 * Linear: q P - q E + r - f |q| P = 0, so P = (q E - r) / (q - f |q|). Bybit's API documentation states the same form.
 * Inverse, in coins: -q / P + q / E + r - f |q| / P = 0, so P = (q + f |q|) / (q / E + r).
 * With the entry notional n (q E, or -q / E) both are: P = (n - r) / (q - f |q|), and P = (q + f |q|) / (r - n).
 */
export function breakEvenPrice(position: Pick<Position, 'type' | 'qty' | 'entryNotional'>, made: { readonly realized: Quote; readonly fee: Rate }): Price | NoBreakEven {
  const { type, qty, entryNotional } = position
  const fee = qty.abs().times(made.fee)
  const isLong = qty.gt(0)
  if (type === 'inverse') {
    const coins = made.realized.minus(entryNotional)
    // What is realised outweighs all that a rise can add or take: a long gains, and a short loses, q / E coins at most.
    if (coins.isZero() || coins.gt(0) !== isLong) return isLong ? 'never-ahead' : 'always-ahead'
    return asPrice(qty.plus(fee).div(coins))
  }
  const worth = entryNotional.minus(made.realized)
  if (worth.isZero() || worth.gt(0) !== isLong) return isLong ? 'always-ahead' : 'never-ahead'
  return asPrice(worth.div(qty.minus(fee)))
}
