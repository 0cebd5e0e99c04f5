import type { Twin } from '../../../workers/run/Frame.ts'

/** The open line and the one beside it, at one tick, of one account. Amounts are decimal text. */
export interface ComparedFacts {
  readonly branch: string
  readonly twin: Twin
  readonly tick: number
  readonly here: string
  readonly there: string
  /** here − there, exactly. */
  readonly gap: string
  readonly quote: string
  /** Pools liquidated up to the tick. */
  readonly liquidationsHere: number
  readonly liquidationsThere: number
}
