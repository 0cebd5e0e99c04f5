import { Decimal } from './decimal.ts'
import { asQuote, posted, type Quote } from './quantities.ts'

/**
 * Splits an amount by weights without losing a quantum: each part is rounded down, the last takes what remains.
 * Weights that are all zero count as equal. @returns as many parts as weights, summing exactly to the amount
 */
export function allocate(amount: Quote, weights: readonly Quote[]): readonly Quote[] {
  const total = weights.reduce((sum: Decimal, weight) => sum.plus(weight), new Decimal(0))
  const parts: Quote[] = []
  let rest: Decimal = amount
  weights.forEach((weight, i) => {
    const share = total.isZero() ? new Decimal(1).div(weights.length) : weight.div(total)
    const part = i === weights.length - 1 ? asQuote(rest) : posted(amount.times(share), 'down')
    parts.push(part)
    rest = rest.minus(part)
  })
  return parts
}
