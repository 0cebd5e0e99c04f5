import type { Calculator } from './Calculator.ts'
import { pnl } from './pnl.ts'

/** The exit price for a wanted return: the pnl calculator, asked the other way round. [A12] */
export const target: Calculator = { ...pnl, name: 'target' }
