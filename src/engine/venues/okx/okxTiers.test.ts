import { describe, expect, it } from 'vitest'
import { okx2023Rules } from './okx2023Rules.ts'
import { okxInverseRules } from './okxInverseRules.ts'
import { okxRules } from './okxRules.ts'

const tables = [okxRules, okx2023Rules, okxInverseRules].flatMap((rules) => Object.keys(rules.tiers).map((symbol) => [`${rules.id} ${symbol}`, rules.tiers[symbol] ?? []] as const))

describe('OKX position tiers', () => {
  it.each(tables)('[OK3] %s: no deduction, so the requirement jumps up at a boundary by the whole position', (_, table) => {
    table.slice(1).forEach((upper, i) => {
      const lower = table[i]
      expect(upper.maintenanceAmount.toFixed()).toBe('0')
      expect(upper.maintenanceRate.gt(lower?.maintenanceRate ?? 1)).toBe(true)
      expect(upper.initialRate?.gt(lower?.initialRate ?? 1)).toBe(true)
      expect(lower?.cap?.toFixed()).toBe(upper.floor.toFixed())
    })
  })

  it.each(tables)('[OK3] %s: maintenance below the least initial rate, and the leverage is what that rate allows', (_, table) => {
    for (const { maintenanceRate, initialRate, maxLeverage } of table) {
      expect(initialRate?.gt(maintenanceRate)).toBe(true)
      // printed with two places, cut or rounded: 66.66 for 1.5 %, 15 for 6.66 %
      expect(Number(initialRate?.times(maxLeverage).toFixed())).toBeCloseTo(1, 2)
    }
  })

  it('[OK4] the rows an announcement leaves to a rule: ETH tier 4 is 12,001 to 24,000 contracts at 1.5 % and 2 %, 50x', () => {
    const fourth = okx2023Rules.tiers['ETH-USDT-SWAP']?.[3]
    expect([fourth?.floor, fourth?.cap, fourth?.maintenanceRate, fourth?.initialRate, fourth?.maxLeverage].map(each => each?.toFixed())).toEqual(['12000', '24000', '0.015', '0.02', '50'])
  })
})
