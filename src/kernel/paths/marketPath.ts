import { CounterRandom } from '../random/CounterRandom.ts'
import { exp } from '../random/exp.ts'
import { cholesky } from './cholesky.ts'
import { jumpSum, meanJump } from './jumpLaw.ts'
import { ONE_REGIME, type JumpLaw, type MarketModel, type RegimeEffect } from './MarketModel.ts'
import { emptyPath, extendBar, openBar, type PathGrid, type PricePath } from './pathColumns.ts'
import { poisson } from './poisson.ts'
import { stepperOf } from './stepperOf.ts'
import { transitionMatrix } from './transitionMatrix.ts'

/* Streams: 2i the Brownian part of instrument i, 2i + 1 its jumps, as in pricePath; OWN + i what else it draws. */
const COMMON_STREAM = 0xffffffff
const REGIME_STREAM = 0xfffffffe
const OWN_STREAM = 0x40000000

export interface MarketPath extends PricePath {
  /** One a bar: number of the regime that ruled it. */
  readonly regime: Uint8Array
}

/**
 * One path of instruments with correlated Brownian parts, each by a process of its own, with common and own jumps and
 * regimes over the whole market. Every drift is the growth of the expected price, jumps included (given the regimes).
 *
 * All jumps of a bar happen at its open, so that a bar's candle is: gap, then a continuous path. Each instrument's Brownian
 * part, jumps and variance, the common jumps and the regimes have streams of their own: adding one leaves the others as
 * they were. Bar k does not depend on how many follow it, except of a bridge. With processes `gbm` and normal jumps it is
 * the path of pricePath, up to the rounding of the last bits.
 * @param address  seed and path number, whole numbers from 0 to 2^53 − 1
 */
export function marketPath(model: MarketModel, grid: PathGrid, address: { readonly seed: number; readonly path: number }): MarketPath {
  const count = model.instruments.length
  const lower = cholesky(model.correlation, count)
  if (lower === undefined) throw new RangeError('The correlation matrix is not positive semidefinite')
  const regimes = model.regimes?.states ?? [ONE_REGIME]
  const path: MarketPath = { ...emptyPath(count, grid.bars), regime: regimesOf(model, grid, address) }
  const normals = new Float64Array(count)
  const logs = new Float64Array(count)
  const brownian = model.instruments.map((_, i) => new CounterRandom({ ...address, stream: 2 * i }))
  const jumps = jumpSources(model, grid, { address, regimes })
  const start = Float64Array.from(model.instruments, (one) => one.start)
  const steppers = model.instruments.map((one, i) =>
    stepperOf(one, { grid, regimes, compensation: compensation(model, i, regimes), own: new CounterRandom({ ...address, stream: OWN_STREAM + i }) }),
  )
  for (let bar = 0; bar < grid.bars; bar++) {
    const state = path.regime[bar] as number
    if (addJumps(jumps, state, logs)) path.jumped[bar] = 1
    openBar(path, bar, start, logs)
    for (const stepper of steppers) stepper.openBar(state)
    for (let step = 0; step < grid.stepsPerBar; step++) {
      for (let i = 0; i < count; i++) normals[i] = (brownian[i] as CounterRandom).normal()
      for (let i = 0; i < count; i++) {
        let z = 0
        for (let k = 0; k <= i; k++) z += (lower[i * count + k] as number) * (normals[k] as number)
        logs[i] = (steppers[i] as (typeof steppers)[number]).step(logs[i] as number, z)
      }
      extendBar(path, bar, start, logs)
    }
  }
  return path
}

/** The chain at the open of each bar: exact, whatever the size of a bar. It starts in the first state. */
function regimesOf({ regimes }: MarketModel, grid: PathGrid, address: { readonly seed: number; readonly path: number }): Uint8Array {
  const states = new Uint8Array(grid.bars)
  if (regimes === undefined) return states
  const k = regimes.states.length
  const matrix = transitionMatrix(regimes.switching, k, grid.barYears)
  const random = new CounterRandom({ ...address, stream: REGIME_STREAM })
  let state = 0
  for (let bar = 1; bar < grid.bars; bar++) {
    let rest = random.uniform()
    let next = 0
    while (next < k - 1 && rest > (matrix[state * k + next] as number)) {
      rest -= matrix[state * k + next] as number
      next += 1
    }
    state = next
    states[bar] = state
  }
  return states
}

interface JumpSource {
  readonly law: JumpLaw
  readonly random: CounterRandom
  /** Expected jumps a bar, and e^(−them): one a regime. */
  readonly expected: Float64Array
  readonly none: Float64Array
  /** What a jump of 1 does to each instrument. */
  readonly weights: Float64Array
}

interface JumpSetting {
  readonly address: { readonly seed: number; readonly path: number }
  readonly regimes: readonly RegimeEffect[]
}

function jumpSources(model: MarketModel, grid: PathGrid, { address, regimes }: JumpSetting): JumpSource[] {
  const sources: JumpSource[] = []
  const add = (law: JumpLaw, stream: number, weights: Float64Array): void => {
    const expected = Float64Array.from(regimes, (each) => law.perYear * grid.barYears * each.jumpsTimes)
    sources.push({ law, random: new CounterRandom({ ...address, stream }), expected, none: expected.map((mean) => exp(-mean)), weights })
  }
  if (model.commonJumps !== undefined) add(model.commonJumps, COMMON_STREAM, Float64Array.from(model.instruments, (one) => one.commonJumpBeta ?? 1))
  model.instruments.forEach((one, i) => {
    const alone = new Float64Array(model.instruments.length)
    alone[i] = 1
    if (one.jumps !== undefined) add(one.jumps, 2 * i + 1, alone)
  })
  return sources
}

/** Adds the jumps of one bar to the logarithms; true where there was one. */
function addJumps(sources: readonly JumpSource[], state: number, logs: Float64Array): boolean {
  let any = false
  for (const { law, random, expected, none, weights } of sources) {
    const n = poisson(random.uniform(), none[state] as number, expected[state] as number)
    if (n === 0) continue
    any = true
    const sum = jumpSum(law, n, random)
    for (let i = 0; i < logs.length; i++) logs[i] = (logs[i] as number) + (weights[i] as number) * sum
  }
  return any
}

/** λκ of the own and the common jumps of an instrument, a year, in each regime. */
function compensation(model: MarketModel, i: number, regimes: readonly RegimeEffect[]): Float64Array {
  const { jumps, commonJumpBeta = 1 } = model.instruments[i] as MarketModel['instruments'][number]
  const own = jumps === undefined ? 0 : jumps.perYear * meanJump(jumps, 1)
  const shared = model.commonJumps === undefined ? 0 : model.commonJumps.perYear * meanJump(model.commonJumps, commonJumpBeta)
  return Float64Array.from(regimes, (each) => (own + shared) * each.jumpsTimes)
}
