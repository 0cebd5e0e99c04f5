import { Decimal } from '../../../engine/index.ts'
import { decimalOf, fieldsOf, listOf } from '../replyShape.ts'
import { rowsFrom } from './tierRows.ts'
import type { TierReading } from './VenueTiers.ts'

/** /derivatives/api/v3/instruments: levels begin at a number of contracts (inverse: dollars) or of `numNonContractUnits` (the value in dollars). [S58] */
export function krakenTiers(body: unknown, symbol: string): TierReading | undefined {
  const found = listOf(fieldsOf(body, 'reply')['instruments'], 'instruments').map((row) => fieldsOf(row, 'instruments[]')).find((row) => row['symbol'] === symbol)
  if (found === undefined) return undefined
  const levels = listOf(found['marginLevels'], 'marginLevels').map((row) => fieldsOf(row, 'marginLevels[]'))
  const inverse = levels.some(({ contracts }) => contracts !== undefined)
  const rows = levels
    .map(({ contracts, numNonContractUnits, initialMargin, maintenanceMargin }) => ({
      floor: new Decimal(decimalOf(contracts ?? numNonContractUnits, 'contracts')).toFixed(),
      maintenanceRate: new Decimal(decimalOf(maintenanceMargin, 'maintenanceMargin')).toFixed(),
      initialRate: new Decimal(decimalOf(initialMargin, 'initialMargin')).toFixed(),
    }))
    .sort((a, b) => new Decimal(a.floor).comparedTo(b.floor))
  const note = inverse ? 'Levels begin at a number of contracts of one dollar.' : 'Levels are read as the value of the position in dollars.'
  return { rows: rowsFrom(rows), by: inverse ? 'size' : 'notional', rates: 'by-part', ...(inverse ? { contract: 'inverse' as const } : {}), notes: [note, 'Retail clients in some countries have stricter levels.'] }
}
