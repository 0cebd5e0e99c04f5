import * as v from 'valibot'
import { price, qty, rate, type Instrument, type InstrumentType, type Rules } from '../../engine/index.ts'
import { decimals } from '../validators/decimals.ts'
import { knownObject } from '../validators/knownObject.ts'
import { nameText } from '../validators/nameText.ts'

/** An instrument as written; only the symbol is needed. */
export interface InstrumentDocument {
  readonly symbol: string
  readonly type?: InstrumentType | undefined
  readonly base?: string | undefined
  readonly quote?: string | undefined
  readonly contractSize?: string | undefined
  readonly tickSize?: string | undefined
  readonly qtyStep?: string | undefined
  readonly beta?: string | undefined
  readonly openInterest?: string | undefined
}

export const instrumentSchema = knownObject({
  symbol: nameText,
  type: v.optional(
    v.pipe(
      v.picklist(['linear', 'inverse', 'spot']),
      v.description('linear: quantities in base, amounts in quote. inverse: quantities in quote, amounts in the base coin. spot: an asset held as collateral. linear unless said.'),
    ),
  ),
  base: v.optional(nameText),
  quote: v.optional(nameText),
  contractSize: v.optional(v.pipe(decimals.step, v.description('Units of quantity in one contract: base of a linear, quote of an inverse instrument. 1 unless said.'))),
  tickSize: v.optional(decimals.step),
  qtyStep: v.optional(decimals.step),
  beta: v.optional(decimals.beta),
  openInterest: v.optional(v.pipe(decimals.size, v.description('Quantity open at the venue, where its rules ask for it.'))),
})

/** Orders and crossings at cents, any quantity (1e-20 is no step at all), moves with the market one to one. */
const DEFAULTS = { quote: 'USDT', coinQuote: 'USD', tickSize: '0.01', qtyStep: '0.00000000000000000001', beta: '1' } as const

/** A written instrument with its defaults; what it is, where it does not say, its rules tell. */
export function instrumentOf(document: InstrumentDocument, contract: Rules['contract'] = 'linear'): Instrument {
  const type = document.type ?? contract
  return {
    symbol: document.symbol,
    type,
    base: document.base ?? baseOf(document.symbol),
    quote: document.quote ?? (type === 'inverse' ? DEFAULTS.coinQuote : DEFAULTS.quote),
    contractSize: qty(document.contractSize ?? '1'),
    tickSize: price(document.tickSize ?? DEFAULTS.tickSize),
    qtyStep: qty(document.qtyStep ?? DEFAULTS.qtyStep),
    beta: rate(document.beta ?? DEFAULTS.beta),
    openInterest: document.openInterest === undefined ? undefined : qty(document.openInterest),
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
    type: instrument.type,
    base: instrument.base,
    quote: instrument.quote,
    contractSize: instrument.contractSize.toFixed(),
    tickSize: instrument.tickSize.toFixed(),
    qtyStep: instrument.qtyStep.toFixed(),
    beta: instrument.beta.toFixed(),
    ...(instrument.openInterest === undefined ? {} : { openInterest: instrument.openInterest.toFixed() }),
  }
}

/** The stated instruments and defaults for the symbols that are not among them, in the order of the symbols. */
export function instrumentsFor(symbols: readonly string[], stated: readonly Instrument[], contract: Rules['contract']): readonly Instrument[] {
  const bySymbol = new Map(stated.map((instrument) => [instrument.symbol, instrument]))
  return symbols.map((symbol) => bySymbol.get(symbol) ?? instrumentOf({ symbol }, contract))
}
