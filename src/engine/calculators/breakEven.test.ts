import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { rulesWith } from '../testing/fixtures.ts'
import { calculated, sceneOf, shown, valuesOf, type SceneWords } from '../testing/calculatorScene.ts'
import { patience, times } from '../testing/promises.ts'
import { Decimal } from '../units/decimal.ts'
import { rate } from '../units/quantities.ts'
import { breakEven } from './breakEven.ts'
import { calculate } from './calculate.ts'
import { pnl } from './pnl.ts'

vi.setConfig({ testTimeout: patience })

type Given = Readonly<Record<string, string>>

const rules = rulesWith({ fees: { maker: rate('0.0002'), taker: rate('0.0005') } })
const of = (given: Given, words: SceneWords = {}, field = 'breakEvenPrice'): string => calculated(breakEven, field, given, { rules, ...words })

describe('breakEven', () => {
  it('[A15] both fees in: entry x (1 + f0) / (1 - f1) of a long, x (1 - f0) / (1 + f1) of a short, to the tick that does not lose', () => {
    // tradingcalc.io/crypto-breakeven-calculator, read 2026-11-22: 65,000 at 0.05 % twice is 65,065.03; to the tick it is one more,
    // 65,000 x 1.0005 / 0.9995 = 65,065.0325…
    expect(of({ size: '1', entryPrice: '65000' })).toBe('65065.04')
    // 65,000 x 0.9995 / 1.0005 = 64,935.0324…
    expect(of({ size: '1', entryPrice: '65000' }, { side: 'short' })).toBe('64935.03')
    // maker both: 65,000 x 1.0002 / 0.9998 = 65,026.0052…
    expect(of({ size: '1', entryPrice: '65000', entryFeeRate: '0.0002', exitFeeRate: '0.0002' })).toBe('65026.01')
    // 10,000 x 0.05 % to open; 1,000 x 1.0005 / 0.9995 = 1,001.0005… is 1,001.01: 10,010.1 x 0.05 % to close, a move of 0.101 %
    expect([of({ size: '10', entryPrice: '1000' }, {}, 'openingFee'), of({ size: '10', entryPrice: '1000' }, {}, 'closingFee'), of({ size: '10', entryPrice: '1000' }, {}, 'breakEvenMove')]).toEqual(['5', '5.00505', '0.00101'])
  })

  it('[A15] in coins: entry x (1 + f1) / (1 - f0), a short x (1 - f1) / (1 + f0)', () => {
    // -q/P + q/E - f0 q/E - f1 q/P = 0: 40,000 x 1.0005 / 0.9995 = 40,040.02001…; short 40,000 x 0.9995 / 1.0005 = 39,960.0199…
    expect([of({ size: '100', entryPrice: '40000' }, { type: 'inverse' }), of({ size: '100', entryPrice: '40000' }, { type: 'inverse', side: 'short' })]).toEqual(['40040.03', '39960.01'])
    // without fees it is the entry, whatever a quotient of quotients comes to
    for (const entryPrice of ['0.03', '0.07', '3', '7', '48611.37']) expect(of({ size: '17', entryPrice }, { type: 'inverse', rules: rulesWith() })).toBe(entryPrice)
  })

  it('[A15] what was realised and what funding cost move it, or leave none', () => {
    const free = { rules: rulesWith() }
    // 1 from 100: after a loss of 5 and 3 of funding it must make 8
    expect(of({ size: '1', entryPrice: '100', realized: '-5', fundingPaid: '3' }, free)).toBe('108')
    expect(of({ size: '1', entryPrice: '100', realized: '-5', fundingPaid: '3' }, { ...free, side: 'short' })).toBe('92')
    expect([of({ size: '1', entryPrice: '100', realized: '100' }, free), of({ size: '1', entryPrice: '100', realized: '-100' }, { ...free, side: 'short' })]).toEqual(['always-ahead', 'never-ahead'])
    // below the smallest price there is
    expect(of({ size: '1', entryPrice: '100', realized: '-99.995' }, { ...free, side: 'short' })).toBe('never-ahead')
  })

  it('[A11, A15] so many payments of funding on the value at the entry, beside what was paid', () => {
    const free = { rules: rulesWith() }
    const trade = { size: '2', entryPrice: '100', fundingRate: '0.01', fundingPayments: '3' }
    // a payment is 2 a time: 6, 3 a unit; a short receives them
    expect([of(trade, free), of(trade, { ...free, side: 'short' })]).toEqual(['103', '103'])
    expect(of({ ...trade, fundingPaid: '4' }, free)).toBe('105')
    expect(of({ ...trade, fundingPayments: '0' }, free)).toBe('100')
    // coins: 100 / P = 1 - 0.2 x 1, P = 125
    expect(of({ size: '100', entryPrice: '100', fundingRate: '0.1', fundingPayments: '2' }, { ...free, type: 'inverse' })).toBe('125')
    // backwards: 97 x 1.03 = 99.91, so 100 / 1.03 = 97.0873… down; three payments, or 1 % each
    expect(of({ size: '2', breakEvenPrice: '100', fundingRate: '0.01', fundingPayments: '3' }, free, 'entryPrice')).toBe('97.08')
    expect(of({ size: '2', entryPrice: '100', breakEvenPrice: '103', fundingRate: '0.01' }, free, 'fundingPayments')).toBe('3')
    expect(of({ size: '2', entryPrice: '100', breakEvenPrice: '103', fundingPayments: '3' }, free, 'fundingRate')).toBe('0.01')
    expect(of({ size: '2', entryPrice: '100', fundingRate: '0.01', fundingPayments: '3', breakEvenPrice: '105' }, free, 'fundingPaid')).toBe('4')
  })

  it('[A13, A15] backwards: the highest entry, fee and funding that still break even there, the least that was realised', () => {
    const trade = { size: '10', breakEvenPrice: '1010' }
    // 10,100 (1 - 0.0005) = 10 E (1 + 0.0005), E = 1,008.9904… down to the tick
    expect(of(trade, {}, 'entryPrice')).toBe('1008.99')
    // 10,100 (1 - f) = 10,005: f = 0.00940594…
    expect(of({ ...trade, entryPrice: '1000' }, {}, 'exitFeeRate')).toBe('0.00940594')
    // 10,100 - 10,000 - 5 - 5.05 = 89.95
    expect([of({ ...trade, entryPrice: '1000' }, {}, 'fundingPaid'), of({ ...trade, entryPrice: '1000' }, {}, 'realized')]).toEqual(['89.95', '-89.95'])
    // so much funding is made up for by (1,010 - 1,000) x q less the fees of 1.005 a unit: 89.95 / 8.995 = 10
    expect(of({ breakEvenPrice: '1010', entryPrice: '1000', fundingPaid: '89.95' }, {}, 'size')).toBe('10')
    expect(of({ breakEvenPrice: '1010', entryPrice: '1000' }, { rules: rulesWith() }, 'size')).toBe('no-effect')
  })

  it('[A15] closing there leaves nothing or, by no more than a tick, something; a tick nearer leaves less than nothing', () => {
    const input = fc.record({
      type: fc.constantFrom('linear', 'inverse'),
      side: fc.constantFrom('long', 'short'),
      size: fc.integer({ min: 1, max: 10 ** 5 }),
      entry: fc.integer({ min: 1000, max: 10 ** 7 }),
      share: fc.integer({ min: -50, max: 50 }),
      funding: fc.integer({ min: -20, max: 20 }),
      fees: fc.tuple(fc.constantFrom('0', '0.00055', '-0.0002'), fc.constantFrom('0', '0.0005', '0.0123')),
    })
    fc.assert(
      fc.property(input, ({ type, side, size, entry, share, funding, fees: [entryFeeRate, exitFeeRate] }) => {
        const words: SceneWords = { type, side, rules }
        const entryPrice = new Decimal(entry).div(100)
        const worth = type === 'inverse' ? new Decimal(size).div(entryPrice) : entryPrice.times(size)
        const part = (percent: number): string => worth.times(percent).div(100).toDecimalPlaces(8).toFixed()
        const trade = { size: String(size), entryPrice: entryPrice.toFixed(), entryFeeRate, exitFeeRate }
        const more = { realized: part(share), fundingPaid: part(funding) }
        const at = calculated(breakEven, 'breakEvenPrice', { ...trade, ...more }, words)
        fc.pre(!at.endsWith('ahead'))
        const left = (exitPrice: Decimal): Decimal => new Decimal(calculated(pnl, 'netPnl', { ...trade, exitPrice: exitPrice.toFixed() }, words)).plus(more.realized).minus(more.fundingPaid)
        // each of four amounts is rounded to 10^-12
        expect(left(new Decimal(at)).gte('-2e-12')).toBe(true)
        const nearer = new Decimal(at).plus(side === 'long' ? '-0.01' : '0.01')
        if (nearer.gt(0)) expect(left(nearer).lt('2e-12')).toBe(true)
      }),
      times(300),
    )
  })

  it('[A13, A15] backwards and forwards again is at the same tick, and one step on is beyond it', () => {
    const input = fc.record({ type: fc.constantFrom('linear', 'inverse'), side: fc.constantFrom('long', 'short'), size: fc.integer({ min: 100, max: 10 ** 4 }), entry: fc.integer({ min: 5000, max: 10 ** 5 }), field: fc.constantFrom('entryPrice', 'entryFeeRate', 'exitFeeRate', 'fundingPaid', 'realized') })
    fc.assert(
      fc.property(input, ({ type, side, size, entry, field }) => {
        const scene = sceneOf({ type, side, rules, step: '1', tick: '1' })
        const worth = type === 'inverse' ? new Decimal(size).div(entry) : new Decimal(size).times(entry)
        const all: Given = { size: String(size), entryPrice: String(entry), entryFeeRate: '0.0004', exitFeeRate: '0.0006', realized: worth.times('-0.011').toDecimalPlaces(8).toFixed(), fundingPaid: worth.times('0.013').toDecimalPlaces(8).toFixed() }
        const price = (given: Given): string => shown(calculate(breakEven, valuesOf(given), scene).results.breakEvenPrice)
        const wanted = price(all)
        const { [field]: _, ...rest } = all
        const solved = calculate(breakEven, valuesOf({ ...rest, breakEvenPrice: wanted }), scene, { solve: field })
        const found = shown(solved.solved[field])
        expect(price({ ...rest, [field]: found })).toBe(wanted)
        const step = field === 'entryPrice' ? '1' : field.endsWith('Rate') || type === 'inverse' ? '1e-8' : '0.01'
        const falls = field === 'realized' || (field === 'entryPrice' && side === 'short')
        const beyond = new Decimal(price({ ...rest, [field]: new Decimal(found).plus(falls ? `-${step}` : step).toFixed() }))
        expect(side === 'long' ? beyond.gt(wanted) : beyond.lt(wanted)).toBe(true)
      }),
      times(200),
    )
  })
})
