import { exp } from '../random/exp.ts'

/**
 * Probabilities to be in each state after a time: e^(Q·years) of a Markov chain in continuous time.
 *
 * Uniformisation: with q the greatest rate of leaving, e^(Qt) = Σ e^(−qt)(qt)^n/n!·(I + Q/q)^n. All terms are positive,
 * so nothing cancels. For qt above 1 the time is halved until it is not, and the result squared as often.
 * Source: A. Jensen, "Markoff chains as an aid in the study of Markoff processes", Skand. Aktuarietidskr. 36 (1953).
 * @param rates  switches a year, k × k, row-major; the diagonal is not read      @returns  k × k, row-major, rows sum to 1
 */
export function transitionMatrix(rates: Float64Array, k: number, years: number): Float64Array {
  const leaving = Float64Array.from({ length: k }, (_, i) => rowSum(rates, k, i))
  const most = leaving.reduce((a, b) => Math.max(a, b), 0)
  let result = identity(k)
  if (most === 0) return result
  let squarings = 0
  let time = most * years
  while (time > 1) {
    time *= 0.5
    squarings += 1
  }
  const step = Float64Array.from(rates, (rate, at) => {
    const i = Math.floor(at / k)
    return at === i * k + i ? 1 - (leaving[i] as number) / most : rate / most
  })
  let weight = exp(-time)
  let power = result
  result = power.map((value) => weight * value)
  // time ≤ 1: 1/20! leaves less than 1e-18.
  for (let n = 1; n <= 20; n++) {
    weight *= time / n
    power = product(power, step, k)
    for (let at = 0; at < result.length; at++) result[at] = (result[at] as number) + weight * (power[at] as number)
  }
  for (let n = 0; n < squarings; n++) result = product(result, result, k)
  return result
}

function rowSum(rates: Float64Array, k: number, i: number): number {
  let sum = 0
  for (let j = 0; j < k; j++) if (j !== i) sum += rates[i * k + j] as number
  return sum
}

function identity(k: number): Float64Array {
  return Float64Array.from({ length: k * k }, (_, at) => (at % (k + 1) === 0 ? 1 : 0))
}

function product(a: Float64Array, b: Float64Array, k: number): Float64Array {
  const c = new Float64Array(k * k)
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      let sum = 0
      for (let n = 0; n < k; n++) sum += (a[i * k + n] as number) * (b[n * k + j] as number)
      c[i * k + j] = sum
    }
  }
  return c
}
