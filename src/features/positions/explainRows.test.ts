import { describe, expect, it } from 'vitest'
import { createFormat } from '../../ui/format/createFormat.ts'
import { ratioRows, requirementRows, type ExplainedPool, type ExplainedPosition, type ExplainedRules } from './explainRows.ts'

const format = createFormat('1,234.5')
const rows = (list: ReturnType<typeof ratioRows>): readonly string[] => list.map(({ id, cells }) => `${id}: ${cells.map((cell) => (typeof cell === 'string' ? cell : '?')).join(' ')}`)

describe('how figures come about [X1]', () => {
  const pool: ExplainedPool = { type: 'cross', cash: '1000', unrealizedPnl: '-100', equity: '900', maintenanceMargin: '40', exitCosts: '5', requirement: '45', haircut: '100', marginRatio: '0.05625' }

  it('a ratio is what is required by what counts: 45 / (900 - 100)', () => {
    expect(rows(ratioRows(pool, { exitCost: { on: 'mark', combine: 'sum' } }, format))).toEqual([
      'maintenance: 40.00', 'exit: 5.00', 'requirement: 45.00', 'equity: 1,000.00 − 100.00 = 900.00', 'haircut: −100.00', 'ratio: 45.00 ÷ (900.00 − 100.00) = 5.62%',
    ])
    expect(rows(ratioRows({ ...pool, exitCosts: '0', haircut: '0.00', requirement: '45', marginRatio: '0.05' }, undefined, format)).at(-1)).toBe('ratio: 45.00 ÷ 900.00 = 5.00%')
  })

  const rules: ExplainedRules = {
    initialOn: 'entry-if-isolated', initialWithExitCost: false, maintenanceOn: 'mark', tierRates: 'whole', date: '2024-10-24', name: 'Venue',
    exitCost: { on: 'mark', combine: 'sum' }, tiers: { default: [], BTC: [{ maintenanceAmount: '0' }, { maintenanceAmount: '50' }] },
  }
  const position: ExplainedPosition = {
    instrument: 'BTC', poolType: 'isolated', tier: 2, notional: '60000', entryNotional: '-50000', initialMarginRate: '0.1', initialMargin: '5000', maintenanceMarginRate: '0.005', maintenanceMargin: '250', exitCosts: '0',
  }

  it('maintenance is N x rate - amount of the tier, of the value the rules name', () => {
    expect(rows(requirementRows(position, rules, format))).toEqual(['initial: 50,000.00 × 10.000% = 5,000.00', 'maintenance: 60,000.00 × 0.500% − 50.00 = 250.00', 'rules: Venue, 2024-10-24'])
    expect(requirementRows(position, rules, format)[0]?.label).toContain('entry')
    expect(rows(requirementRows({ ...position, tier: 1 }, { ...rules, maintenanceOn: 'entry' }, format))[1]).toBe('maintenance: 50,000.00 × 0.500% = 250.00')
    // each rate for the part inside its tier: amounts are not used
    expect(rows(requirementRows(position, { ...rules, tierRates: 'by-part' }, format))[1]).toBe('maintenance: 60,000.00 × 0.500% = 250.00')
  })

  it('initial margin is N x rate, with the closing cost where the rules count it in: 60,000 x 10 % + 30', () => {
    const cross: ExplainedPosition = { ...position, poolType: 'cross', initialMargin: '6030' }
    expect(rows(requirementRows(cross, { ...rules, initialWithExitCost: true }, format))[0]).toBe('initial: 60,000.00 × 10.000% + 30.00 = 6,030.00')
  })
})
