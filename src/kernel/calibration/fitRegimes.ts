import { exp } from '../random/exp.ts'
import { log } from '../random/log.ts'
import { inverse } from './curvature.ts'
import type { Fitted, FittedParameter } from './Fitted.ts'
import { driftError } from './fitGbm.ts'
import { moments } from './statistics.ts'

const MOST_ROUNDS = 400

export interface FittedRegimes {
  readonly instruments: readonly Fitted[]
  readonly parameters: readonly FittedParameter[]
  /** Of the stormy one, against the calm one. */
  readonly volatilityTimes: number
  /** Switches a year: calm to stormy, stormy to calm. */
  readonly switching: readonly [number, number]
  readonly notes: readonly string[]
}

/**
 * A calm and a stormy market, one Markov chain for all instruments, by expectation and maximisation: r_i = μ_i +
 * times(state)·σ_i·z_i with correlated normal z. Only q = z'C⁻¹z of a bar matters to the state, whose density given the state
 * is proportional to times^(−d)·e^(−q/(2·times²)), d instruments; the maximisation is in closed form.
 * Sources: J. Hamilton, "A new approach to the economic analysis of nonstationary time series", Econometrica 57 (1989); the
 * recursions of Baum and others (1970). Standard errors as if the states had been seen: a little too small.
 */
export function* fitRegimes(series: readonly Float64Array[], barYears: number): Generator<undefined, FittedRegimes | string> {
  const d = series.length
  const all = series.map((returns) => moments(returns))
  const n = series[0]?.length ?? 0
  const q = distances(series, all)
  const sorted = q.toSorted()
  // Begin with the quieter nine tenths as calm.
  const cut = Math.floor(0.9 * n)
  let squares: [number, number] = [mean(sorted.subarray(0, cut)) / d, mean(sorted.subarray(cut)) / d]
  let stays: [number, number] = [0.98, 0.9]
  const shares = new Float64Array(n)
  let before = -Infinity
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = expectation(q, { d, squares, stays, shares })
    squares = found.squares
    stays = found.stays
    yield
    if (!(found.likelihood - before > 1e-7 * n * 1e-2)) break
    before = found.likelihood
  }
  if (squares[0] > squares[1]) {
    squares = [squares[1], squares[0]]
    stays = [stays[1], stays[0]]
    shares.forEach((share, t) => (shares[t] = 1 - share))
  }
  const leave: [number, number] = [1 - stays[0], 1 - stays[1]]
  const sum = leave[0] + leave[1]
  if (!(sum < 1) || !(leave[0] > 0) || !(leave[1] > 0) || !Number.isFinite(squares[1] / squares[0])) return 'calm and storm cannot be told apart in these prices: they take turns from bar to bar, or one of them never comes. Choose another model, or take more prices'
  const speed = -log(1 - sum) / barYears
  const switching: [number, number] = [(speed * leave[0]) / sum, (speed * leave[1]) / sum]
  const stormy = shares.reduce((total, share) => total + share, 0)
  const times = Math.sqrt(squares[1] / squares[0])
  const calmError = 1 / Math.sqrt(2 * d * (n - stormy))
  const rateError = (i: 0 | 1): number => (switching[i] * Math.sqrt(stays[i] / ((i === 0 ? n - stormy : stormy) * leave[i])))
  return {
    instruments: series.map((returns, i) => instrumentOf(returns, { moment: all[i] as (typeof all)[number], calm: Math.sqrt(squares[0]), shares, times, barYears, calmError })),
    parameters: [
      { name: 'regimes.storm.volatilityTimes', value: times, error: times * Math.sqrt(calmError * calmError + 1 / (2 * d * stormy)) },
      { name: 'regimes.storm.share', value: leave[0] / sum, error: undefined },
      { name: 'regimes.calm.switches', value: switching[0], error: rateError(0) },
      { name: 'regimes.storm.switches', value: switching[1], error: rateError(1) },
    ],
    volatilityTimes: times,
    switching,
    notes: times < 1.3 ? ['Calm and storm hardly differ: one volatility would do.'] : [],
  }
}

interface State {
  readonly d: number
  /** times² of either state. */
  readonly squares: readonly [number, number]
  /** Probability to be in the same state a bar later. */
  readonly stays: readonly [number, number]
  /** Filled: probability of the second state given all returns. */
  readonly shares: Float64Array
}

