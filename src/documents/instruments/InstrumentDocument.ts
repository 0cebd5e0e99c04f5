import * as v from 'valibot'
import { price, qty, rate, type Instrument } from '../../engine/index.ts'
import { decimals } from '../validators/decimals.ts'
import { knownObject } from '../validators/knownObject.ts'
import { nameText } from '../validators/nameText.ts'

/** An instrument as written; only the symbol is needed. */
export interface InstrumentDocument {
  readonly symbol: string
  readonly base?: string | undefined
  readonly quote?: string | undefined
  readonly tickSize?: string | undefined
  readonly qtyStep?: string | undefined
  readonly beta?: string | undefined
}

export const instrumentSchema = knownObject({
  symbol: nameText,
  base: v.optional(nameText),
  quote: v.optional(nameText),
  tickSize: v.optional(decimals.step),
  qtyStep: v.optional(decimals.step),
  beta: v.optional(decimals.beta),
})

/** Orders and crossings at cents, any quantity (1e-20 is no step at all), moves with the market one to one. */
const DEFAULTS = { quote: 'USDT', tickSize: '0.01', qtyStep: '0.00000000000000000001', beta: '1' } as const

/** A written instrument with its defaults. */
export function instrumentOf(document: InstrumentDocument): Instrument {
  return {
    symbol: document.symbol,
    base: document.base ?? baseOf(document.symbol),
    quote: document.quote ?? DEFAULTS.quote,
    tickSize: price(document.tickSize ?? DEFAULTS.tickSize),
    qtyStep: qty(document.qtyStep ?? DEFAULTS.qtyStep),
    beta: rate(document.beta ?? DEFAULTS.beta),
  }
}

/** BTC of BTC-PERP, BTCUSDT, BTC/USD and BTC-USD-SWAP; a symbol that is nothing else names itself. */
export function baseOf(symbol: string): string {
  const base = symbol.replace(/([-_/ ]?(PERP|SWAP|USDT|USDC|USD))+$/i, '')
  return base === '' ? symbol : base
}

/** The other way round, everything stated. */
export function instrumentToDocument(instrument: Instrument): InstrumentDocument {
  return {
    symbol: instrument.symbol,
    base: instrument.base,
    quote: instrument.quote,
    tickSize: instrument.tickSize.toFixed(),
    qtyStep: instrument.qtyStep.toFixed(),
    beta: instrument.beta.toFixed(),
  }
}

/** The stated instruments and defaults for the symbols that are not among them, in the order of the symbols. */
export function instrumentsFor(symbols: readonly string[], stated: readonly Instrument[]): readonly Instrument[] {
  const bySymbol = new Map(stated.map((instrument) => [instrument.symbol, instrument]))
  return symbols.map((symbol) => bySymbol.get(symbol) ?? instrumentOf({ symbol }))
}
