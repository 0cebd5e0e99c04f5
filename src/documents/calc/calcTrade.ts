import { Decimal, type Rules } from '../../engine/index.ts'
import type { BookDocument } from '../book/BookDocument.ts'
import type { InstrumentDocument } from '../instruments/InstrumentDocument.ts'
import type { Problem } from '../Problem.ts'
import type { CalcDocument } from './CalcDocument.ts'
import type { CalcBeside } from './CalcSetup.ts'

/** The instrument of a trade, and the instruments of the document with what it says of it. */
export interface CalcTrade {
  readonly symbol: string
  readonly instruments: readonly InstrumentDocument[]
  readonly assumed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

/** Where nothing is said: a name whose table most venues have. */
const USUAL = { linear: 'BTCUSDT', inverse: 'BTCUSD' } as const

export function tradeOf(document: CalcDocument, contract: Rules['contract'], beside: CalcBeside | undefined): CalcTrade {
  const { instrument, instruments = [] } = document
  const written = typeof instrument === 'object' ? instrument : undefined
  const symbol = symbolOf(document) ?? USUAL[contract]
  const listed = instruments.findIndex((each) => each.symbol === symbol)
  const stated = written ?? instruments[listed]
  const isKnown = stated === undefined && beside?.instruments.has(symbol) === true
  const steps = isKnown ? {} : stepsFor(document, stated, contract)
  const own = Object.keys(steps).length === 0 ? stated : { ...stated, symbol, ...steps }
  return {
    symbol,
    instruments: own === undefined ? instruments : inPlace(instruments, own, listed),
    assumed: { ...(instrument === undefined ? { instrument: symbol } : {}), ...Object.fromEntries(Object.entries(steps)) },
    problems: written !== undefined && listed >= 0 ? [{ path: ['instruments', listed, 'symbol'], message: `${symbol} stands under "instrument" already` }] : [],
  }
}

/** The name of the traded instrument, where it is stated. */
export function symbolOf({ instrument }: CalcDocument): string | undefined {
  return typeof instrument === 'object' ? instrument.symbol : instrument
}

/** In its place, so that what is wrong with others is said of the right row. */
function inPlace(instruments: readonly InstrumentDocument[], own: InstrumentDocument, at: number): readonly InstrumentDocument[] {
  return at < 0 ? [...instruments, own] : instruments.map((each, index) => (index === at ? own : each))
}

/**
 * Steps that are not known, so fine that nothing is lost by them. The tick: eight digits behind the first of a price, and a
 * cent at most. The quantity: worth 10^-10 of the quote currency at that price, or 10^-6 USD of an inverse contract.
 */
function stepsFor(document: CalcDocument, stated: InstrumentDocument | undefined, contract: Rules['contract']): Partial<Pick<InstrumentDocument, 'tickSize' | 'qtyStep'>> {
  const first = firstPrice(document)
  const e = first === undefined ? undefined : new Decimal(first).e
  const tickSize = e === undefined ? '0.01' : power(Math.max(-24, Math.min(-2, e - 8)))
  const qtyStep = (stated?.type ?? contract) === 'inverse' ? power(-6) : e === undefined ? undefined : power(Math.max(-20, Math.min(0, -10 - e)))
  return { ...(stated?.tickSize === undefined ? { tickSize } : {}), ...(stated?.qtyStep !== undefined || qtyStep === undefined ? {} : { qtyStep }) }
}

function power(exponent: number): string {
  return new Decimal(10).pow(exponent).toFixed()
}

function firstPrice(document: CalcDocument): string | undefined {
  const { fills = [], marks = {} } = document
  const mark = marks[symbolOf(document) ?? '']
  const stated = [...PRICES.flatMap((id) => document[id]?.text ?? []), ...fills.map(({ price }) => price.text), typeof mark === 'object' ? mark.mark : mark]
  return stated.find((text) => text !== undefined)
}

/** The entry price first: the others are looked at where it is what is asked for. */
const PRICES = [
  'entryPrice', 'markPrice', 'exitPrice', 'stopPrice', 'nextPrice', 'liquidationPrice', 'liquidationTogether', 'bankruptcyPrice', 'breakEvenPrice', 'averageEntry',
] as const

/** What a document says of everything but the trade, as a book. */
export function bookPart(document: CalcDocument, { instruments }: CalcTrade): BookDocument {
  const { title, rules, marks = {}, wallet, equity, quoteBalance, otherPositions, collateral, pools, positions = [] } = document
  return {
    schema: 1, title, rules, instruments, marks, equity, quoteBalance, otherPositions, pools, positions,
    wallet: wallet?.text,
    collateral: isAssets(collateral) ? collateral : undefined,
  }
}

function isAssets(collateral: CalcDocument['collateral']): collateral is NonNullable<BookDocument['collateral']> {
  return Array.isArray(collateral)
}

/** Whether the document says what is open beside the trade; the wallet alone is a number of the calculation. */
export function hasBook({ equity, quoteBalance, otherPositions, collateral, pools, positions }: CalcDocument): boolean {
  return [equity, quoteBalance, otherPositions, pools, positions].some((each) => each !== undefined) || isAssets(collateral)
}
