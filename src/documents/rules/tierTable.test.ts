import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '../../engine/index.ts'
import { problemLines } from '../Problem.ts'
import type { TierDocument } from './RulesDocument.ts'
import { tierTable } from './tierTable.ts'

const problems = (rows: readonly TierDocument[]): readonly string[] => problemLines(tierTable(rows, ['tiers', 'BTC']).problems)
const warnings = (rows: readonly TierDocument[]): readonly string[] => problemLines(tierTable(rows, ['tiers', 'BTC']).warnings)

/** The first brackets of Binance BTCUSDT, 2024-10-24, as ../shared/tiers.json has them. */
const BINANCE: readonly TierDocument[] = [
  { floor: '0', cap: '50000', maintenanceRate: '0.004', maintenanceAmount: '0', maxLeverage: '125' },
  { floor: '50000', cap: '600000', maintenanceRate: '0.005', maintenanceAmount: '50', maxLeverage: '100' },
  { floor: '600000', cap: '3000000', maintenanceRate: '0.0065', maintenanceAmount: '950', maxLeverage: '75' },
  { floor: '3000000', cap: '12000000', maintenanceRate: '0.01', maintenanceAmount: '11450', maxLeverage: '50' },
]

describe('tierTable', () => {
  it('computes the maintenance amounts a venue prints', () => {
    const bare = BINANCE.map(({ cap, maintenanceRate }, index) => (index === 3 ? { maintenanceRate } : { cap, maintenanceRate }))
    const { table } = tierTable(bare, [])
    expect(table.map((tier) => tier.floor.toFixed())).toEqual(['0', '50000', '600000', '3000000'])
    expect(table.map((tier) => tier.maintenanceAmount.toFixed())).toEqual(['0', '50', '950', '11450'])
    // 1/0.004 = 250, 1/0.005 = 200, 1/0.0065 = 153.8…, 1/0.01 = 100
    expect(table.map((tier) => tier.maxLeverage.toFixed())).toEqual(['250', '200', '153', '100'])
  })

  it('takes the table as it is printed, and notes that the limit of the last row is not enforced', () => {
    expect(problems(BINANCE)).toEqual([])
    expect(warnings(BINANCE)).toEqual(['tiers.BTC[3].cap: the last tier is used for every larger notional; the limit 12000000 is not enforced'])
  })

  it.each<[string, readonly TierDocument[], string]>([
    ['overlap', [{ cap: '100', maintenanceRate: '0.01' }, { floor: '90', maintenanceRate: '0.02' }], 'tiers.BTC[1].floor: tiers overlap: row 1 ends at 100, row 2 starts at 90'],
    ['gap', [{ cap: '100', maintenanceRate: '0.01' }, { floor: '110', maintenanceRate: '0.02' }], 'tiers.BTC[1].floor: there is a gap between tiers: row 1 ends at 100, row 2 starts at 110'],
    ['rates going down', [{ cap: '100', maintenanceRate: '0.02' }, { maintenanceRate: '0.01' }], 'tiers.BTC[1].maintenanceRate: rates go up with the notional: row 1 has 0.02, row 2 only 0.01'],
    ['maintenance above initial', [{ maintenanceRate: '0.02', maxLeverage: '100' }], 'tiers.BTC[0].maintenanceRate: maintenance is above initial in row 1: 0.02 against 0.01 (1 / 100x)'],
    ['no beginning', [{ floor: '10', maintenanceRate: '0.01' }], 'tiers.BTC[0].floor: the first tier starts at 0, row 1 starts at 10'],
    ['no end', [{ maintenanceRate: '0.01' }, { maintenanceRate: '0.02' }], 'tiers.BTC[0].cap: missing; row 1 is not the last, and row 2 states no floor'],
    ['backwards', [{ cap: '100', maintenanceRate: '0.01' }, { cap: '50', maintenanceRate: '0.02' }, { maintenanceRate: '0.03' }], 'tiers.BTC[1].cap: row 2 ends at 50, not above its start 100'],
    ['more than all', [{ maintenanceRate: '1.01' }], 'tiers.BTC[0].maintenanceRate: a fraction of at most 1 was expected in row 1, 1.01 was given'],
    ['less than nothing', [{ cap: '100', maintenanceRate: '0.01' }, { maintenanceRate: '0.02', maintenanceAmount: '5' }], 'tiers.BTC[1].maintenanceAmount: row 2 would require less than nothing at its start: 100 x 0.02 - 5'],
    ['no leverage', [{ maintenanceRate: '0.01', maxLeverage: '0.5' }], 'tiers.BTC[0].maxLeverage: row 1 allows only 0.5x; at least 1 was expected'],
  ])('refuses %s, naming row and reason', (_, rows, line) => expect(problems(rows)).toEqual([line]))

  it('accepts a table that jumps, and says where', () => {
    // 50,000 x 0.005 = 250 below; 50,000 x 0.01 - 100 = 400 above; 50,000 x (0.01 - 0.005) = 250 would join them
    const rows = [{ cap: '50000', maintenanceRate: '0.005' }, { maintenanceRate: '0.01', maintenanceAmount: '100' }]
    expect(problems(rows)).toEqual([])
    expect(warnings(rows)).toEqual(['tiers.BTC[1].maintenanceAmount: the requirement jumps at 50000 from 250 to 400; 250 would make it continuous'])
  })

  it('accepts one rate and amount as a venue reports them for a position', () => {
    expect(warnings([{ maintenanceRate: '0.1', maintenanceAmount: '135365' }])).toEqual([
      'tiers.BTC[0].maintenanceAmount: row 1 deducts 135365: nothing is required up to a notional of 1353650',
    ])
  })

  it('computed amounts make the requirement the same on both sides of every boundary', () => {
    const row = fc.record({ width: fc.integer({ min: 1, max: 10 ** 9 }), rise: fc.integer({ min: 0, max: 40 }) })
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), (rows) => {
        let cap = 0
        let rate = 1
        const documents = rows.map(({ width, rise }, index) => {
          cap += width
          rate += rise
          const maintenanceRate = new Decimal(rate).div(1000).toFixed()
          return index === rows.length - 1 ? { maintenanceRate } : { cap: String(cap), maintenanceRate }
        })
        const reading = tierTable(documents, [])
        expect(reading.problems).toEqual([])
        reading.table.forEach((tier, index) => {
          const before = reading.table[index - 1]
          if (before === undefined) return
          const below = tier.floor.times(before.maintenanceRate).minus(before.maintenanceAmount)
          expect(tier.floor.times(tier.maintenanceRate).minus(tier.maintenanceAmount).toFixed()).toBe(below.toFixed())
        })
      }),
    )
  })
})
