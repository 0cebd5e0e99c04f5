import type { Calculator, CalculatorField } from './Calculator.ts'
import { liquidation } from './liquidation.ts'
import { pnl } from './pnl.ts'

const KNOWN = new Set(liquidation.fields.map(({ id }) => id))
/** What the exit of the trade gives besides; notional and initial margin are those of `liquidation`. */
const OF_EXIT: readonly CalculatorField[] = pnl.fields.filter(({ id }) => !KNOWN.has(id))

/**
 * One trade with everything that `liquidation` and `pnl` know of it: what `compareTrades` has a row of for each variant.
 * Without an exit price the results of the exit say that it is missing. [A17]
 */
export const compare: Calculator = {
  name: 'compare',
  fields: [...liquidation.fields, ...OF_EXIT],
  forward(values, scene) {
    const standing = liquidation.forward(values, scene)
    const exit = pnl.forward(values, scene)
    // Results may be lazy: only what is read is worked out.
    const results = {}
    for (const id of Object.keys(standing)) Object.defineProperty(results, id, { enumerable: true, get: () => standing[id] })
    for (const id of Object.keys(exit)) if (!KNOWN.has(id)) Object.defineProperty(results, id, { enumerable: true, get: () => exit[id] })
    return results
  },
  inverses: [...liquidation.inverses, ...pnl.inverses.filter(({ from }) => !KNOWN.has(from))],
}
