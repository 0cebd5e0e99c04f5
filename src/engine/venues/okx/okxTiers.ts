import { Decimal } from '../../units/decimal.ts'
import { tierRows, type TierRow } from '../defineRules.ts'
import type { TierTable } from '../Rules.ts'

/*
 * OKX position tiers: floor in contracts, maintenance rate of the whole position, no deduction, maximum leverage, least
 * initial rate. Announcements print the first tiers and say how it goes on: so many contracts and 0.5 % more each.
 * Sources with dates: SPEC.md OK4 (`../shared/tiers.json`).
 */

const STEP = '0.005'
/** So many tiers are added to the printed ones; a position beyond them keeps the last rate. */
const FURTHER = 20

function continued(printed: readonly TierRow[], from: string, contracts: string): TierTable {
  const last = printed.at(-1)
  const [maintenance, initial] = [new Decimal(last?.[1] ?? 0), new Decimal(last?.[4] ?? 1)]
  const further = Array.from({ length: FURTHER }, (_, i): TierRow => {
    const more = new Decimal(STEP).times(i + 1)
    const least = initial.plus(more)
    return [
      new Decimal(contracts).times(i).plus(from).toFixed(),
      maintenance.plus(more).toFixed(),
      '0',
      new Decimal(1).div(least).toDecimalPlaces(2, Decimal.ROUND_DOWN).toFixed(),
      least.toFixed(),
    ]
  })
  return tierRows(...printed, ...further)
}

/** BTC-USDT-SWAP, contracts of 0.01 BTC: the first three tiers of 2026-09-18; the last goes on as it is. */
export const btcUsdtSwapTiers = tierRows(
  ['0', '0.004', '0', '100', '0.01'],
  ['1000', '0.005', '0', '66.66', '0.015'],
  ['5000', '0.0075', '0', '50', '0.02'],
)

/** 0G-USDT-SWAP, low cap: five tiers cached 2026-05-28, then 20,000 contracts more each. */
export const lowCapSwapTiers = continued(
  [
    ['0', '0.02', '0', '20', '0.05'],
    ['20000', '0.03', '0', '15', '0.0666'],
    ['42000', '0.04', '0', '12.5', '0.08'],
    ['62000', '0.045', '0', '11.76', '0.085'],
    ['82000', '0.05', '0', '11.11', '0.09'],
  ],
  '102000',
  '20000',
)

/** ETH-USDT-SWAP, contracts of 0.1 ETH, 2021-06-11. */
export const ethUsdtSwap2021Tiers = continued(
  [
    ['0', '0.004', '0', '125', '0.008'],
    ['3000', '0.005', '0', '100', '0.01'],
    ['6000', '0.01', '0', '66.66', '0.015'],
  ],
  '12000',
  '12000',
)

/** ADA-USDT-SWAP, contracts of 100 ADA, 2023-05-19. */
export const adaUsdtSwap2023Tiers = continued(
  [
    ['0', '0.005', '0', '75', '0.0133'],
    ['1500', '0.0075', '0', '50', '0.02'],
    ['3000', '0.01', '0', '40', '0.025'],
  ],
  '6000',
  '6000',
)

/** AAVE-USDT-SWAP, contracts of 0.1 AAVE, 2023-05-19. */
export const aaveUsdtSwap2023Tiers = continued(
  [
    ['0', '0.0065', '0', '50', '0.02'],
    ['1000', '0.01', '0', '40', '0.025'],
    ['3000', '0.015', '0', '20', '0.05'],
  ],
  '8000',
  '8000',
)

/** BTC-USD futures and swap, contracts of 100 USD: four tiers, then 12,000 contracts more each. */
export const btcUsdTiers = continued(
  [
    ['0', '0.004', '0', '125', '0.008'],
    ['500', '0.005', '0', '100', '0.01'],
    ['3000', '0.01', '0', '66.66', '0.015'],
    ['12000', '0.015', '0', '50', '0.02'],
  ],
  '24000',
  '12000',
)
