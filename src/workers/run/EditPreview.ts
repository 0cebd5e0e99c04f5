import type { DecimalText } from '../Plain.ts'
import type { AccountChange } from './AccountChange.ts'
import type { PlainRejection } from './Frame.ts'
import type { TicketWarning } from './TicketPreview.ts'

/** What an edit of an open position (margin, leverage, pool, protection, close, reverse) would do, on the account as set. */
export interface EditPreview {
  readonly tick: number
  /** `incomplete`: a field is empty or not a number yet; only `limits` are given. */
  readonly status: 'accepted' | 'refused' | 'incomplete'
  readonly rejection: PlainRejection | undefined
  /** Absent when refused. */
  readonly change: AccountChange | undefined
  readonly limits: EditLimits
  readonly warnings: readonly TicketWarning[]
}

export interface EditLimits {
  /** Largest margin that can be added: what the wallet can give. */
  readonly addable: DecimalText
  /** Largest margin that can be removed from the pool of the edited leg or bucket. */
  readonly removable: DecimalText
  /** The rules let no margin out of an isolated position: why `removable` is 0. [M7] */
  readonly isAddOnly: boolean
  /** Highest leverage its tier allows; absent without a leg. */
  readonly maxLeverage: DecimalText | undefined
}
