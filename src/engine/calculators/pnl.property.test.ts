import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { evaluate } from '../explain/evaluate.ts'
import { rulesArb } from '../testing/arbitraries.ts'
import { contract, sceneOf, shown } from '../testing/calculatorScene.ts'
import { command, HOUR, MONDAY, order, pathTape, played } from '../testing/fixtures.ts'
import { patience, times } from '../testing/promises.ts'
import { anyRules, tradeArb } from '../testing/tradeArb.ts'
import { Decimal } from '../units/decimal.ts'
import { rate } from '../units/quantities.ts'
import { builtinRules } from '../venues/builtinRules.ts'
import { averageEntry } from './averageEntry.ts'
import { breakEven } from './breakEven.ts'
import { calculate } from './calculate.ts'
import type { CalculatorValues } from './Calculator.ts'
import { pnl } from './pnl.ts'

vi.setConfig({ testTimeout: patience })

const rates = fc.integer({ min: -20_000, max: 100_000 }).map((units) => new Decimal(units).times('1e-8'))
const costs = fc.record({
  entryFeeRate: rates,
  exitFeeRate: rates,
  fundingRate: rates.filter((share) => !share.isZero()),
  fundingPayments: fc.integer({ min: 1, max: 90 }).map((count) => new Decimal(count)),
})

describe('pnl, in every set of rules', () => {
  it('[A13] each input that follows from a result gives that result again, of random rules and all built in', () => {
    const found = new Set<string>()
    fc.assert(
      fc.property(tradeArb(anyRules), costs, fc.constantFrom(...pnl.inverses), fc.boolean(), ({ scene, size, entryPrice, leverage, worse }, extra, { input, from }, isGain) => {
        const exitPrice = isGain ? entryPrice.times(2).minus(worse) : worse
        const values: CalculatorValues = { size, entryPrice, exitPrice, leverage, ...extra }
        const wanted = pnl.forward(values, scene)[from]
        fc.pre(exitPrice.gt(0) && wanted?.type === 'value')
        if (wanted?.type !== 'value') return
        const others = Object.fromEntries(Object.entries(values).filter(([id]) => id !== input))
        const answer = calculate(pnl, { ...others, [from]: wanted.value }, scene, { solve: input }).solved[input]
        if (answer?.type !== 'value') throw new Error(`${input} from ${from} ${wanted.value.toFixed()}: ${shown(answer)}`)
        expect(shown(pnl.forward({ ...others, [input]: answer.value }, scene)[from], 64)).toBe(wanted.value.toSignificantDigits(64).toFixed())
        found.add(`${input} from ${from}`)
      }),
      times(400),
    )
    expect(found.size).toBe(pnl.inverses.length)
  })

  it('[A10, A11] is what the ledger books when the trade is played from opening to closing', () => {
    const life = fc.record({
      rules: fc.oneof(rulesArb(), fc.constantFrom(...builtinRules.values())),
      side: fc.constantFrom('long', 'short'),
      isMaker: fc.boolean(),
      size: fc.integer({ min: 1, max: 500 }),
      entry: fc.integer({ min: 5000, max: 15_000 }),
      exit: fc.integer({ min: 5000, max: 15_000 }),
      share: fc.integer({ min: -50, max: 50 }),
      payments: fc.integer({ min: 0, max: 12 }),
    })
    fc.assert(
      fc.property(life, ({ rules: base, side, isMaker, size, entry, exit, share, payments }) => {
        const rules = { ...base, funding: { type: 'fixed' as const, intervalMillis: 8 * HOUR, rate: rate(new Decimal(share).div(1e4).toFixed()), price: 'mark' as const } }
        const traded = contract({ type: base.contract, step: '1' })
        const [entryPrice, exitPrice] = [entry, exit].map((cents) => cents / 100)
        if (entryPrice === undefined || exitPrice === undefined) return
        const away = side === 'long' ? entryPrice + 1 : entryPrice - 1
        const opened = MONDAY + 2 * HOUR
        const tape = pathTape({ A: [away, entryPrice, entryPrice, exitPrice] }, { between: 'jump', barMillis: HOUR, time: Float64Array.of(MONDAY + HOUR, opened, opened + payments * 8 * HOUR + 1, opened + payments * 8 * HOUR + 2) })
        const words = { pool: 'cross' as const, side: side === 'long' ? ('buy' as const) : ('sell' as const), qty: String(size), leverage: '1' }
        const opening = isMaker ? order({ ...words, tick: 0, orderType: 'limit', price: String(entryPrice) }) : order({ ...words, tick: 1 })
        const run = played({ tape, rules, wallet: '1000000000', instruments: [traded], commands: [opening, command.close(3, 'A@cross')] })
        const booked = run.accountAt(3).totals.get('A@cross')
        expect(run.accountAt(3).positions.size).toBe(0)
        const given = { size: new Decimal(size), entryPrice: new Decimal(entryPrice), exitPrice: new Decimal(exitPrice), fundingPayments: new Decimal(payments), ...(isMaker ? { entryFeeRate: base.fees.maker } : {}) }
        const { results } = calculate(pnl, given, { ...sceneOf({ side, mode: 'cross', rules }), instrument: traded })
        expect([shown(results.pnl), shown(results.fees), shown(results.funding)]).toEqual([booked?.realizedPnl, booked?.fees.neg(), booked?.funding].map((amount) => amount?.toFixed()))
        expect(shown(results.netPnl)).toBe(booked?.realizedPnl.plus(booked.fees).plus(booked.funding).toFixed())
      }),
      times(150),
    )
  })

  it('[A10, A14, A15] every formula comes to the figure that stands beside it', () => {
    let seen = 0
    fc.assert(
      fc.property(tradeArb(anyRules), costs, ({ scene, size, entryPrice, leverage, worse }, extra) => {
        const values: CalculatorValues = { size, entryPrice, exitPrice: worse, leverage, ...extra, realized: new Decimal('-0.125'), fundingPaid: new Decimal('0.0625'), nextPrice: worse, nextSize: size }
        for (const calculator of [pnl, averageEntry, breakEven]) {
          for (const [field, answer] of Object.entries(calculator.forward(values, scene))) {
            if (answer.type !== 'value') continue
            if (answer.formula === undefined) throw new Error(`${field} has no formula`)
            expect([field, evaluate(answer.formula).toFixed()]).toEqual([field, answer.value.toFixed()])
            seen += 1
          }
        }
      }),
      times(150),
    )
    expect(seen).toBeGreaterThan(1500)
  })
})
