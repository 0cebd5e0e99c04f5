import { averageEntry } from './averageEntry.ts'
import { breakEven } from './breakEven.ts'
import type { Calculator } from './Calculator.ts'
import { largestSize } from './largestSize.ts'
import { liquidation } from './liquidation.ts'
import { marginForLiquidation } from './marginForLiquidation.ts'
import { pnl } from './pnl.ts'
import { target } from './target.ts'

const ALL: readonly Calculator[] = [pnl, target, liquidation, marginForLiquidation, largestSize, averageEntry, breakEven]

/** Every calculator, by name. */
export const calculators: ReadonlyMap<string, Calculator> = new Map(ALL.map((each) => [each.name, each]))