/** One round: forwards and backwards over the bars, then the parameters that are likeliest given what was found. */
function expectation(q: Float64Array, state: State): { readonly likelihood: number; readonly squares: [number, number]; readonly stays: [number, number] } {
  const { d, shares, stays } = state
  const n = q.length
  const { likelihood, ahead, density } = forwards(q, state)
  let back0 = 1
  let back1 = 1
  const weight = new Float64Array(2)
  const square = new Float64Array(2)
  const kept = new Float64Array(2)
  const add = (to: Float64Array, i: number, value: number): void => {
    to[i] = (to[i] as number) + value
  }
  for (let t = n - 1; t >= 0; t--) {
    const share = (ahead[2 * t + 1] as number) * back1
    shares[t] = share
    add(weight, 0, 1 - share)
    add(weight, 1, share)
    add(square, 0, (1 - share) * (q[t] as number))
    add(square, 1, share * (q[t] as number))
    if (t === 0) break
    const d0 = (density[2 * t] as number) * back0
    const d1 = (density[2 * t + 1] as number) * back1
    add(kept, 0, (ahead[2 * t - 2] as number) * stays[0] * d0)
    add(kept, 1, (ahead[2 * t - 1] as number) * stays[1] * d1)
    back0 = stays[0] * d0 + (1 - stays[0]) * d1
    back1 = (1 - stays[1]) * d0 + stays[1] * d1
  }
  const end = shares[n - 1] as number
  const stay = (i: 0 | 1): number => Math.min(1 - 1e-9, (kept[i] as number) / ((weight[i] as number) - (i === 0 ? 1 - end : end)))
  return { likelihood, squares: [(square[0] as number) / (d * (weight[0] as number)), (square[1] as number) / (d * (weight[1] as number))], stays: [stay(0), stay(1)] }
}

/** Probabilities of the states given the bars so far, and the densities of each bar, both divided by that of the bar. */
function forwards(q: Float64Array, { d, squares, stays }: State): { readonly likelihood: number; readonly ahead: Float64Array; readonly density: Float64Array } {
  const n = q.length
  const [stay0, stay1] = stays
  const scale = [powerOf(squares[0], d), powerOf(squares[1], d)] as const
  const ahead = new Float64Array(2 * n)
  const density = new Float64Array(2 * n)
  let p = (1 - stay0) / (2 - stay0 - stay1)
  let likelihood = 0
  for (let t = 0; t < n; t++) {
    const x = q[t] as number
    // The greater exponent is taken out, so that not both densities underflow.
    const least = Math.min(x / squares[0], x / squares[1])
    const calm = scale[0] * exp(-0.5 * (x / squares[0] - least))
    const storm = scale[1] * exp(-0.5 * (x / squares[1] - least))
    const total = (1 - p) * calm + p * storm
    density[2 * t] = calm / total
    density[2 * t + 1] = storm / total
    likelihood += log(total) - 0.5 * least
    const now = (p * storm) / total
    ahead[2 * t] = 1 - now
    ahead[2 * t + 1] = now
    p = (1 - now) * (1 - stay0) + now * stay1
  }
  return { likelihood, ahead, density }
}

/** times^(−d) from times². */
function powerOf(square: number, d: number): number {
  let result = 1
  for (let i = 0; i < d; i++) result /= Math.sqrt(square)
  return result
}

/** z'C⁻¹z of each bar, z the returns in standard deviations, C their correlation. */
function distances(series: readonly Float64Array[], all: readonly { readonly mean: number; readonly variance: number }[]): Float64Array {
  const d = series.length
  const n = series[0]?.length ?? 0
  const z = series.map((returns, i) => {
    const { mean: middle = 0, variance = 1 } = all[i] ?? {}
    const sd = Math.sqrt(variance)
    return returns.map((r) => (r - middle) / sd)
  })
  const correlation = Float64Array.from({ length: d * d }, (_, at) => {
    const a = z[Math.floor(at / d)] as Float64Array
    const b = z[at % d] as Float64Array
    return a.reduce((sum, value, t) => sum + value * (b[t] as number), 0) / n
  })
  const back = inverse(correlation, d)
  const q = new Float64Array(n)
  for (let t = 0; t < n; t++) {
    let sum = 0
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) {
        // Instruments that are one: their inverse does not exist, and each counts for itself.
        const weight = back === undefined ? (i === j ? 1 : 0) : (back[i * d + j] as number)
        sum += weight * (z[i]?.[t] as number) * (z[j]?.[t] as number)
      }
    }
    q[t] = sum
  }
  return q
}

interface Part {
  readonly moment: { readonly mean: number; readonly variance: number }
  readonly calm: number
  readonly shares: Float64Array
  readonly times: number
  readonly barYears: number
  readonly calmError: number
}

function instrumentOf(returns: Float64Array, { moment, calm, shares, times, barYears, calmError }: Part): Fitted {
  const deviation = Math.sqrt(moment.variance) * calm
  const volatility = deviation / Math.sqrt(barYears)
  const drift = moment.mean / barYears + (0.5 * moment.variance) / barYears
  return {
    process: { type: 'gbm', drift, volatility },
    parameters: [
      { name: 'drift', value: drift, error: driftError(moment.variance, returns.length, barYears) },
      { name: 'volatility', value: volatility, error: volatility * calmError },
    ],
    residuals: returns.map((r, t) => (r - moment.mean) / (deviation * (1 + (times - 1) * (shares[t] as number)))),
    notes: [],
  }
}

function mean(x: Float64Array): number {
  return x.reduce((sum, value) => sum + value, 0) / x.length
}
