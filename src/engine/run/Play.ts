import type { Draft } from '../ledger/Draft.ts'
import type { Tape } from '../tape/Tape.ts'
import type { FundingClock } from './fundingClock.ts'
import type { SafeRanges, Watched } from './safeRange.ts'
import type { Trail, Trails } from './trails.ts'
import type { Trigger } from './triggers.ts'

/** What playing a tick works on. */
export interface Play {
  readonly tape: Tape
  readonly draft: Draft
  readonly ranges: SafeRanges
  /** Where each price stands in a point, by price key. [K4] */
  readonly series: ReadonlyMap<string, number>
  /** When funding is paid, and at which rates. [F1, F5] */
  readonly funding: FundingClock
  /** The best prices trailing stops have followed. [P11] */
  readonly trails: Trails
  /** The trailing stops of the draft's account as it stands. */
  trailing(): readonly Trail[]
  /** The triggers of the draft's account as it stands. */
  triggers(): readonly Trigger[]
  /** The same as doubles, to save asking. */
  watched(): readonly Watched[]
}
