import { Decimal } from '../../../engine/index.ts'
import { decimalOf, fieldsOf } from '../replyShape.ts'
import { tierRows } from './tierRows.ts'
import type { TierReading } from './VenueTiers.ts'

/** Rows of /public/position-tiers: sizes in contracts, one rate for the whole position. [S58] */
export function okxTiers(data: readonly unknown[], symbol: string): TierReading | undefined {
  if (data.length === 0) return undefined
  const rows = data
    .map((row) => fieldsOf(row, 'data[]'))
    .map(({ maxSz, mmr, imr, maxLever }) => ({
      cap: new Decimal(decimalOf(maxSz, 'maxSz')).toFixed(),
      maintenanceRate: new Decimal(decimalOf(mmr, 'mmr')).toFixed(),
      maxLeverage: new Decimal(decimalOf(maxLever, 'maxLever')).toFixed(),
      initialRate: new Decimal(decimalOf(imr, 'imr')).toFixed(),
    }))
    .sort((a, b) => new Decimal(a.cap).comparedTo(b.cap))
  return { rows: tierRows(rows), by: 'contracts', ...(/-USD-/.test(symbol) ? { contract: 'inverse' as const } : {}), notes: ['Sizes are in contracts; what a contract is worth is not part of this reply.'] }
}
