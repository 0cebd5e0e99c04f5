import type { CalculateInputs } from '../../store/slices/CalculateState.ts'
import type { CalculateMarket } from './CalculateMarket.ts'

/** Longest first, so that USDT is not taken for USD. */
const QUOTES = ['USDT', 'USDC', 'USD', 'EUR', 'BTC']

/** An instrument of the user's own, by its symbol: BTCUSDT is BTC in USDT, ETH/USD is ETH in USD. */
export function ownMarket({ own }: Pick<CalculateInputs, 'own'>): Omit<CalculateMarket, 'sharesAccount' | 'walletBalance'> {
  const symbol = own.symbol.trim() === '' ? 'BTCUSDT' : own.symbol.trim()
  const { base, quote } = partsOf(symbol, own.type === 'inverse' ? 'USD' : 'USDT')
  const isInverse = own.type === 'inverse'
  return {
    symbol,
    type: own.type,
    base,
    quote,
    currency: isInverse ? base : quote,
    sizeUnit: isInverse ? quote : base,
    moneyDecimals: isInverse ? 8 : 2,
    tickSize: stepOr(own.tickSize, '0.01'),
    qtyStep: stepOr(own.qtyStep, isInverse ? '1' : '0.0001'),
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

function stepOr(text: string, usual: string): string {
  return /^\d*\.?\d+$/.test(text) && Number(text) > 0 ? text : usual
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
