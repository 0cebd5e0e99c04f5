import type { Twin } from '../../workers/run/Frame.ts'

export interface SelectionState {
  /** Of ticket, market strip and price chart; empty before a scenario is open. */
  readonly instrument: string
  /** The account whose tables are shown. */
  readonly account: Twin
  readonly leg: string | undefined
  /** Where the charts' pointer rests, in ticks; absent: at the cursor. */
  readonly hoverTick: number | undefined
}
