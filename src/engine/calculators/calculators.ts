import { averageEntry } from './averageEntry.ts'
import { breakEven } from './breakEven.ts'
import type { Calculator } from './Calculator.ts'
import { carry } from './carry.ts'
import { compare } from './compare.ts'
import { largestSize } from './largestSize.ts'
import { liquidation } from './liquidation.ts'
import { marginForLiquidation } from './marginForLiquidation.ts'
import { pnl } from './pnl.ts'
import { stopSize } from './stopSize.ts'
import { target } from './target.ts'
import { wall } from './wall.ts'

const ALL: readonly Calculator[] = [pnl, target, liquidation, marginForLiquidation, largestSize, stopSize, wall, averageEntry, breakEven, carry, compare]

/** Every calculator, by name. */
export const calculators: ReadonlyMap<string, Calculator> = new Map(ALL.map((each) => [each.name, each]))
