import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountTotals, asPrice, bookAccount, builtinRules, poolId, positionView, price, qty, quote, rate, resolveRules, valueOf, type Account, type Instrument,
  type PoolRef, type Position, type Price, type Rules,
} from '../engine/index.ts'
import { createPoolFigures, fromEngine, liquidationLevel, marginRatio, poolFigures, ratioBucket } from './index.ts'

/** Stated accuracy of the float mirror, relative to the size of what was added up. */
const RELATIVE = 1e-12

const symbols = ['BTC-PERP', 'ETH-PERP', 'SOL-PERP'] as const
const instruments: ReadonlyMap<string, Instrument> = new Map(
  symbols.map((symbol) => [symbol, { symbol, base: symbol.slice(0, 3), type: 'linear', contractSize: qty('1'), openInterest: undefined, quote: 'USDT', tickSize: price('0.01'), qtyStep: qty('0.000001'), beta: rate('1') }]),
)

interface Case {
  readonly account: Account
  readonly rules: Rules
  readonly marks: ReadonlyMap<string, Price>
}

const leg = fc.record({
  series: fc.integer({ min: 0, max: 2 }),
  pool: fc.constantFrom<PoolRef>('cross', 'isolated', 'bucket:a'),
  units: fc.integer({ min: 1, max: 4_000_000 }),
  isLong: fc.boolean(),
  entry: fc.integer({ min: 9_000, max: 11_000 }),
})

const BASE = [60_000, 3_000, 150]

const cases = fc
  .record({
    rules: fc.constantFrom(...builtinRules.values()).map((rules) => resolveRules(rules, instruments.values())),
    legs: fc.array(leg, { minLength: 1, maxLength: 7 }),
    wallet: fc.integer({ min: 0, max: 500_000 }),
    margin: fc.integer({ min: 100, max: 90_000 }),
    moves: fc.array(fc.integer({ min: 7_000, max: 13_000 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ rules, legs, wallet, margin, moves }): Case => {
    const positions = legs.map((each, i): Position => {
      const entry = quote(String((BASE[each.series]! * each.entry) / 10_000))
      const size = qty(`${each.isLong ? '' : '-'}${each.units / BASE[each.series]!}`.slice(0, 14))
      return {
        leg: `l${i}`,
        instrument: symbols[each.series]!,
        type: rules.contract,
        pool: poolId(`l${i}`, each.pool),
        qty: size,
        entryNotional: valueOf({ type: rules.contract, qty: size }, asPrice(entry)),
        positionSide: each.isLong ? 'long' : 'short',
        leverage: rate('10'),
        takeProfit: undefined,
        stopLoss: undefined,
      }
    })
    const cash = new Map(positions.filter((each) => each.pool !== 'cross').map((each) => [each.pool, quote(String(margin))]))
    return {
      account: bookAccount({ wallet: quote(String(wallet)), cash, positions }),
      rules,
      marks: new Map(symbols.map((symbol, i) => [symbol, price(((BASE[i]! * moves[i]!) / 10_000).toFixed(2))])),
    }
  })

const doubles = (marks: ReadonlyMap<string, Price>): Float64Array => Float64Array.from(symbols, (symbol) => Number(marks.get(symbol)?.toFixed()))

/** What the sums are made of: rounding errors are relative to it, not to a small difference. */
function scale({ account, marks }: Case): number {
  let size = 1
  for (const pool of account.pools.values()) size += Math.abs(Number(pool.cash.toFixed()))
  for (const each of account.positions.values()) size += 2 * Math.abs(Number(each.qty.toFixed()) * Number(marks.get(each.instrument)?.toFixed())) + Math.abs(Number(each.entryNotional.toFixed()))
  return size
}

describe('float mirror against the engine', () => {
  it('has the equity, and every pool its equity and requirement, within 1e-12 of what was added up', () => {
    fc.assert(
      fc.property(cases, (each) => {
        const bridge = fromEngine(each.rules, symbols)
        const compiled = bridge.account(each.account)
        const figures = createPoolFigures()
        const equity = poolFigures(compiled, doubles(each.marks), figures)
        const exact = accountTotals(each.account, each)
        const slack = RELATIVE * scale(each)
        expect(Math.abs(equity - Number(exact.equity))).toBeLessThan(slack)
        exact.pools.forEach((pool) => {
          const at = compiled.pools.indexOf(pool.id)
          expect(Math.abs(figures.equity[at]! - Number(pool.equity))).toBeLessThan(slack)
          expect(Math.abs(figures.need[at]! - Number(pool.requirement))).toBeLessThan(slack)
        })
      }),
      { numRuns: 500 },
    )
  })

  it('puts a pool in the bucket of its exact ratio, away from the borders', () => {
    fc.assert(
      fc.property(cases, (each) => {
        const bridge = fromEngine(each.rules, symbols)
        const compiled = bridge.account(each.account)
        const figures = createPoolFigures()
        poolFigures(compiled, doubles(each.marks), figures)
        for (const pool of accountTotals(each.account, each).pools) {
          if (pool.legs.length === 0) continue
          const exact = pool.marginRatio === undefined ? Number.POSITIVE_INFINITY : Number(pool.marginRatio)
          if ([0.1, 0.25, 0.5, 0.8].some((border) => Math.abs(exact - border) < 1e-9)) continue
          expect(ratioBucket(marginRatio(figures, compiled.pools.indexOf(pool.id)))).toBe(ratioBucket(exact))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('finds the liquidation and bankruptcy price, or that there is none, as the solver does', () => {
    fc.assert(
      fc.property(cases, (each) => {
        const bridge = fromEngine(each.rules, symbols)
        const compiled = bridge.account(each.account)
        const marks = doubles(each.marks)
        const pools = accountTotals(each.account, each).pools
        for (const position of each.account.positions.values()) {
          const pool = pools.find((one) => one.id === position.pool)
          if (pool === undefined) throw new Error('no pool')
          const view = positionView(each.account, position, { ...each, instruments, pool })
          const series = symbols.indexOf(position.instrument as (typeof symbols)[number])
          for (const [need, exact] of [['maintenance', view.liquidation], ['nothing', view.bankruptcy]] as const) {
            const level = liquidationLevel(compiled, marks, { pool: compiled.pools.indexOf(position.pool), series, need })
            if (exact.type === 'none' && exact.reason === 'beyond-maximum-price') continue
            if (exact.type === 'none') expect(level).toBeNaN()
            else expect(Math.abs(level - Number(exact.exact)) / (Number(exact.exact) + marks[series]!)).toBeLessThan(1e-8)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
