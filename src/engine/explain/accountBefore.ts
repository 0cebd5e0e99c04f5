import type { Account } from '../ledger/Account.ts'
import { emptyAccount, evolve } from '../ledger/evolve.ts'
import { required } from '../result/result.ts'
import type { Run } from '../run/createRun.ts'

/** The account just before an event of its run, given by the event's seq. */
export function accountBefore(run: Run, seq: number): Account {
  const { tick } = required(run.events[seq - 1], `event ${seq}`)
  const settled = tick === 0 ? 0 : run.countAt(tick - 1)
  const account = tick === 0 ? emptyAccount() : run.accountAt(tick - 1)
  return evolve(account, run.events.slice(settled, seq - 1))
}
