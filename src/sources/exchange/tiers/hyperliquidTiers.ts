import { Decimal } from '../../../engine/index.ts'
import type { TierDocument } from '../../../documents/rules/RulesDocument.ts'
import { decimalOf, fieldsOf, listOf } from '../replyShape.ts'
import { rowsFrom } from './tierRows.ts'
import type { TierReading } from './VenueTiers.ts'

/**
 * `{"type": "meta"}`: of each coin its leverage and, where it has several tiers, their table. Maintenance is half of the
 * initial margin at the highest leverage of the tier: 1 / (2 L). [S58]
 */
export function hyperliquidTiers(body: unknown, symbol: string): TierReading | undefined {
  const meta = fieldsOf(body, 'reply')
  const coin = listOf(meta['universe'], 'universe').map((row) => fieldsOf(row, 'universe[]')).find(({ name }) => name === symbol)
  if (coin === undefined) return undefined
  const own = tableOf(meta['marginTables'], coin['marginTableId'])
  const tiers = own ?? [{ lowerBound: '0', maxLeverage: coin['maxLeverage'] }]
  const rows = tiers
    .map((row) => fieldsOf(row, 'marginTiers[]'))
    .map((row) => tierOf(decimalOf(row['lowerBound'], 'lowerBound'), decimalOf(row['maxLeverage'], 'maxLeverage')))
    .sort((a, b) => new Decimal(a.floor).comparedTo(b.floor))
  const notes = own === undefined ? ['It names no table of this coin: one tier with its highest leverage.'] : []
  return { rows: rowsFrom(rows), by: 'notional', notes: [...notes, ...(coin['onlyIsolated'] === true ? ['This coin can be traded isolated only.'] : [])] }
}

function tierOf(lowerBound: string, leverage: string): TierDocument & { readonly floor: string } {
  const most = new Decimal(leverage)
  // Rounded up where it does not end: the trader sees the earlier liquidation.
  const rate = (divisor: Decimal): string => new Decimal(1).div(divisor).toDecimalPlaces(12, Decimal.ROUND_CEIL).toFixed()
  return { floor: new Decimal(lowerBound).toFixed(), maintenanceRate: rate(most.times(2)), maxLeverage: most.toFixed(), initialRate: rate(most) }
}

function tableOf(tables: unknown, id: unknown): readonly unknown[] | undefined {
  if (!Array.isArray(tables) || id === undefined) return undefined
  const found = (tables as readonly unknown[]).map((entry) => listOf(entry, 'marginTables[]')).find(([key]) => key === id)
  return found === undefined ? undefined : listOf(fieldsOf(found[1], 'marginTables[][1]')['marginTiers'], 'marginTiers')
}
