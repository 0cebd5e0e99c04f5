import type { LegId } from '../ledger/Account.ts'
import type { LedgerEvent } from '../ledger/LedgerEvent.ts'
import { required } from '../result/result.ts'

export type Opening = LedgerEvent & { readonly type: 'filled' }

/** The fill that opened a position as it stood after so many events. */
export function openingOf(events: readonly LedgerEvent[], leg: LegId, count: number): Opening | undefined {
  let found: Opening | undefined
  for (let i = count - 1; i >= 0; i -= 1) {
    const event = required(events[i], 'an event')
    if (event.type === 'position-liquidated' && event.leg === leg && event.rest === undefined) return found
    if (event.type !== 'filled' || event.leg !== leg) continue
    if (event.qtyAfter.isZero()) return found
    found = event
  }
  return found
}
