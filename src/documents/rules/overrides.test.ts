import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtinRules, Decimal, type Rules } from '../../engine/index.ts'
import { problemLines } from '../Problem.ts'
import { ruleFields } from '../testing/rulesArbitrary.ts'
import { parseRules } from './parseRules.ts'
import { rulesToDocument } from './rulesToDocument.ts'

function parsed(document: object): Rules {
  const reading = parseRules({ schema: 1, ...document })
  if (!reading.ok) throw new Error(problemLines(reading.error).join('\n'))
  return reading.value
}

/** Decimals as text and absent fields left out, so that equal values compare equal. */
function plain(value: unknown): unknown {
  if (Decimal.isDecimal(value)) return `decimal ${value.toFixed()}`
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([, child]) => child !== undefined).map(([key, child]) => [key, plain(child)]))
}

const bases = [...builtinRules.values()]
const keys = Object.keys(ruleFields) as (keyof Rules)[]
/** Of these each entry is stated by itself, and the others stay. */
const TABLES: readonly string[] = ['tiers', 'sizeScaling', 'openInterest', 'collateral', 'maximumPrice']
/** Of these each key is stated by itself, and the others stay. */
const PARTS = ['fees', 'exitCost', 'liquidation', 'insuranceFund'] as const

const drawn = fc.record(ruleFields).filter(({ date }) => date !== '')

/** Everything but the name a changed set gets. */
function rest(rules: Rules, without: string): unknown {
  return plain(Object.fromEntries(Object.entries(rules).filter(([key]) => ![without, 'id', 'name'].includes(key))))
}

describe('any built-in set with one field of one’s own', () => {
  it.each(keys)('%s: what is stated is what is played by, and nothing else changes', (key) => {
    fc.assert(
      fc.property(fc.constantFrom(...bases), drawn, (base, other) => {
        const written = rulesToDocument({ ...base, [key]: other[key] })
        const rules = parsed({ extends: base.id, [key]: written[key] })
        const expected = TABLES.includes(key) ? { ...(base[key] as object), ...(other[key] as object) } : other[key]
        expect(plain(rules[key])).toEqual(plain(expected))
        expect(rest(rules, key)).toEqual(rest(base, key))
      }),
      { numRuns: 40 },
    )
  })

  it.each(PARTS)('%s: one key of it, and the other keys stay', (key) => {
    fc.assert(
      fc.property(fc.constantFrom(...bases), drawn, fc.nat(), (base, other, at) => {
        const names = Object.keys(base[key])
        const name = names[at % names.length] ?? ''
        const written = rulesToDocument(other)[key] as Readonly<Record<string, unknown>>
        const rules = parsed({ extends: base.id, [key]: { [name]: written[name] } })
        const values = new Map<string, unknown>(Object.entries(other[key]))
        expect(plain(rules[key])).toEqual(plain({ ...base[key], [name]: values.get(name) }))
      }),
      { numRuns: 80 },
    )
  })

  it('every set is what its own document says, and extending it by nothing changes its name alone', () => {
    for (const base of bases) {
      expect(plain(parsed(rulesToDocument(base)))).toEqual(plain(base))
      const same = parsed({ extends: base.id })
      expect([same.id, same.name]).toEqual([`${base.id}-edited`, `${base.name}, edited`])
      expect(rest(same, 'id')).toEqual(rest(base, 'id'))
    }
  })
})

