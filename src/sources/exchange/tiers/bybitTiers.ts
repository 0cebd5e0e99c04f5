import { Decimal } from '../../../engine/index.ts'
import type { TierDocument } from '../../../documents/rules/RulesDocument.ts'
import { decimalOf, fieldsOf, ReplyShapeError } from '../replyShape.ts'
import { tierRows } from './tierRows.ts'
import type { TierReading } from './VenueTiers.ts'

/**
 * Rows of /v5/market/risk-limit. Its rates are fractions in some records and percent in others: the initial rate times the
 * leverage it allows is 1 for a fraction and 100 for percent, so each row says itself which it is. [S58]
 */
export function bybitTiers(list: readonly unknown[], symbol: string, market = 'linear'): TierReading | undefined {
  const own = list.map((row) => fieldsOf(row, 'list[]')).filter((row) => row['symbol'] === symbol)
  if (own.length === 0) return undefined
  const percents = new Set<boolean>()
  const rows = own
    .map((row) => ({ row, cap: new Decimal(numeric(row, 'riskLimitValue')) }))
    .sort((a, b) => a.cap.comparedTo(b.cap))
    .map(({ row, cap }): Omit<TierDocument, 'floor'> => {
      const leverage = new Decimal(numeric(row, 'maxLeverage'))
      const initial = new Decimal(numeric(row, 'initialMargin'))
      const percent = isPercent(initial.times(leverage))
      percents.add(percent)
      const fraction = (rate: Decimal): string => (percent ? rate.div(100) : rate).toFixed()
      const deduction = decimalOf(row['mmDeduction'], 'mmDeduction')
      return {
        cap: cap.toFixed(),
        maintenanceRate: fraction(new Decimal(numeric(row, 'maintenanceMargin'))),
        ...(deduction === '' ? {} : { maintenanceAmount: new Decimal(deduction).toFixed() }),
        maxLeverage: leverage.toFixed(),
        initialRate: fraction(initial),
      }
    })
  const notes = percents.has(true) ? ['Its rates came in percent and were divided by 100.'] : []
  return { rows: tierRows(rows), by: 'notional', ...(market === 'inverse' ? { contract: market } : {}), notes }
}

/** About 1 or about 100; anything else is neither. */
function isPercent(product: Decimal): boolean {
  if (product.gte('0.5') && product.lte(2)) return false
  if (product.gte(50) && product.lte(200)) return true
  throw new ReplyShapeError(`initialMargin x maxLeverage is ${product.toFixed()}; about 1 or about 100 was expected`)
}

function numeric(row: Readonly<Record<string, unknown>>, name: string): string {
  const text = decimalOf(row[name], name)
  if (/^\d+(\.\d+)?$/.test(text)) return text
  throw new ReplyShapeError(`${name}: a number was expected, there is ${JSON.stringify(text)}`)
}
