/*
 * A double and its 64 bits share one buffer, so that exponents can be read and made without Math.log and Math.pow,
 * whose last bits differ between JavaScript engines. [L2]
 */
const value = new Float64Array(1)
const words = new Uint32Array(value.buffer)
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0

/** Bits 52 to 62 of a double: 0 for zero and subnormals, 2047 for Infinity and NaN, else exponent + 1023. */
export function biasedExponent(x: number): number {
  value[0] = x
  return ((words[HIGH] as number) >>> 20) & 0x7ff
}

/** The same sign and significand with another exponent: x·2^(exponent − biasedExponent(x) + 1023). x normal and finite. */
export function withExponent(x: number, exponent: number): number {
  value[0] = x
  words[HIGH] = ((words[HIGH] as number) & 0x800fffff) | ((exponent + 1023) << 20)
  return value[0]
}

/** x·2^k, rounded once at most. k in [−1100, 1023]. */
export function timesPowerOfTwo(x: number, k: number): number {
  if (k >= -1022) return x * withExponent(1, k)
  // The first product is exact, so that a subnormal result is rounded a single time.
  return x * withExponent(1, k + 200) * withExponent(1, -200)
}
