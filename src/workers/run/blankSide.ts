import type { SidePreview } from './TicketPreview.ts'
import { largestNotional, type Trial } from './Trial.ts'

export type FilledFigures = Pick<
  SidePreview,
  'qty' | 'notional' | 'fillPrice' | 'fee' | 'mostItCanLose' | 'liquidation' | 'liquidationDistance' | 'bankruptcy' | 'bankruptcyDistance'
>

export const NOTHING: FilledFigures = {
  qty: undefined,
  notional: undefined,
  fillPrice: undefined,
  fee: undefined,
  mostItCanLose: undefined,
  liquidation: undefined,
  liquidationDistance: undefined,
  bankruptcy: undefined,
  bankruptcyDistance: undefined,
}

/** One side of a ticket in which nothing is typed: the most it could be. */
export function blankSide(trial: Trial): SidePreview {
  return {
    status: 'empty',
    rejection: undefined,
    leg: trial.drafted.command.leg,
    rests: false,
    maxQty: trial.maxQty.toFixed(),
    maxNotional: largestNotional(trial).toFixed(),
    ...NOTHING,
    cost: undefined,
    change: undefined,
    others: [],
    warnings: [],
  }
}
