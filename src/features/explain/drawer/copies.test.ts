import { describe, expect, it } from 'vitest'
import type { PlainExplanation } from '../../../store/slices/ExplainState.ts'
import { copies } from './copies.ts'

/** Isolated long of the mock calculate.html: 0.0979 at 60,000 with 497.063, rate 0.5 %: (0.0979 × 60,000 − 497.063) / (0.0979 × 0.995) = 55,198.7414…, up to 0.01. */
const value = (symbol: string, name: string, text: string, unit: 'size' | 'price' | 'money' | 'share') => ({ type: 'value', symbol, name, value: text, unit }) as const
const q = value('q', 'quantity', '0.0979', 'size')
const plain: PlainExplanation = {
  figure: { id: 'position.liquidation', of: { leg: 'BTC-PERP@isolated', twin: 'as-set' } },
  value: '55198.75',
  unit: 'price',
  formula: {
    type: 'rounded', step: '0.01', rounding: 'up',
    of: {
      type: 'quotient',
      over: { type: 'sum', of: [{ type: 'product', of: [q, value('E', 'entryPrice', '60000', 'price')] }, { type: 'negative', of: value('M', 'margin', '497.063', 'money') }] },
      under: { type: 'product', of: [q, { type: 'sum', of: [{ type: 'number', value: '1' }, { type: 'negative', of: value('m', 'maintenanceRate', '0.005', 'share') }] }] },
    },
  },
  checks: [],
  rules: ['M1'],
  source: { name: 'Bulkhead standard', date: '2026-11-22', url: '' },
}

describe('an explanation to take away', () => {
  it('as text: what it is, the formula, the values and where the rules come from', () => {
    const text = copies(plain, 'text', { name: 'Liq. price, BTC-PERP', style: '1,234.5' })
    expect(text).toMatch(/^Liq\. price, BTC-PERP\n/)
    expect(text).toContain('497.063: margin')
    expect(text).toContain('Bulkhead standard, 2026-11-22')
  })

  it('as a spreadsheet formula in the separators of the setting', () => {
    const english = copies(plain, 'spreadsheet', { name: '', style: '1,234.5' })
    const german = copies(plain, 'spreadsheet', { name: '', style: '1.234,5' })
    expect(english).toMatch(/^=.*0\.0979.*60000/)
    expect(german).toMatch(/^=.*0,0979.*60000/)
    expect(german).not.toContain('0.0979')
  })

  it('as LaTeX', () => {
    expect(copies(plain, 'latex', { name: '', style: '1,234.5' })).toContain(String.raw`\frac`)
  })
})
