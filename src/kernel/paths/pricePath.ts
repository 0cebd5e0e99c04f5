import { CounterRandom } from '../random/CounterRandom.ts'
import { exp } from '../random/exp.ts'
import { cholesky } from './cholesky.ts'
import { emptyPath, extendBar, openBar, type PathGrid, type PricePath } from './pathColumns.ts'
import type { JumpModel, PathInstrument, PathModel } from './PathModel.ts'
import { poisson } from './poisson.ts'

const COMMON_STREAM = 0xffffffff

/**
 * One path of correlated geometric Brownian motions with common and own jumps, exact at the points of the grid:
 *
 *   d ln S_i = (μ_i − ½σ_i² − λ·κ_i − λ_c·κ_ci) dt + σ_i dW_i + J_i dN_i + β_i·J_c dN_c,   corr(dW_i, dW_j) = ρ_ij
 *
 * κ = e^(m + ½s²) − 1 is the mean relative jump; taking it out of the drift makes μ the growth of the expected price.
 * All jumps of a bar happen at its open, so that a bar's candle is: gap, then a continuous path. Each instrument's
 * Brownian and jump numbers are streams of their own: switching jumps on leaves the Brownian part as it was.
 * @param address  seed and path number, whole numbers from 0 to 2^53 − 1
 */
export function pricePath(model: PathModel, grid: PathGrid, address: { readonly seed: number; readonly path: number }): PricePath {
  const count = model.instruments.length
  const lower = cholesky(model.correlation, count)
  if (lower === undefined) throw new RangeError('The correlation matrix is not positive semidefinite')
  const path = emptyPath(count, grid.bars)
  const normals = new Float64Array(count)
  const logs = new Float64Array(count)
  const brownian = model.instruments.map((_, i) => new CounterRandom({ ...address, stream: 2 * i }))
  const jumps = jumpSources(model, grid, address)
  const stepYears = grid.barYears / grid.stepsPerBar
  const drift = Float64Array.from(model.instruments, (one) => stepDrift(one, model.commonJumps) * stepYears)
  const spread = Float64Array.from(model.instruments, (one) => one.volatility * Math.sqrt(stepYears))
  const start = Float64Array.from(model.instruments, (one) => one.start)
  for (let bar = 0; bar < grid.bars; bar++) {
    if (addJumps(jumps, logs)) path.jumped[bar] = 1
    openBar(path, bar, start, logs)
    for (let step = 0; step < grid.stepsPerBar; step++) {
      for (let i = 0; i < count; i++) normals[i] = (brownian[i] as CounterRandom).normal()
      for (let i = 0; i < count; i++) {
        let z = 0
        for (let k = 0; k <= i; k++) z += (lower[i * count + k] as number) * (normals[k] as number)
        logs[i] = (logs[i] as number) + (drift[i] as number) + (spread[i] as number) * z
      }
      extendBar(path, bar, start, logs)
    }
  }
  return path
}

interface JumpSource {
  readonly jump: JumpModel
  readonly random: CounterRandom
  /** e^(−expected jumps a bar). */
  readonly none: number
  readonly expected: number
  /** What a jump of 1 does to each instrument. */
  readonly weights: Float64Array
}

function jumpSources(model: PathModel, grid: PathGrid, address: { readonly seed: number; readonly path: number }): JumpSource[] {
  const sources: JumpSource[] = []
  const add = (jump: JumpModel, stream: number, weights: Float64Array): void => {
    const expected = jump.perYear * grid.barYears
    sources.push({ jump, random: new CounterRandom({ ...address, stream }), none: exp(-expected), expected, weights })
  }
  const betas = Float64Array.from(model.instruments, (one) => one.commonJumpBeta ?? 1)
  if (model.commonJumps !== undefined) add(model.commonJumps, COMMON_STREAM, betas)
  model.instruments.forEach((one, i) => {
    const alone = new Float64Array(model.instruments.length)
    alone[i] = 1
    if (one.jumps !== undefined) add(one.jumps, 2 * i + 1, alone)
  })
  return sources
}

/** Adds the jumps of one bar to the logarithms; true where there was one. */
function addJumps(sources: readonly JumpSource[], logs: Float64Array): boolean {
  let any = false
  for (const source of sources) {
    const n = poisson(source.random.uniform(), source.none, source.expected)
    if (n === 0) continue
    any = true
    // The sum of n normals is normal with n times the mean and √n times the deviation: one draw is enough.
    const sum = n * source.jump.mean + source.jump.volatility * Math.sqrt(n) * source.random.normal()
    for (let i = 0; i < logs.length; i++) logs[i] = (logs[i] as number) + (source.weights[i] as number) * sum
  }
  return any
}

function stepDrift(one: PathInstrument, common: JumpModel | undefined): number {
  const beta = one.commonJumpBeta ?? 1
  const own = one.jumps === undefined ? 0 : one.jumps.perYear * meanJump(one.jumps, 1)
  const shared = common === undefined ? 0 : common.perYear * meanJump(common, beta)
  return one.drift - 0.5 * one.volatility * one.volatility - own - shared
}

/** E[e^(β·J)] − 1. */
function meanJump(jump: JumpModel, beta: number): number {
  return exp(beta * jump.mean + 0.5 * beta * beta * jump.volatility * jump.volatility) - 1
}
