import type { CalculateInputs } from '../../store/slices/CalculateState.ts'
import type { Format } from '../../ui/format/createFormat.ts'
import type { CalculateMarket } from './CalculateMarket.ts'

/** Longest first, so that USDT is not taken for USD. */
const QUOTES = ['USDT', 'USDC', 'USD', 'EUR', 'BTC']

/** An instrument of the user's own, by its symbol: BTCUSDT is BTC in USDT, ETH/USD is ETH in USD. */
export function ownMarket({ own, entryPrice }: Pick<CalculateInputs, 'own' | 'entryPrice'>, format: Format): Omit<CalculateMarket, 'sharesAccount' | 'walletBalance'> {
  const symbol = own.symbol.trim() === '' ? 'BTCUSDT' : own.symbol.trim()
  const { base, quote } = partsOf(symbol, own.type === 'inverse' ? 'USD' : 'USDT')
  const isInverse = own.type === 'inverse'
  const { magnitude, places } = priceOf(entryPrice, [quote, '$'], format)
  return {
    symbol,
    type: own.type,
    base,
    quote,
    currency: isInverse ? base : quote,
    sizeUnit: isInverse ? quote : base,
    moneyDecimals: isInverse ? 8 : 2,
    tickSize: stepOf(own.tickSize, format) ?? powerOfTen(-Math.max(2, 4 - magnitude, places)),
    // A step is worth less than ten of the quote.
    qtyStep: stepOf(own.qtyStep, format) ?? (isInverse ? '1' : powerOfTen(-Math.min(4, Math.max(0, magnitude)))),
    isOpen: false,
    mark: undefined,
    position: undefined,
  }
}

function partsOf(symbol: string, usual: string): { readonly base: string; readonly quote: string } {
  const plain = symbol.replace(/[-_/ ]?(PERP|SWAP)$/i, '').replaceAll(/[-_/ ]/g, '')
  const quote = QUOTES.find((each) => plain.toUpperCase().endsWith(each) && plain.length > each.length)
  return quote === undefined ? { base: plain === '' ? symbol : plain, quote: usual } : { base: plain.slice(0, -quote.length), quote }
}

/** A tick or a step as typed; absent where nothing is, or what is typed is none. */
export function stepOf(text: string, format: Format): string | undefined {
  const typed = format.parse(text)
  return typed.ok && typed.suffix === undefined && Number(typed.value) > 0 ? typed.value : undefined
}

/** How large a price is and how finely it is typed: a coin of 0.1234 needs finer ticks than one of 60,000. */
function priceOf(text: string, units: readonly string[], format: Format): { readonly magnitude: number; readonly places: number } {
  const typed = format.parse(text, units)
  const price = typed.ok ? Number(typed.value) : 0
  if (!typed.ok || !(price > 0)) return { magnitude: 4, places: 0 }
  return { magnitude: Math.max(-8, Math.floor(Math.log10(price))), places: Math.min(12, typed.value.split('.')[1]?.length ?? 0) }
}

function powerOfTen(power: number): string {
  return power >= 0 ? `1${'0'.repeat(power)}` : `0.${'0'.repeat(-power - 1)}1`
}

/** The coin-margined contract beside an instrument: one USD a unit of quantity. */
export function inverseOf(market: CalculateMarket): CalculateMarket {
  if (market.type === 'inverse') return market
  return {
    ...market,
    symbol: `${market.base}USD`,
    type: 'inverse',
    quote: 'USD',
    currency: market.base,
    sizeUnit: 'USD',
    moneyDecimals: 8,
    qtyStep: '1',
    isOpen: false,
    sharesAccount: false,
    walletBalance: undefined,
    position: undefined,
  }
}
