import type { PoolId } from '../ledger/Account.ts'

/** The pool of the wallet and the positions it backs. */
export const CROSS: PoolId = 'cross'
