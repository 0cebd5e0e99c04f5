import { Decimal } from 'decimal.js'

const D = Decimal.clone({ precision: 60 })

/** X = σW + μt + Σ jumps, the jumps exponential: up with probability p and mean 1/η₁, down with mean 1/η₂. */
export interface KouWangCase {
  readonly mu: string
  readonly sigma: string
  readonly lambda: string
  readonly p: string
  readonly upMean: string
  readonly downMean: string
}

/**
 * P(τ_b ≤ t), τ_b the first time X reaches b > 0: S. Kou and H. Wang, "First passage times of a jump diffusion process",
 * Advances in Applied Probability 35 (2003) 504-531, theorem 3.1, inverted by the Gaver-Stehfest algorithm as in their
 * section 5, here at 60 digits: with 20 terms the first five digits stand.
 *
 * E[e^(−ατ)] = (η₁ − β₁)/η₁·β₂/(β₂ − β₁)·e^(−bβ₁) + (β₂ − η₁)/η₁·β₁/(β₂ − β₁)·e^(−bβ₂), where 0 < β₁ < η₁ < β₂ are the
 * positive roots of G(β) = α, G(x) = xμ + ½x²σ² + λ(pη₁/(η₁ − x) + (1 − p)η₂/(η₂ + x) − 1).
 */
export function firstPassage({ mu, sigma, lambda, p, upMean, downMean }: KouWangCase, b: string, t: string, terms = 20): number {
  const up = new D(1).div(upMean)
  const down = new D(1).div(downMean)
  const exponent = (x: Decimal): Decimal =>
    x.times(mu).plus(x.times(x).times(sigma).times(sigma).div(2)).plus(new D(lambda).times(up.times(p).div(up.minus(x)).plus(down.times(new D(1).minus(p)).div(down.plus(x))).minus(1)))
  const root = (alpha: Decimal, from: Decimal, to: Decimal): Decimal => {
    let [low, high] = [from, to]
    for (let n = 0; n < 170; n++) {
      const middle = low.plus(high).div(2)
      if (exponent(middle).gt(alpha)) high = middle
      else low = middle
    }
    return low
  }
  const transform = (alpha: Decimal): Decimal => {
    const one = root(alpha, new D(0), up)
    const two = root(alpha, up, new D('1e5'))
    const apart = two.minus(one)
    const first = up.minus(one).div(up).times(two).div(apart).times(one.times(b).neg().exp())
    return first.plus(two.minus(up).div(up).times(one).div(apart).times(two.times(b).neg().exp())).div(alpha)
  }
  const scale = new D(2).ln().div(t)
  let sum = new D(0)
  for (let k = 1; k <= terms; k++) sum = sum.plus(weight(k, terms / 2).times(transform(scale.times(k))))
  return sum.times(scale).toNumber()
}

/** Stehfest's weight of the k-th term, 2·half of them. */
function weight(k: number, half: number): Decimal {
  let sum = new D(0)
  for (let j = Math.floor((k + 1) / 2); j <= Math.min(k, half); j++) {
    const over = new D(j).pow(half).times(factorial(2 * j))
    sum = sum.plus(over.div(factorial(half - j)).div(factorial(j)).div(factorial(j - 1)).div(factorial(k - j)).div(factorial(2 * j - k)))
  }
  return (k + half) % 2 === 0 ? sum : sum.neg()
}

function factorial(n: number): Decimal {
  let product = new D(1)
  for (let i = 2; i <= n; i++) product = product.times(i)
  return product
}
