import type { Twin } from '../../../workers/run/Frame.ts'

/** Something that happened, on the scrubber; never beyond what was seen. */
export interface ScrubberMark {
  readonly key: string
  readonly tick: number
  /** sold: assets that were collateral, and nothing else. */
  readonly type: 'opened' | 'closed' | 'liquidation' | 'sold' | 'refused' | 'command'
  readonly twins: readonly Twin[]
  /** Bases concerned, without repeats. */
  readonly bases: readonly string[]
  readonly count: number
}
