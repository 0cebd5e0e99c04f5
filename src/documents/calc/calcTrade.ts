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
  const tick = hasTick(stated, symbol, beside) ? undefined : tickFor(document)
  const own = tick === undefined ? stated : { ...stated, symbol, tickSize: tick }
  return {
    symbol,
    instruments: own === undefined ? instruments : inPlace(instruments, own, listed),
    assumed: { ...(instrument === undefined ? { instrument: symbol } : {}), ...(tick === undefined ? {} : { tickSize: tick }) },
    problems: written !== undefined && listed >= 0 ? [{ path: ['instruments', listed, 'symbol'], message: `${symbol} stands under "instrument" already` }] : [],
  }
}

/** The name of the traded instrument, where it is stated. */
export function symbolOf({ instrument }: CalcDocument): string | undefined {
  return typeof instrument === 'object' ? instrument.symbol : instrument
}

function hasTick(stated: InstrumentDocument | undefined, symbol: string, beside: CalcBeside | undefined): boolean {
  return stated?.tickSize !== undefined || (stated === undefined && beside?.instruments.has(symbol) === true)
}

/** In its place, so that what is wrong with others is said of the right row. */
function inPlace(instruments: readonly InstrumentDocument[], own: InstrumentDocument, at: number): readonly InstrumentDocument[] {
  return at < 0 ? [...instruments, own] : instruments.map((each, index) => (index === at ? own : each))
}

/** The tick is not known: eight digits behind the first of a price, and a cent at most, so that nothing is lost by it. */
function tickFor(document: CalcDocument): string {
  const { fills = [], marks = {} } = document
  const mark = marks[symbolOf(document) ?? '']
  const stated = [...PRICES.flatMap((id) => document[id]?.text ?? []), ...fills.map(({ price }) => price.text), typeof mark === 'object' ? mark.mark : mark]
  const [first] = stated.filter((text) => text !== undefined)
  if (first === undefined) return '0.01'
  const power = Math.max(-24, Math.min(-2, new Decimal(first).e - 8))
  return new Decimal(10).pow(power).toFixed()
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
