import { biasedExponent, withExponent } from './doubleBits.ts'

const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const SQRT2 = 1.4142135623730951
const TWO_54 = 18014398509481984

/** 1/3, 1/5 … 1/23. */
const INVERSE_ODDS = Float64Array.from([3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23], (n) => 1 / n)

/**
 * Natural logarithm from + − × ÷ alone, so the same bits in every JavaScript engine. Relative error below 5e-16;
 * −Infinity at 0, NaN below.
 *
 * x = 2^k·m with m in [√½, √2), and ln m = 2·atanh(s) = 2(s + s³/3 + s⁵/5 + …), s = (m − 1)/(m + 1), |s| < 0.1716.
 * Ended at s^23/23 the series leaves less than 2·s^25/25 < 6e-21.
 */
export function log(x: number): number {
  if (x !== x || x < 0) return NaN
  if (x === 0) return -Infinity
  if (x === Infinity) return x
  let k = 0
  let normal = x
  if (biasedExponent(x) === 0) {
    normal = x * TWO_54
    k = -54
  }
  k += biasedExponent(normal) - 1023
  let m = withExponent(normal, 0)
  if (m > SQRT2) {
    m *= 0.5
    k += 1
  }
  const f = m - 1
  const s = f / (2 + f)
  const z = s * s
  let series = 0
  for (let n = 10; n >= 0; n--) series = (series + (INVERSE_ODDS[n] as number)) * z
  // 2s = f − s·f, so ln m = f − s·(f − 2·series); f is exact, which keeps the last bits near m = 1.
  return k * LN2_HIGH - (s * (f - 2 * series) - k * LN2_LOW - f)
}
