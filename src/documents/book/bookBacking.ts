import { asQuote, quote, valueOf, type Price, type PoolOthers, type Position, type Quote, ZERO_QUOTE } from '../../engine/index.ts'
import type { OthersDocument } from './BookDocument.ts'

/** What a document says stands behind positions, in the words of the venue it comes from: one of the three. */
export interface Backing {
  readonly cash?: string | undefined
  readonly equity?: string | undefined
  readonly quoteBalance?: string | undefined
}

/** The positions it stands behind, and prices to value them. */
export interface Backed {
  readonly positions: readonly Position[]
  readonly others?: PoolOthers | undefined
  readonly marks: ReadonlyMap<string, Price>
}

/**
 * Cash of a pool: stated; or equity less unrealised PnL; or the quote balance (equity less the value of the positions
 * now) plus their value at entry. Exact, because a test at the very boundary must come out as the venue's did.
 */
export function cashOf({ cash, equity, quoteBalance }: Backing, { positions, others, marks }: Backed): Quote | undefined {
  if (cash !== undefined) return quote(cash)
  const atEntry = positions.reduce((total, { entryNotional }) => asQuote(total.plus(entryNotional)), ZERO_QUOTE)
  if (quoteBalance !== undefined) return asQuote(quote(quoteBalance).plus(atEntry))
  if (equity === undefined) return undefined
  const now = positions.reduce((total, position) => asQuote(total.plus(worth(position, marks))), ZERO_QUOTE)
  return asQuote(quote(equity).minus(now).plus(atEntry).minus(others?.unrealizedPnl ?? 0))
}

/** A position without a mark is a problem that is said elsewhere. */
function worth(position: Position, marks: ReadonlyMap<string, Price>): Quote {
  const mark = marks.get(position.instrument)
  return mark === undefined ? position.entryNotional : valueOf(position, mark)
}

export function othersOf(document: OthersDocument | undefined): PoolOthers | undefined {
  if (document === undefined) return undefined
  return {
    unrealizedPnl: quote(document.unrealizedPnl ?? '0'),
    maintenanceMargin: quote(document.maintenanceMargin ?? '0'),
    initialMargin: quote(document.initialMargin ?? '0'),
  }
}
