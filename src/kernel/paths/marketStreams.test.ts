import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectMean, zOf } from '../testing/samples.ts'
import type { JumpLaw, MarketInstrument, MarketModel, PriceProcess } from './MarketModel.ts'
import { marketPath } from './marketPath.ts'
import { pricePath } from './pricePath.ts'

const PROCESSES: readonly PriceProcess[] = [
  { type: 'gbm', drift: 0.1, volatility: 0.6 },
  { type: 'heston', drift: 0, volatility: 0.6, longVolatility: 0.5, reversion: 80, volOfVol: 4, leverage: -0.6 },
  { type: 'garch', drift: 0, volatility: 0.6, alpha: 0.1, beta: 0.8, gamma: 0.05 },
  { type: 'ou', level: 90, reversion: 50, volatility: 0.4 },
  { type: 'bridge', end: 120, volatility: 0.5 },
]
const MERTON: JumpLaw = { type: 'merton', perYear: 30, mean: -0.05, volatility: 0.1 }
const KOU: JumpLaw = { type: 'kou', perYear: 60, upShare: 0.4, upMean: 0.03, downMean: 0.05 }
const regimes = { states: [{ volatilityTimes: 1, drift: 0, jumpsTimes: 1 }, { volatilityTimes: 2, drift: -0.5, jumpsTimes: 3 }], switching: Float64Array.of(0, 20, 50, 0) }

/** Correlation 0.5 for every pair. */
function marketOf(instruments: readonly Omit<MarketInstrument, 'start'>[], shared: Partial<MarketModel> = {}): MarketModel {
  const n = instruments.length
  return { instruments: instruments.map((one) => ({ start: 100, ...one })), correlation: Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0.5)), ...shared }
}

const laws = fc.constantFrom(undefined, MERTON, KOU)
const instruments = fc.array(fc.record({ process: fc.constantFrom(...PROCESSES), jumps: laws }), { minLength: 1, maxLength: 4 }).map((all) => all.map(({ process, jumps }) => (jumps === undefined ? { process } : { process, jumps })))
const shared = fc.record({ commonJumps: laws, regimes: fc.constantFrom(undefined, regimes) }).map(({ commonJumps, regimes: chain }) => ({ ...(commonJumps === undefined ? {} : { commonJumps }), ...(chain === undefined ? {} : { regimes: chain }) }))
const grid = { bars: 60, barYears: 1 / 365, stepsPerBar: 3 }

