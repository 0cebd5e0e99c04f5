import type { PlainOrder, PlainTrail } from '../../workers/run/Frame.ts'
import type { TrailingCell } from './rows/TableRows.ts'

/** A trailing stop as tables show it. */
export function trailingCell(trailing: PlainOrder['trailing'], view: PlainTrail | undefined): TrailingCell | undefined {
  if (trailing === undefined) return undefined
  const { callback, activation } = trailing
  return {
    rate: callback.unit === 'rate' ? callback.rate : undefined,
    distance: callback.unit === 'distance' ? callback.distance : undefined,
    activation,
    level: view?.level,
  }
}
