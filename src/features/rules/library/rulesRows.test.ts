import { describe, expect, it } from 'vitest'
import { plainRules, standardRules, textbookRules } from '../../../engine/index.ts'
import { createFormat } from '../../../ui/format/createFormat.ts'
import { rulesRows } from './rulesRows.ts'

const format = createFormat('1,234.5')

describe('a change of rules', () => {
  it('is told line by line, with the rates of the instruments played', () => {
    const rows = rulesRows(plainRules, standardRules, ['BTC-PERP', 'SOL-PERP'], format)
    expect(rows.find(({ id }) => id === 'maintenance')).toEqual({ id: 'maintenance', label: 'Maintenance margin', from: 'BTC 0.50%, SOL 1.00%', to: '0.50% to 2.50% in 3 tiers' })
    expect(rows.find(({ id }) => id === 'funding')).toMatchObject({ from: 'None', to: '0.01% every 8 h' })
    expect(rows.map(({ id }) => id)).not.toContain('residual')
  })
  it('leaves out what stays the same', () => {
    expect(rulesRows(plainRules, plainRules, ['BTC-PERP'], format)).toEqual([])
    expect(rulesRows(plainRules, textbookRules, ['BTC-PERP'], format).map(({ id }) => id)).toEqual(['maintenance', 'value', 'residual'])
  })
})