describe('streams', () => {
  it('[S8] adding instruments leaves those before them as they were, bit for bit', () => {
    fc.assert(
      fc.property(instruments, instruments, shared, fc.nat(), (few, more, common, seed) => {
        const address = { seed, path: 0 }
        const without = marketPath(marketOf(few, common), grid, address)
        const together = marketPath(marketOf([...few, ...more], common), grid, address)
        for (const column of ['open', 'high', 'low', 'close'] as const) expect([...together[column].subarray(0, few.length * grid.bars)]).toEqual([...without[column]])
      }),
      { numRuns: 40 },
    )
  })

  it('[S8] jumps and regimes that do nothing leave every path as it was', () => {
    fc.assert(
      fc.property(instruments, fc.nat(), (some, seed) => {
        const still = { commonJumps: { ...KOU, perYear: 0 }, regimes: { ...regimes, states: regimes.states.map(() => ({ volatilityTimes: 1, drift: 0, jumpsTimes: 1 })) } }
        const bare = some.map(({ process }) => ({ process }))
        const quiet = bare.map((one) => ({ ...one, jumps: { ...MERTON, perYear: 0 } }))
        expect([...marketPath(marketOf(quiet, still), grid, { seed, path: 0 }).close]).toEqual([...marketPath(marketOf(bare), grid, { seed, path: 0 }).close])
      }),
      { numRuns: 30 },
    )
  })

  it('[S8] a longer path begins as the shorter one did; only a bridge knows its end', () => {
    fc.assert(
      fc.property(instruments, shared, fc.integer({ min: 1, max: 59 }), fc.nat(), (all, common, bars, seed) => {
        const free = all.filter(({ process }) => process.type !== 'bridge')
        fc.pre(free.length > 0)
        const long = marketPath(marketOf(free, common), grid, { seed, path: 3 })
        const short = marketPath(marketOf(free, common), { ...grid, bars }, { seed, path: 3 })
        for (let i = 0; i < free.length; i++) expect([...long.close.subarray(i * 60, i * 60 + bars)]).toEqual([...short.close.subarray(i * bars, (i + 1) * bars)])
      }),
      { numRuns: 40 },
    )
  })

  it('[S8] low ≤ open, close ≤ high, above zero, and it jumps where it says so and only there', () => {
    fc.assert(
      fc.property(instruments, shared, fc.nat(), (all, common, seed) => {
        const { open, high, low, close, jumped } = marketPath(marketOf(all, common), grid, { seed, path: 0 })
        for (let i = 0; i < all.length; i++) {
          for (let bar = 0; bar < 60; bar++) {
            const at = i * 60 + bar
            expect(low[at]).toBeGreaterThan(0)
            expect(low[at]).toBeLessThanOrEqual(Math.min(open[at] ?? NaN, close[at] ?? NaN))
            expect(high[at]).toBeGreaterThanOrEqual(Math.max(open[at] ?? NaN, close[at] ?? NaN))
            if (jumped[bar] === 0) expect(open[at]).toBe(bar === 0 ? 100 : close[at - 1])
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('[S8] with processes gbm and normal jumps it is pricePath', () => {
    const [plain] = PROCESSES
    if (plain?.type !== 'gbm') throw new Error('the first is gbm')
    const own = { perYear: 30, mean: -0.05, volatility: 0.1 }
    const model = marketOf([{ process: plain, jumps: { type: 'merton', ...own } }, { process: plain, commonJumpBeta: 0.5 }], { commonJumps: MERTON })
    const old = { instruments: [{ start: 100, drift: 0.1, volatility: 0.6, jumps: own }, { start: 100, drift: 0.1, volatility: 0.6, commonJumpBeta: 0.5 }], correlation: model.correlation, commonJumps: own }
    const before = pricePath(old, grid, { seed: 9, path: 1 })
    marketPath(model, grid, { seed: 9, path: 1 }).close.forEach((price, at) => expect(Math.abs(price / (before.close[at] ?? NaN) - 1)).toBeLessThan(1e-13))
  })
})

describe('correlation', () => {
  it('[S8] is that of the Brownian parts, whatever the process', () => {
    // In the first of two very short bars all volatilities are constants. The bridge has one of two steps behind it: half
    // its variance, and a mean of its own.
    const model = marketOf(PROCESSES.map((process) => ({ process })))
    const short = { bars: 2, barYears: 1e-6, stepsPerBar: 1 }
    const normals = Array.from({ length: 20_000 }, (_, path) => {
      const { close } = marketPath(model, short, { seed: 4, path })
      return PROCESSES.map((process, i) => Math.log((close[2 * i] ?? NaN) / 100) / (process.volatility * 1e-3))
    })
    const means = PROCESSES.map((_, i) => normals.reduce((sum, x) => sum + (x[i] ?? NaN), 0) / normals.length)
    for (let i = 0; i < PROCESSES.length; i++) {
      for (let j = 0; j < i; j++) {
        const products = normals.map((x) => ((x[i] ?? NaN) - (means[i] ?? NaN)) * ((x[j] ?? NaN) - (means[j] ?? NaN)))
        const expected = PROCESSES[i]?.type === 'bridge' ? 0.5 * Math.SQRT1_2 : 0.5
        expectMean(products, expected)
        expect(Math.abs(zOf(products, 0.9 * expected))).toBeGreaterThan(4)
      }
    }
  })
})
