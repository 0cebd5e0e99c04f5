import type { LegId } from '../ledger/Account.ts'
import type { PoolBreached } from '../ledger/LedgerEvent.ts'
import { required } from '../result/result.ts'

/** The leg that brought a pool down: the worst unrealised PnL at the trigger; the one opened first among equals. [Q2] */
export function culpritOf(breach: PoolBreached): LegId {
  const worst = breach.legs.reduce((a, b) => (b.unrealizedPnl.lt(a.unrealizedPnl) ? b : a), required(breach.legs[0], 'a breached leg'))
  return worst.leg
}
