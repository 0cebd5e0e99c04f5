import { quantile } from './statistics.ts'

/** Returns in groups of nearly equal size: their means, and how many there are of each. */
export interface Binned {
  readonly at: Float64Array
  readonly weight: Float64Array
}

/** Groups, and as many of the outermost values alone on either side: the tails decide on the jumps. */
const GROUPS = 600
const ALONE = 300

/** For a likelihood of independent returns, in which their order does not count. @param sorted  ascending */
export function binned(sorted: Float64Array): Binned {
  const n = sorted.length
  if (n <= GROUPS + 2 * ALONE) return { at: sorted, weight: new Float64Array(n).fill(1) }
  const at: number[] = [...sorted.subarray(0, ALONE)]
  const weight: number[] = at.map(() => 1)
  const middle = n - 2 * ALONE
  for (let g = 0; g < GROUPS; g++) {
    const from = ALONE + Math.floor((g * middle) / GROUPS)
    const to = ALONE + Math.floor(((g + 1) * middle) / GROUPS)
    at.push(sorted.subarray(from, to).reduce((a, b) => a + b, 0) / (to - from))
    weight.push(to - from)
  }
  for (const value of sorted.subarray(n - ALONE)) {
    at.push(value)
    weight.push(1)
  }
  return { at: Float64Array.from(at), weight: Float64Array.from(weight) }
}

/** Where the diffusion ends and the jumps begin, at first sight. */
export interface Threshold {
  readonly median: number
  /** Of the bulk: the distance between the quartiles of a normal distribution is 1.349 deviations. */
  readonly deviation: number
  readonly ups: Float64Array
  readonly downs: Float64Array
}

/** Returns further than this many deviations of the bulk from the median. */
const OUTLIER = 4

export function threshold(sorted: Float64Array): Threshold {
  const median = quantile(sorted, 0.5)
  const deviation = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.3489795003921634
  return {
    median,
    deviation,
    ups: sorted.filter((r) => r > median + OUTLIER * deviation).map((r) => r - median),
    downs: sorted.filter((r) => r < median - OUTLIER * deviation).map((r) => median - r),
  }
}
