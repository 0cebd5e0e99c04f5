import { Decimal } from '../../../engine/index.ts'
import { decimalOf, fieldsOf } from '../replyShape.ts'
import type { TierReading } from './VenueTiers.ts'

/** /v4/perpetualMarkets: one initial and one maintenance fraction for any size. [S58] */
export function dydxTiers(market: unknown): TierReading | undefined {
  if (market === undefined) return undefined
  const { initialMarginFraction, maintenanceMarginFraction, openInterestLowerCap, openInterestUpperCap } = fieldsOf(market, 'markets[]')
  const row = {
    floor: '0',
    maintenanceRate: new Decimal(decimalOf(maintenanceMarginFraction, 'maintenanceMarginFraction')).toFixed(),
    initialRate: new Decimal(decimalOf(initialMarginFraction, 'initialMarginFraction')).toFixed(),
  }
  const upper = decimalOf(openInterestUpperCap, 'openInterestUpperCap')
  const grows = upper !== '' && !new Decimal(upper).isZero()
  const notes = grows ? [`The initial rate grows with the open interest, from ${decimalOf(openInterestLowerCap, 'openInterestLowerCap')} to ${upper}; that is not part of a tier table.`] : []
  return { rows: [row], by: 'notional', notes }
}
