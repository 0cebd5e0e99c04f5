import { exp } from '../random/exp.ts'
import { log } from '../random/log.ts'
import { normalCdf } from '../random/normalCdf.ts'
import type { HestonModel } from './MarketModel.ts'

/** Where the quadratic form hands over to the one with an atom at zero; both exist from 1 to 2. */
const SWITCH = 1.5

/** What a step of the variance needs, worked out once. */
export interface HestonStep {
  readonly mean: number
  /** e^(−reversion·step). */
  readonly decay: number
  /** Conditional variance of the next variance: slope·v + base. */
  readonly slope: number
  readonly base: number
}

export function hestonStep({ longVolatility, reversion, volOfVol }: HestonModel, years: number): HestonStep {
  const decay = exp(-reversion * years)
  const square = (volOfVol * volOfVol) / reversion
  const mean = longVolatility * longVolatility
  return { mean, decay, slope: square * decay * (1 - decay), base: 0.5 * square * mean * (1 - decay) * (1 - decay) }
}

/**
 * The variance a step later: the quadratic-exponential scheme of L. Andersen, "Simple and efficient simulation of the Heston
 * stochastic volatility model", Journal of Computational Finance 11(3), 2008, section 3.2. The draw has the conditional mean
 * and variance of the square-root process exactly, and so mean, variance and autocorrelation of v at the points of the
 * grid are exact for any step; it is never negative.
 * @param z  standard normal; a greater one gives a greater variance
 */
export function nextVariance(v: number, step: HestonStep, z: number): number {
  const mean = step.mean + (v - step.mean) * step.decay
  if (mean <= 0) return 0
  const psi = (step.slope * v + step.base) / (mean * mean)
  if (psi <= 0) return mean
  if (psi <= SWITCH) {
    const two = 2 / psi
    const square = two - 1 + Math.sqrt(two) * Math.sqrt(two - 1)
    const root = Math.sqrt(square) + z
    return (mean / (1 + square)) * root * root
  }
  const atZero = (psi - 1) / (psi + 1)
  const above = normalCdf(-z)
  return above >= 1 - atZero ? 0 : (mean / (1 - atZero)) * log((1 - atZero) / above)
}
