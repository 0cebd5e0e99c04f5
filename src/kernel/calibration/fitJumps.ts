import { exp } from '../random/exp.ts'
import { log } from '../random/log.ts'
import { meanJump } from '../paths/jumpLaw.ts'
import type { JumpLaw } from '../paths/MarketModel.ts'
import { binned, threshold, type Threshold } from './binned.ts'
import { hessian, inverse, rootsOfDiagonal } from './curvature.ts'
import type { FittedParameter, Fitting } from './Fitted.ts'
import { driftError } from './fitGbm.ts'
import { kouDensity, mertonDensity } from './jumpDensity.ts'
import { nelderMead } from './nelderMead.ts'
import { moments } from './statistics.ts'

const MOST_EVALUATIONS = 900
/** More jumps a bar than this cannot be told from the diffusion; with Kou's, of which one a bar is counted, fewer. */
const MOST_JUMPS_A_BAR = { merton: 0.5, kou: 0.2 } as const

/** A law of jumps as a search sees it: coordinates without bounds, the first three those of the diffusion and the frequency. */
interface JumpSearch {
  readonly density: (r: number, bar: Bar, at: Float64Array) => number
  /** Coordinates 3 and on: where to begin. */
  readonly start: (seen: Threshold) => readonly number[]
  readonly law: (at: Float64Array, perYear: number) => JumpLaw
  /** Names of the coordinates from 3 on, with dvalue/dcoordinate as a function of the value. */
  readonly names: readonly { readonly name: string; readonly slope: (value: number) => number; readonly value: (coordinate: number) => number }[]
}

/** The diffusion of a bar, and the expected number of jumps in it. */
export interface Bar {
  readonly mean: number
  readonly deviation: number
  readonly jumps: number
}

const same = { value: (x: number) => x, slope: () => 1 }
const positive = { value: exp, slope: (value: number) => value }
const share = { value: (x: number) => 1 / (1 + exp(-x)), slope: (value: number) => value * (1 - value) }

const MERTON: JumpSearch = {
  density: (r, bar, at) => mertonDensity(r, bar, { mean: at[3] as number, deviation: exp(at[4] as number) }),
  start: ({ ups, downs, deviation }) => {
    const all = Float64Array.from([...ups, ...downs.map((size) => -size)])
    const { mean, variance } = all.length === 0 ? { mean: 0, variance: 0 } : moments(all)
    return [mean, log(Math.max(Math.sqrt(variance), 2 * deviation))]
  },
  law: (at, perYear) => ({ type: 'merton', perYear, mean: at[3] as number, volatility: exp(at[4] as number) }),
  names: [{ name: 'jumps.mean', ...same }, { name: 'jumps.volatility', ...positive }],
}

const KOU: JumpSearch = {
  density: (r, bar, at) => kouDensity(r, bar, { upShare: share.value(at[3] as number), upMean: exp(at[4] as number), downMean: exp(at[5] as number) }),
  start: ({ ups, downs, deviation }) => {
    const sizeOf = (sizes: Float64Array): number => log(Math.min(0.9, Math.max(2 * deviation, sizes.length === 0 ? 0 : moments(sizes).mean)))
    return [log((ups.length + 1) / (downs.length + 1)), sizeOf(ups), sizeOf(downs)]
  },
  law: (at, perYear) => ({ type: 'kou', perYear, upShare: share.value(at[3] as number), upMean: exp(at[4] as number), downMean: exp(at[5] as number) }),
  names: [{ name: 'jumps.upShare', ...share }, { name: 'jumps.upMean', ...positive }, { name: 'jumps.downMean', ...positive }],
}

/**
 * Brownian motion with jumps by maximum likelihood of the independent returns of a bar: Merton's as a mixture of normals by
 * the number of jumps, Kou's with at most one jump a bar (Ball and Torous 1983; Kou 2002, section 2). Begins with the
 * returns beyond four deviations of the bulk as jumps. Standard errors by the observed information.
 */
export function* fitJumps(returns: Float64Array, barYears: number, type: JumpLaw['type']): Fitting {
  const search = type === 'merton' ? MERTON : KOU
  const n = returns.length
  const sorted = returns.toSorted()
  const { at: values, weight } = binned(sorted)
  const { mean, variance } = moments(returns)
  const seen = threshold(sorted)
  const bulk = Math.max(seen.deviation, 0.05 * Math.sqrt(variance))
  const f = (at: Float64Array): number => {
    const bar = barOf(at)
    // A diffusion of nothing would explain a return that occurs twice with infinite likelihood.
    if (!(bar.deviation > 0.2 * bulk && bar.jumps <= MOST_JUMPS_A_BAR[type] && bar.jumps * n > 0.5) || !(at[4] as number < (type === 'kou' ? 0 : 1)) || !((at[5] ?? 0) < 1)) return Infinity
    let sum = 0
    for (let i = 0; i < values.length; i++) sum -= (weight[i] as number) * log(Math.max(1e-300, search.density(values[i] as number, bar, at)))
    return sum
  }
  const outliers = seen.ups.length + seen.downs.length
  const start = Float64Array.from([seen.median, log(bulk), log(Math.min(0.8 * MOST_JUMPS_A_BAR[type], Math.max(1, outliers) / n)), ...search.start({ ...seen, deviation: bulk })])
  const { at } = yield* nelderMead(f, start, start.map((_, i) => (i === 0 ? 0.1 * bulk : i === 3 && type === 'merton' ? bulk : 0.3)), MOST_EVALUATIONS)
  yield
  const steps = at.map((_, i) => (i === 0 ? 0.02 * bulk : i === 3 && type === 'merton' ? 0.02 * exp(at[4] as number) : 0.02))
  const errors = rootsOfDiagonal(inverse(hessian(f, at, steps), at.length), at.length)
  const bar = barOf(at)
  const perYear = bar.jumps / barYears
  const law = search.law(at, perYear)
  const volatility = bar.deviation / Math.sqrt(barYears)
  const drift = bar.mean / barYears + 0.5 * volatility * volatility + perYear * meanJump(law, 1)
  const scaled = (name: string, value: number, error: number | undefined, slope: number): FittedParameter => ({ name, value, error: error === undefined ? undefined : error * slope })
  return {
    process: { type: 'gbm', drift, volatility },
    jumps: law,
    parameters: [
      { name: 'drift', value: drift, error: driftError(variance, n, barYears) },
      scaled('volatility', volatility, errors[1], volatility),
      scaled('jumps.perYear', perYear, errors[2], perYear),
      ...search.names.map(({ name, value, slope }, i) => scaled(name, value(at[3 + i] as number), errors[3 + i], slope(value(at[3 + i] as number)))),
    ],
    residuals: returns.map((r) => (r - mean) / bar.deviation),
    notes: notesOf(n * bar.jumps, bar.jumps, 0.9 * MOST_JUMPS_A_BAR[type]),
  }
}

function barOf(at: Float64Array): Bar {
  return { mean: at[0] as number, deviation: exp(at[1] as number), jumps: exp(at[2] as number) }
}

function notesOf(expected: number, aBar: number, most: number): string[] {
  return [
    ...(expected < 10 ? [`These prices have about ${Math.round(expected)} jumps: too few to say much about their size.`] : []),
    ...(aBar > most ? [`As many jumps as can be told from the diffusion, one every ${Math.round(1 / aBar)} bars, and more would fit better: take shorter bars, or a model of changing volatility.`] : []),
  ]
}
