import type { Pool, Position } from '../ledger/Account.ts'
import type { Moment } from '../ledger/Draft.ts'
import type { Price } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'

/** A moment at which a pool is liquidated, and the prices its positions close at. */
export interface Scene {
  readonly moment: Moment
  /** The same with all its prices: for what the test does not look at. [K5] */
  readonly untested: Moment
  readonly jumped: boolean
  /** The closing price of a position: the mark, rounded on the side that liquidates earlier. */
  closingPrice(position: Position): Price
  /** The exact test at this moment, under the rules given. */
  fails(pool: Pool, rules: Rules): boolean
}
