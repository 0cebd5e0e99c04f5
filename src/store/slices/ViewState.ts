import type { AccountDetail, Frame, PlainEvent, Twin } from '../../workers/run/Frame.ts'
import type { ChartData } from '../../workers/run/ChartData.ts'

/** The latest frame, taken apart so that each part changes only when it does. Absent before the first frame. */
export interface ViewState {
  readonly frame: Omit<Frame, 'events' | 'detail' | 'chart'> | undefined
  readonly detail: AccountDetail | undefined
  readonly chart: ChartData | undefined
  /** All events known, and how many of them are not past the cursor. */
  readonly events: Readonly<Record<Twin, EventLog>>
}

export interface EventLog {
  readonly list: readonly PlainEvent[]
  readonly visible: number
}
