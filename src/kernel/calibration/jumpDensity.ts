import { exp } from '../random/exp.ts'
import { millsRatio, normalCdf } from '../random/normalCdf.ts'
import type { Bar } from './fitJumps.ts'

const INVERSE_SQRT_2PI = 0.3989422804014327
/** At half a jump a bar, more than this many have a probability below 2e-8. */
const MOST_JUMPS = 8

/** Density of a bar's return: normals, mixed by the Poisson number of normal jumps. */
export function mertonDensity(r: number, { mean, deviation, jumps }: Bar, jump: { readonly mean: number; readonly deviation: number }): number {
  let weight = exp(-jumps)
  let sum = 0
  for (let n = 0; n <= MOST_JUMPS && weight > 1e-12; n++) {
    const variance = deviation * deviation + n * jump.deviation * jump.deviation
    const d = r - mean - n * jump.mean
    sum += (weight * INVERSE_SQRT_2PI * exp((-0.5 * d * d) / variance)) / Math.sqrt(variance)
    weight *= jumps / (n + 1)
  }
  return sum
}

/** The same with exponential jumps, at most one: the normal's convolution with an exponential on either side. */
export function kouDensity(r: number, { mean, deviation, jumps }: Bar, { upShare, upMean, downMean }: { readonly upShare: number; readonly upMean: number; readonly downMean: number }): number {
  const none = exp(-jumps)
  const z = (r - mean) / deviation
  const still = (INVERSE_SQRT_2PI * exp(-0.5 * z * z)) / deviation
  return none * still + (1 - none) * ((upShare / upMean) * convolved(z, deviation / upMean) + ((1 - upShare) / downMean) * convolved(-z, deviation / downMean))
}

/** e^(½s² − s·z)·Φ(z − s): the density of a normal plus an exponential of mean 1/s, times that mean; s and z in deviations. */
function convolved(z: number, s: number): number {
  const at = z - s
  // ½s² − s·z = ½(z − s)² − ½z², and e^(½a²)·Φ(a) is Mills' ratio at −a over √2π.
  return at < 0 ? INVERSE_SQRT_2PI * exp(-0.5 * z * z) * millsRatio(-at) : exp(0.5 * s * s - s * z) * normalCdf(at)
}
