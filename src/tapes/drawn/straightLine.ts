/** Below this a product of two whole numbers and a sum with a third are exact in a double. */
const EXACT = 2 ** 52

/**
 * The whole number nearest to a + (b − a)·k/n, ties upwards, exactly.
 * @param a  at step 0, whole, below 10^15 in size   @param b  at step n   @param k  0 … n
 */
export function straightLine(a: number, b: number, k: number, n: number): number {
  const product = (b - a) * k
  if (Math.abs(product) * 2 + n < EXACT) return a + Math.floor((2 * product + n) / (2 * n))
  const twice = 2n * (BigInt(b) - BigInt(a)) * BigInt(k) + BigInt(n)
  const divisor = 2n * BigInt(n)
  const quotient = twice / divisor
  return Number(BigInt(a) + (twice < 0n && twice % divisor !== 0n ? quotient - 1n : quotient))
}
