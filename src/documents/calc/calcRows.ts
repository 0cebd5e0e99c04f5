import type { Calculator } from '../../engine/index.ts'
import type { CalcRow } from './calcReport.ts'
import type { CalcSetup } from './CalcSetup.ts'

/** The rows of a comparison; other calculators have none. */
export function calcRows(_calculator: Calculator, _setup: CalcSetup): readonly CalcRow[] | undefined {
  return undefined
}
