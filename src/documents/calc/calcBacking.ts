import { asQuote, Decimal, price, qty, quote, valueOf, ZERO_QUOTE, type Instrument, type Quote } from '../../engine/index.ts'
import type { BookReading } from '../book/bookOf.ts'
import type { Problem } from '../Problem.ts'
import type { CalcDocument } from './CalcDocument.ts'
import { unitsOf, type ValuesReading } from './calcValues.ts'

export interface CalcBacking {
  readonly values: ValuesReading['values']
  readonly problems: readonly Problem[]
}

interface Trade {
  readonly instrument: Instrument
  readonly side: 'long' | 'short'
  readonly mode: 'isolated' | 'cross'
  /** Whether the trade stands already: what a venue prints as equity contains its PnL then. */
  readonly isOpen: boolean
}

/**
 * What stands behind the trade in the words of venues: equity with its PnL at the mark in it, or the quote side of an account
 * that books both, as the cash they come to. Behind its own wall that is the margin, in the shared pool the wallet.
 */
export function withBacking(document: CalcDocument, values: ValuesReading['values'], book: BookReading, trade: Trade): CalcBacking {
  const { equity, quoteBalance } = document
  const known = equity === undefined && quoteBalance === undefined ? values : atMark(values)
  const feeReserve = document.feeReserve === undefined ? ZERO_QUOTE : quote(document.feeReserve.text)
  if (trade.mode === 'cross') {
    const wallet = crossWallet(document, known, book, trade)
    return { values: wallet === undefined ? known : { ...known, wallet }, problems: reserveProblems(document, 'a shared pool has its wallet') }
  }
  const margin = known['margin'] ?? ownCash(document, known, trade)
  if (document.feeReserve === undefined) return { values: margin === undefined ? known : { ...known, margin }, problems: twice(document) }
  if (margin === undefined) return { values: known, problems: reserveProblems(document, 'part of a margin or an equity; neither is stated') }
  return { values: { ...known, margin: margin.minus(feeReserve) }, problems: twice(document) }
}

/** Cash that contains the PnL asks for no entry: seen from the mark it is the same. */
function atMark(values: ValuesReading['values']): ValuesReading['values'] {
  const { entryPrice, markPrice } = values
  return entryPrice === undefined && markPrice !== undefined ? { ...values, entryPrice: markPrice } : values
}

/** Cash of the shared pool less what of the equity is the trade's; absent where the wallet is stated as such. */
function crossWallet({ equity, quoteBalance }: CalcDocument, values: ValuesReading['values'], { setup }: BookReading, trade: Trade): Decimal | undefined {
  if (equity === undefined && quoteBalance === undefined) return undefined
  const worth = trade.isOpen ? worthOf(values, trade) : undefined
  if (worth === undefined) return setup.book.wallet
  return equity === undefined ? setup.book.wallet.plus(worth.atEntry) : setup.book.wallet.minus(worth.now).plus(worth.atEntry)
}

function ownCash({ equity, quoteBalance }: CalcDocument, values: ValuesReading['values'], trade: Trade): Decimal | undefined {
  const worth = worthOf(values, trade)
  if (worth === undefined) return undefined
  if (equity !== undefined) return new Decimal(equity).minus(worth.now).plus(worth.atEntry)
  return quoteBalance === undefined ? undefined : new Decimal(quoteBalance).plus(worth.atEntry)
}

/** Signed value of the trade at its entry and at the mark. */
function worthOf({ size: units, notional, entryPrice, markPrice }: ValuesReading['values'], { instrument, side }: Trade): { readonly atEntry: Quote; readonly now: Quote } | undefined {
  if (entryPrice === undefined) return undefined
  const size = units ?? (notional === undefined ? undefined : unitsOf(notional, entryPrice, instrument))
  if (size === undefined) return undefined
  const held = { type: instrument.type, qty: qty((side === 'long' ? size : size.neg()).toFixed()) }
  return { atEntry: asQuote(valueOf(held, price(entryPrice.toFixed()))), now: asQuote(valueOf(held, price((markPrice ?? entryPrice).toFixed()))) }
}

function reserveProblems({ feeReserve }: CalcDocument, why: string): readonly Problem[] {
  return feeReserve === undefined ? [] : [{ path: ['feeReserve'], message: why }]
}

function twice({ margin, equity, quoteBalance }: CalcDocument): readonly Problem[] {
  const stated = Object.entries({ margin, equity, quoteBalance }).flatMap(([key, value]) => (value === undefined ? [] : [key]))
  const [, second] = stated
  return second === undefined ? [] : [{ path: [second], message: `one of margin, equity and quoteBalance was expected; ${stated.join(' and ')} are there` }]
}