describe('a choice without its type changes the extended one', () => {
  it('a rate of funding, in hours or in milliseconds', () => {
    expect(plain(parsed({ extends: 'standard', funding: { rate: '0.0005' } }).funding)).toMatchObject({ type: 'fixed', intervalMillis: 28_800_000, rate: 'decimal 0.0005' })
    expect(plain(parsed({ extends: 'standard', funding: { intervalHours: 1 } }).funding)).toMatchObject({ intervalMillis: 3_600_000, rate: 'decimal 0.0001' })
    expect(plain(parsed({ extends: 'standard', funding: { intervalMillis: 1000 } }).funding)).toMatchObject({ intervalMillis: 1000, rate: 'decimal 0.0001' })
  })

  it('the spread of a fillable price, the order of closing beside it left alone', () => {
    const rules = parsed({ extends: 'dydx-v4', liquidation: { orderPrice: { spread: '0.2' } } })
    const base = builtinRules.get('dydx-v4')
    expect(plain(rules.liquidation)).toEqual(plain({ ...base?.liquidation, orderPrice: { ...base?.liquidation.orderPrice, spread: new Decimal('0.2') } }))
  })

  it('with its type it stands alone, with the defaults of its own', () => {
    expect(plain(parsed({ extends: 'standard', funding: { type: 'none' } }).funding)).toEqual({ type: 'none' })
    expect(parseRules({ schema: 1, extends: 'standard', funding: { type: 'fixed', rate: '0' } })).toMatchObject({ ok: false })
    expect(plain(parsed({ extends: 'standard', liquidation: { partial: { type: 'share', share: '0.2' } } }).liquidation.partial)).toEqual({
      type: 'share',
      share: 'decimal 0.2',
      above: 'decimal 0',
      cooldownMillis: 0,
    })
  })
})

describe('forms of old', () => {
  it('exitFeeInTest is an exit cost of the taker fee on the mark', () => {
    expect(plain(parsed({ extends: 'standard', exitFeeInTest: true }).exitCost)).toEqual({ rate: 'decimal 0.0005', on: 'mark', fixed: 'decimal 0', combine: 'sum' })
    expect(plain(parsed({ extends: 'standard', fees: { taker: '0.001' }, exitFeeInTest: true }).exitCost)).toMatchObject({ rate: 'decimal 0.001' })
    expect(plain(parsed({ extends: 'standard', exitFeeInTest: false }).exitCost)).toMatchObject({ rate: 'decimal 0' })
  })

  it('an insurance fund of an amount, a funding without a price, a liquidation without procedures', () => {
    const document = {
      tiers: { default: [{ maintenanceRate: '0.01' }] },
      funding: { type: 'fixed', intervalHours: 8, rate: '0.0001' },
      liquidation: { sharedPool: 'worst-loss-first', feeRate: '0.01', feeTo: 'venue', residual: 'return' },
      insuranceFund: '1000',
    }
    const { insuranceFund, funding, liquidation, fees } = parsed(document)
    expect(plain(insuranceFund)).toEqual({ balance: 'decimal 1000', scope: 'venue' })
    expect(plain(funding)).toMatchObject({ price: 'mark' })
    expect(plain(liquidation)).toMatchObject({ trigger: 'mark', partial: { type: 'whole' }, orderPrice: { type: 'mark', slippage: 'decimal 0' }, backstopBelow: 'decimal 0' })
    expect(plain(fees)).toEqual({ maker: 'decimal 0', taker: 'decimal 0' })
  })

  it('a haircut of everything is one slice of the value', () => {
    expect(plain(parsed({ extends: 'plain', collateral: { BTC: '0.05' } }).collateral)).toEqual({ BTC: { by: 'value', slices: [{ floor: 'decimal 0', haircut: 'decimal 0.05' }] } })
  })

  it('the step of a raised rate is that of the extended venue, also for an instrument it does not know', () => {
    expect(parsed({ extends: 'dydx-v4', openInterest: { NEW: { lower: '1', upper: '2' } } }).openInterest['NEW']?.rateStep.toFixed()).toBe('0.000001')
    expect(parsed({ extends: 'plain', openInterest: { NEW: { lower: '1', upper: '2' } } }).openInterest['NEW']?.rateStep.toFixed()).toBe('0')
  })

  it('a size from which a rate grows is said to be unused where contracts are inverse', () => {
    const read = parseRules({ schema: 1, extends: 'deribit-inverse', sizeScaling: { default: { type: 'linear', slope: '0.00005', from: '3' } } })
    expect(read.ok ? read.warnings.map(({ path }) => path.join('.')) : read.error).toEqual(['sizeScaling.default.from'])
  })

  it('an open interest whose upper end is 0 changes nothing', () => {
    expect(parsed({ extends: 'plain', openInterest: { BTC: { lower: '0', upper: '0' } } }).openInterest).toEqual({})
  })
})
