import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '../../units/decimal.ts'
import { evaluate, partsOf } from '../evaluate.ts'
import { explainStated } from './explainStated.ts'
import { STATED_FIGURE_IDS, type StatedFigureId } from './StatedFigureId.ts'

const valueOf = (id: StatedFigureId, of: Readonly<Record<string, string>>): string | undefined => explainStated({ id, of })?.value?.toFixed()

/** Every part a key can have. */
const PARTS = ['value', 'from', 'to', 'notional', 'rate', 'amount', 'before', 'alone', 'without', 'after'] as const

describe('figures that stand in no account', () => {
  it('[X1] every id has a formula that comes to its value', () => {
    const number = fc.integer({ min: 1, max: 10 ** 9 }).map((n) => new Decimal(n).div(1000).toFixed())
    fc.assert(
      fc.property(fc.constantFrom(...STATED_FIGURE_IDS), fc.tuple(...PARTS.map(() => number)), (id, numbers) => {
        const of = Object.fromEntries(PARTS.map((name, i) => [name, numbers[i] ?? '1']))
        fc.pre(of['before'] !== of['after'])
        const told = explainStated({ id, of })
        expect(told?.formula).toBeDefined()
        expect(told?.formula === undefined ? undefined : evaluate(told.formula)).toEqual(told?.value)
      }),
    )
  })

  // Binance's table of BTCUSDT, 24 October 2024: 0.4 % to 50,000, 0.5 % to 600,000 less 50, 0.65 % to 3,000,000 less 950.
  it('[M4] a tier asks for value times rate less its amount, and amounts join the tiers', () => {
    expect(valueOf('rules.joiningAmount', { before: '50', notional: '600000', from: '0.005', to: '0.0065' })).toBe('950')
    // Both sides of 600,000: 3,000 - 50 and 3,900 - 950.
    expect(valueOf('rules.requirement', { notional: '600000', rate: '0.005', amount: '50' })).toBe('2950')
    expect(valueOf('rules.requirement', { notional: '600000', rate: '0.0065', amount: '950' })).toBe('2950')
    // A large amount leaves nothing to ask for, never less than nothing.
    expect(valueOf('rules.requirement', { notional: '100', rate: '0.01', amount: '5' })).toBe('0')
    expect(valueOf('rules.jump', { from: '4950', to: '5550' })).toBe('600')
  })

  it('[R2] the part of a rule is the mean of what it moves alone and of what stays behind without it', () => {
    // From 100 to 80: alone it goes to 90, without it 85 is reached. (10 + 5) / 2 of 20.
    expect(valueOf('diff.part', { before: '100', alone: '90', without: '85', after: '80' })).toBe('0.375')
    expect(partsOf(explainStated({ id: 'diff.part', of: { before: '100', alone: '90', without: '85', after: '80' } })?.formula ?? { type: 'number', value: new Decimal(0) }).length).toBeGreaterThan(0)
  })

  it('a difference is what is under B less what is under A; days are whole; a move is a share of where it began', () => {
    expect(valueOf('diff.equityChange', { from: '900', to: '750.5' })).toBe('-149.5')
    expect(valueOf('rules.age', { from: String(Date.parse('2024-10-24')), to: String(Date.parse('2024-10-26T23:59:59Z')) })).toBe('2')
    expect(valueOf('import.move', { from: '200', to: '150' })).toBe('-0.25')
  })

  it('a damaged key explains nothing', () => {
    expect(valueOf('rules.rate', {})).toBeUndefined()
    expect(valueOf('rules.rate', { value: 'x' })).toBeUndefined()
    expect(explainStated({ id: 'rules.nothing', of: { value: '1' } })).toBeUndefined()
  })
})
