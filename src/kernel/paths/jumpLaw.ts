import type { CounterRandom } from '../random/CounterRandom.ts'
import { exp } from '../random/exp.ts'
import { log } from '../random/log.ts'
import type { JumpLaw, KouLaw } from './MarketModel.ts'

/** E[e^(beta·J)] − 1: what one jump adds to the expected price. Infinite where the upward mean times beta is 1 or more. */
export function meanJump(law: JumpLaw, beta: number): number {
  if (law.type === 'merton') return exp(beta * law.mean + 0.5 * beta * beta * law.volatility * law.volatility) - 1
  const up = beta * law.upMean
  const down = beta * law.downMean
  // ∫ η e^(−ηx)·e^(βx) dx = η/(η − β) = 1/(1 − β/η), on either side.
  return up >= 1 || down <= -1 ? Infinity : law.upShare / (1 - up) + (1 - law.upShare) / (1 + down) - 1
}

/** The sum of n jumps, n ≥ 1. */
export function jumpSum(law: JumpLaw, n: number, random: CounterRandom): number {
  // The sum of n normals is normal with n times the mean and √n times the deviation: one draw is enough.
  if (law.type === 'merton') return n * law.mean + law.volatility * Math.sqrt(n) * random.normal()
  let sum = 0
  for (let k = 0; k < n; k++) sum += kouJump(law, random)
  return sum
}

function kouJump(law: KouLaw, random: CounterRandom): number {
  const isUp = random.uniform() < law.upShare
  const size = -log(random.uniform())
  return isUp ? law.upMean * size : -law.downMean * size
}
