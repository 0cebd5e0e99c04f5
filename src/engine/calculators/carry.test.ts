import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Instrument } from '../instruments/Instrument.ts'
import { calculated, contract, sceneOf, shown, valuesOf, type SceneWords } from '../testing/calculatorScene.ts'
import { HOUR, MONDAY, order, pathTape, played, rulesWith } from '../testing/fixtures.ts'
import { rulesArb } from '../testing/arbitraries.ts'
import { patience, times } from '../testing/promises.ts'
import { Decimal } from '../units/decimal.ts'
import { price, rate } from '../units/quantities.ts'
import { builtinRules } from '../venues/builtinRules.ts'
import { resolveRules } from '../venues/resolveRules.ts'
import type { Funding, Rules } from '../venues/Rules.ts'
import { calculate } from './calculate.ts'
import type { CalculatorScene } from './Calculator.ts'
import { carry } from './carry.ts'
import { marginStep } from './liquidationInverses.ts'

vi.setConfig({ testTimeout: patience })

type Given = Readonly<Record<string, string>>

const funding = (share: string): Funding => ({ type: 'fixed', intervalMillis: 8 * HOUR, rate: rate(share), price: 'mark' })
/** 5 % is to be maintained; funding of 1 % every eight hours, longs pay. */
const rules = rulesWith({ maintenanceRate: '0.05', funding: funding('0.01') })
const of = (field: string, given: Given, words: SceneWords = {}): string => calculated(carry, field, given, { rules, ...words })

/** A long of 1 at 100 with 10 behind it: 5 more than it needs. */
const TRADE: Given = { size: '1', entryPrice: '100', leverage: '10' }

