import { expect } from 'vitest'
import type { MarketModel } from '../paths/MarketModel.ts'
import { marketPath, type MarketPath } from '../paths/marketPath.ts'
import type { PathGrid } from '../paths/pathColumns.ts'

/** Distance of the mean of independent values from what it should be, in standard errors. */
export function zOf(sample: readonly number[], expected: number): number {
  const n = sample.length
  const mean = sample.reduce((a, b) => a + b, 0) / n
  const variance = sample.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (n - 1)
  return (mean - expected) / Math.sqrt(variance / n)
}

/** Within four standard errors: by chance once in 16,000 tests; seeds are fixed, so never by chance tomorrow. */
export function expectMean(sample: readonly number[], expected: number): void {
  expect(Math.abs(zOf(sample, expected))).toBeLessThan(4)
}

/** A figure of each of many independent paths. */
export function overPaths(model: MarketModel, grid: PathGrid, paths: number, figure: (path: MarketPath) => number): number[] {
  return Array.from({ length: paths }, (_, path) => figure(marketPath(model, grid, { seed: 77, path })))
}

/** One instrument at 100. */
export function alone(one: Omit<MarketModel['instruments'][number], 'start'>, shared: Partial<MarketModel> = {}): MarketModel {
  return { instruments: [{ start: 100, ...one }], correlation: new Float64Array([1]), ...shared }
}

/** Logarithmic returns of an instrument from close to close; the first from its start. */
export function returnsIn({ close, jumped }: MarketPath, start = 100, i = 0): Float64Array {
  const bars = jumped.length
  return close.slice(i * bars, (i + 1) * bars).map((price, bar, column) => Math.log(price / (bar === 0 ? start : (column[bar - 1] ?? NaN))))
}

export function averageOf(x: Float64Array, term: (value: number, at: number) => number): number {
  return x.reduce((sum, value, at) => sum + term(value, at), 0) / x.length
}
