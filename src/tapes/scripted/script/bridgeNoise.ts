import { CounterRandom, exp } from '../../../kernel/index.ts'
import { YEAR_MILLIS } from '../../synthetic/syntheticTape.ts'
import type { Script } from './Script.ts'

/**
 * Factors e^(s B) between two corners, B a Brownian bridge that is 0 at both. A number is drawn for every tick and instrument
 * whether it is used or not, so a part that changes leaves the noise of the others as it was. [S21]
 *
 * Stream 0 is what all have in common, stream 1 + i the instrument's own; with c the common share of the variance a step is
 * sqrt(c) Z0 + sqrt(1 - c) Zi.
 */
export function bridgeNoise({ seed, volatility, correlation, barMillis, instruments }: Script, i: number, ticks: number): (from: number, to: number, scale: number) => Float64Array {
  const yearly = instruments[i]?.volatility ?? volatility
  const perBar = yearly * Math.sqrt(barMillis / YEAR_MILLIS)
  const steps = perBar === 0 ? new Float64Array(0) : stepsOf({ seed, correlation }, i, ticks)
  return (from, to, scale) => {
    const n = to - from
    const factors = new Float64Array(n + 1).fill(1)
    const size = perBar * scale
    if (size === 0) return factors
    const sums = new Float64Array(n + 1)
    for (let k = 1; k <= n; k += 1) sums[k] = (sums[k - 1] ?? 0) + (steps[from + k] ?? 0)
    const end = sums[n] ?? 0
    for (let k = 1; k < n; k += 1) factors[k] = exp(size * ((sums[k] ?? 0) - (end * k) / n))
    return factors
  }
}

function stepsOf({ seed, correlation }: Pick<Script, 'seed' | 'correlation'>, i: number, ticks: number): Float64Array {
  const common = new CounterRandom({ seed, path: 0, stream: 0 })
  const own = new CounterRandom({ seed, path: 0, stream: 1 + i })
  const [a, b] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)]
  return Float64Array.from({ length: ticks }, () => a * common.normal() + b * own.normal())
}