describe('carry', () => {
  it('[A16] the payment that uses up the surplus, when it falls, and what each takes', () => {
    // 10 - 5 = 5 of 1 each, at 8, 16, … 40 hours; at the requirement it is liquidated
    expect([of('payments', TRADE), of('paymentsSurvived', TRADE), of('perPayment', TRADE), of('millisToLiquidation', TRADE)]).toEqual(['5', '4', '1', String(40 * HOUR)])
    expect(of('payments', TRADE, { rules: { ...rules, comparison: 'below' } })).toBe('6')
    // the mark at 98: equity 8, requirement 4.9, 3.1 of 0.98 each
    expect([of('payments', { ...TRADE, markPrice: '98' }), of('perPayment', { ...TRADE, markPrice: '98' })]).toEqual(['4', '0.98'])
    // a stated rate: 5 / 0.3 = 16.67
    expect(of('payments', { ...TRADE, fundingRate: '0.003' })).toBe('17')
    // 100 USD at 50 are 2 coins, 0.2 behind them, 0.1 needed, 0.02 a payment
    expect([of('payments', { size: '100', entryPrice: '50' }, { type: 'inverse' }), of('perPayment', { size: '100', entryPrice: '50' }, { type: 'inverse' })]).toEqual(['5', '0.02'])
  })

  it('[A16] or why it never does; what is received is negative', () => {
    expect([of('payments', TRADE, { side: 'short' }), of('perPayment', TRADE, { side: 'short' })]).toEqual(['receives-funding', '-1'])
    expect(of('payments', TRADE, { rules: { ...rules, funding: { type: 'none' } } })).toBe('no-funding')
    // rules without funding and a rate that is stated: every eight hours
    expect(of('payments', { ...TRADE, fundingRate: '0.01' }, { rules: { ...rules, funding: { type: 'none' } } })).toBe('5')
    expect(of('payments', { ...TRADE, margin: '5' })).toBe('already-liquidatable')
    expect(of('payments', { ...TRADE, leverage: '101' })).toBe('outside-tier-table 100')
  })

  it('[A16] in the shared pool everything pays, and everything stands behind it', () => {
    const held = played({ tape: pathTape({ A: [100], B: [100] }), rules, wallet: '40', commands: [order({ instrument: 'B', pool: 'cross', side: 'sell' })] }).accountAt(0)
    const scene = withOther(sceneOf({ rules, mode: 'cross' }), held)
    const result = (field: string, given: Given): string => shown(calculate(carry, valuesOf(given), scene).results[field])
    // 40 less 2 x 5: 30; the long of 3 pays 3, the short of 1 receives 1
    expect([result('perPayment', { ...TRADE, size: '3' }), result('payments', { ...TRADE, size: '3' })]).toEqual(['2', '10'])
    // 40 - 5 - 15 = 20, of 2 each. A rate that is stated is that of A: 3 x 0.02 - 1
    expect([result('perPayment', { ...TRADE, size: '3', fundingRate: '0.02' }), result('payments', { ...TRADE, size: '3', fundingRate: '0.02' })]).toEqual(['5', '4'])
  })

  it('[A13, A16] backwards: the least margin, the highest rate and leverage, the largest size that survive so many payments', () => {
    const { leverage: _, ...trade } = TRADE
    // after ten payments of 1 more than 5 must be left; margin is in steps of a tenth of what a tick is worth, 0.001
    expect([of('margin', { ...trade, paymentsSurvived: '10' }), of('margin', { ...trade, payments: '11' })]).toEqual(['15.001', '15.001'])
    expect(of('margin', { ...trade, paymentsSurvived: '10' }, { rules: { ...rules, comparison: 'below' } })).toBe('15')
    // thirty days are 90 payments: the 90th may be the last
    expect(of('margin', { ...trade, millisToLiquidation: String(30 * 24 * HOUR) })).toBe('94.001')
    // 5 / 10 is liquidated by the tenth
    expect(of('fundingRate', { ...TRADE, paymentsSurvived: '10' })).toBe('0.00499999')
    expect(of('fundingRate', { ...TRADE, paymentsSurvived: '10' }, { side: 'short' })).toBe('-0.00499999')
    // 10 - 5 q > 10 q, q < 2 / 3
    expect(of('size', { ...TRADE, margin: '10', paymentsSurvived: '10' })).toBe('0.6666')
    // 100 / L > 15
    expect(of('leverage', { ...TRADE, paymentsSurvived: '10' })).toBe('6.66')
    expect(of('wallet', { ...TRADE, paymentsSurvived: '10' }, { mode: 'cross' })).toBe('15.001')
  })

  const inverses = fc.record({
    rules: fc.oneof(rulesArb(), fc.constantFrom(...builtinRules.values())),
    side: fc.constantFrom('long', 'short'),
    mode: fc.constantFrom('isolated', 'cross'),
    leverage: fc.constantFrom('2', '5', '10'),
    share: fc.integer({ min: 1, max: 300 }),
    field: fc.constantFrom('margin', 'wallet', 'fundingRate', 'size'),
    survived: fc.integer({ min: 1, max: 40 }),
  })

  it('[A13, A16] of random rules and all built in: what is found survives as long as is wanted, one step worse does not', () => {
    let found = 0
    fc.assert(
      fc.property(inverses, ({ rules: base, side, mode, leverage, share, field, survived }) => {
        fc.pre((field === 'margin') === (mode === 'isolated') || field === 'fundingRate' || field === 'size')
        const scene = under({ ...base, funding: funding('0') }, { side, mode })
        const fundingRate = new Decimal(share).div(side === 'long' ? 1e5 : -1e5).toFixed()
        const all: Given = { size: '1000', entryPrice: '100', leverage, fundingRate, wallet: '40000', ...(field === 'size' ? { margin: '20000' } : {}), paymentsSurvived: String(survived) }
        const { [field]: _, ...given } = all
        const { solved } = calculate(carry, valuesOf(given), scene, { solve: field })
        const answer = solved[field]
        if (answer?.type !== 'value') return
        found += 1
        const { paymentsSurvived: wanted, ...rest } = given
        const lives = (value: Decimal): boolean => {
          const result = calculate(carry, { ...valuesOf(rest), [field]: value }, scene).results.paymentsSurvived
          return result?.type === 'value' ? result.value.gte(wanted ?? '0') : shown(result) === 'beyond-the-calendar' || shown(result) === 'receives-funding'
        }
        expect(lives(answer.value)).toBe(true)
        // where even the whole value is survived, that is the end
        if (field === 'fundingRate' && answer.value.abs().eq(1)) return
        const [step, direction] = field === 'size' ? ['0.001', 1] : field === 'fundingRate' ? ['1e-8', side === 'long' ? 1 : -1] : [marginStep(valuesOf(all), scene), -1]
        expect(lives(answer.value.plus(new Decimal(step).times(direction)))).toBe(false)
      }),
      times(150),
    )
    expect(found).toBeGreaterThan(50)
  })

  const lives = fc.record({
    rules: fc.oneof(rulesArb(), fc.constantFrom(...builtinRules.values())),
    side: fc.constantFrom('long', 'short'),
    mode: fc.constantFrom('isolated', 'cross'),
    leverage: fc.constantFrom('2', '5', '10', '20'),
    share: fc.integer({ min: 50, max: 2000 }),
    other: fc.option(fc.integer({ min: -2000, max: 2000 }).filter((qty) => qty !== 0), { nil: undefined }),
    wallet: fc.integer({ min: 20_000, max: 60_000 }),
  })

  it('[A16] prices that stand still are liquidated by exactly that payment, in every set of rules', () => {
    let liquidated = 0
    fc.assert(
      fc.property(lives, ({ rules: base, side, mode, leverage, share, other, wallet }) => {
        // how a pool is closed comes after the payment that is looked for, and playing months of cool-downs takes its time
        const whole: Rules['liquidation'] = { ...base.liquidation, sharedPool: 'whole-pool', partial: { type: 'whole' }, backstopBelow: rate('0') }
        const given: Rules = { ...base, liquidation: whole, funding: funding(new Decimal(share).div(side === 'long' ? 1e5 : -1e5).toFixed()) }
        const scene = under(given, { side, mode })
        const [a] = scene.instruments.values()
        const instruments = a === undefined ? [] : [a, { ...a, symbol: 'B' }]
        const before = other === undefined ? [] : [order({ instrument: 'B', pool: 'cross', qty: String(Math.abs(other)), side: other > 0 ? 'buy' : 'sell', leverage: '5' })]
        const commands = [...before, order({ pool: mode, qty: '1000', side: side === 'long' ? 'buy' : 'sell', leverage })]
        const tape = pathTape({ A: [100, 100], B: [100, 100] }, { barMillis: 8 * HOUR * 60 })
        const words = { tape, rules: given, wallet: String(wallet), instruments }
        const run = played({ ...words, commands })
        fc.pre(!run.events.some(({ type, tick }) => type === 'command-refused' || (type === 'pool-breached' && tick === 0)))
        const account = played({ ...words, commands: before }).accountAt(0)
        const answer = calculate(carry, valuesOf({ size: '1000', entryPrice: '100', leverage }), withOther(scene, account)).results.millisToLiquidation
        const pool = mode === 'cross' ? 'cross' : 'isolated:A@isolated'
        const breach = run.events.find((event) => event.type === 'pool-breached' && event.pool === pool)
        const at = answer?.type === 'value' ? answer.value : undefined
        if (breach === undefined) expect(at === undefined || at.gt(60 * 8 * HOUR)).toBe(true)
        else expect(at?.toFixed()).toBe(String(breach.at - MONDAY))
        if (breach !== undefined) liquidated += 1
      }),
      times(150),
    )
    expect(liquidated).toBeGreaterThan(25)
  })
})

/** A contract of the kind the rules are for, and the rules resolved for it. */
function under(rules: Rules, words: SceneWords): CalculatorScene {
  const traded = contract({ type: rules.contract, step: '0.001' })
  const others: readonly Instrument[] = [traded, { ...traded, symbol: 'B' }]
  return { ...sceneOf(words), instrument: traded, instruments: new Map(others.map((each) => [each.symbol, each])), rules: resolveRules(rules, others) }
}

function withOther(scene: CalculatorScene, account: CalculatorScene['account']): CalculatorScene {
  const b: Instrument = { ...scene.instrument, symbol: 'B' }
  return { ...scene, account, instruments: new Map([...scene.instruments, ['B', b]]), marks: new Map([['A', price('100')], ['B', price('100')]]) }
}
