import { timesPowerOfTwo } from './doubleBits.ts'

const LN2_HIGH = 0.6931471803691238 // ln 2 to 33 bits: k·LN2_HIGH is exact for |k| < 2^20
const LN2_LOW = 1.9082149292705877e-10 // ln 2 − LN2_HIGH
const LOG2_E = 1.4426950408889634
const OVERFLOW = 709.782712893384
const UNDERFLOW = -745.1332191019412

/** 1/n! for n = 0 … 13; each is one correctly rounded division of exact integers. */
const INVERSE_FACTORIALS = inverseFactorials(13)

/**
 * e^x from + − × ÷ alone, so the same bits in every JavaScript engine. Relative error below 3e-16 where the result is
 * not subnormal.
 *
 * x = k·ln 2 + r with |r| ≤ ½·ln 2, then e^x = 2^k·e^r. The Taylor series of e^r to r^13 leaves
 * r^14/14! < 0.3466^14/8.7e10 < 5e-18.
 */
export function exp(x: number): number {
  if (x !== x) return x
  if (x > OVERFLOW) return Infinity
  if (x < UNDERFLOW) return 0
  const k = Math.floor(x * LOG2_E + 0.5)
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  let series = 0
  for (let n = 13; n >= 2; n--) series = series * r + (INVERSE_FACTORIALS[n] as number)
  // 1 + r + r²·series with the rounding of r added back: (high − r) − low is what r lost.
  const e = 1 + (r + (high - r - low + r * r * series))
  return k > 1023 ? timesPowerOfTwo(e, 1023) * 2 : timesPowerOfTwo(e, k)
}

function inverseFactorials(last: number): Float64Array {
  const inverse = new Float64Array(last + 1)
  let factorial = 1
  for (let n = 0; n <= last; n++) {
    if (n > 0) factorial *= n
    inverse[n] = 1 / factorial
  }
  return inverse
}
