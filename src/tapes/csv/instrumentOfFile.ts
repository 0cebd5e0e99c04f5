const QUOTES = new Set(['USD', 'USDT', 'USDC', 'BUSD', 'FDUSD', 'EUR', 'GBP', 'JPY', 'CHF', 'BTC', 'ETH', 'PERP', 'SWAP'])
const EXCHANGES = new Set(['BINANCE', 'BITFINEX', 'BITSTAMP', 'BYBIT', 'COINBASE', 'DERIBIT', 'GEMINI', 'HYPERLIQUID', 'KRAKEN', 'KUCOIN', 'OKX', 'OANDA', 'DAT', 'ASCII', 'MT', 'NASDAQ', 'NYSE', 'CAPITALCOM', 'FX'])

/** A name for the instrument of a file, from the file's name: `Binance_BTCUSDT_1h.csv` is BTCUSDT, `ETH-USD-1m.csv` is ETH-USD. */
export function instrumentOfFile(fileName: string): string {
  const stem = fileName.replace(/^.*[\\/]/, '').replace(/(\.(csv|txt|tsv|data|json|gz|zip))+$/i, '')
  const words = stem.split(/[^\p{L}\p{N}.]+/u).filter((word) => word !== '')
  const start = words.findIndex((word) => !EXCHANGES.has(word.toUpperCase()) && /\p{L}/u.test(word))
  if (start < 0) return words[0] ?? 'PRICES'
  const [named = '', second = ''] = words.slice(start)
  // Bybit names a day's trades BTCUSDT2020-03-12.
  const first = named.replace(/(?<=\p{L}{3})(19|20)\d\d$/u, '')
  return QUOTES.has(second.toUpperCase()) ? `${first}-${second}`.toUpperCase() : first.toUpperCase()
}
