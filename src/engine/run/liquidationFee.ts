import { notionalOf } from '../instruments/valuation.ts'
import type { Position } from '../ledger/Account.ts'
import { asQuote, portion, type Price, type Quote } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'

/** The liquidation fee of closing a part, on the value that the rules name. Exact; not yet limited by what is left. [Q3] */
export function liquidationFee(part: Position, at: { readonly price: Price; readonly mark: Price }, { liquidation: { feeRate, feeOn } }: Rules): Quote {
  const values = { fill: () => notionalOf(part, at.price), mark: () => notionalOf(part, at.mark), entry: () => asQuote(part.entryNotional.abs()) }
  return portion(values[feeOn](), feeRate)
}
