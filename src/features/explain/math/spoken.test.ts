import { describe, expect, it } from 'vitest'
import { Decimal, type Expression } from '../../../engine/index.ts'
import { leavesOf } from './leaves.ts'
import { spoken } from './spoken.ts'

const value = (symbol: string, name: string, amount: string, of?: string): Expression => ({ type: 'value', symbol, name, value: new Decimal(amount), unit: 'price', ...(of === undefined ? {} : { of }) })
const q = value('q', 'quantity', '2', 'BTC')
const E = value('E', 'entryPrice', '100')
/** (q E − M) / q, rounded up to 0.01 */
const formula: Expression = {
  type: 'rounded', step: new Decimal('0.01'), rounding: 'up',
  of: { type: 'quotient', over: { type: 'sum', of: [{ type: 'product', of: [q, E] }, { type: 'negative', of: value('M', 'margin', '10') }] }, under: q },
}

describe('a formula', () => {
  it('is read out in words', () => {
    const text = spoken(formula, (leaf) => (leaf.of === undefined ? leaf.name : `${leaf.name}, ${leaf.of}`), (number) => number.toFixed())
    expect(text).toBe('(((quantity, BTC times entryPrice) minus margin) divided by quantity, BTC) rounded up to 0.01')
  })

  it('names each value that goes in once, in the order in which it stands', () => {
    expect(leavesOf(formula).map(({ symbol }) => symbol)).toEqual(['q', 'E', 'M'])
  })
})
