const QUOTES = new Set(['USD', 'USDT', 'USDC', 'BUSD', 'FDUSD', 'EUR', 'GBP', 'JPY', 'CHF', 'BTC', 'ETH', 'PERP', 'SWAP'])
/** Venues and programs that put their names first, and kinds of contracts. */
const EXCHANGES = /^(BINANCE|BITFINEX|BITGET|BITMEX|BITSTAMP|BYBIT|COINBASE|COINGECKO|COINMARKETCAP|CMC|DERIBIT|DUKASCOPY|DYDX|FREQTRADE|GATE|GATEIO|GEMINI|HTX|HYPERLIQUID|KRAKEN|KUCOIN|MEXC|OKX|OANDA|DAT|ASCII|MT|NASDAQ|NYSE|CAPITALCOM|FX|PF|PI|FF|FI|YF)$/
/** What is in a file rather than of what. */
const CONTENTS = /^(ARCHIVE|BARS?|CANDLES?|CANDLESNAPSHOT|CHART|DATA|DOWNLOAD|EXPORT|FUNDING|FUNDINGRATE|FUTURES?|HISTORICAL|HISTORICALDATA|HISTORY|INDEX|KLINES?|MARK|OHLCV?|PERP|PRICES?|QUOTES|RATES?|SPOT|TABLE|TICKS?|TRADES?|\d+(S|M|H|D|W|MIN|HOUR|DAY))$/

/** A name for the instrument of a file, from the file's name: `Binance_BTCUSDT_1h.csv` is BTCUSDT, `ETH-USD-1m.csv` is ETH-USD. */
export function instrumentOfFile(fileName: string): string {
  const stem = fileName.replace(/^.*[\\/]/, '').replace(/(\.(csv|txt|tsv|data|json|gz|zip))+$/i, '')
  // TradingView: the exchange, the symbol, a comma, the length of a bar.
  const [, charted] = /^[^_,]+_([^,]+), \w+$/.exec(stem) ?? []
  const words = (charted ?? stem).split(/[^\p{L}\p{N}.]+/u).filter((word) => word !== '')
  const start = words.findIndex((word) => /\p{L}/u.test(word) && !isOfNothing(word.toUpperCase(), charted !== undefined))
  if (start < 0) return words.find((word) => !/\p{L}/u.test(word) && words.length === 1) ?? 'PRICES'
  const [named = '', second = ''] = words.slice(start)
  const first = bare(named)
  return QUOTES.has(second.toUpperCase()) ? `${first}-${second}`.toUpperCase() : first.toUpperCase()
}

function isOfNothing(word: string, isSymbol: boolean): boolean {
  return !isSymbol && (EXCHANGES.test(word) || CONTENTS.test(word))
}

/** Bybit names a day's trades BTCUSDT2020-03-12, MetaTrader 4 minutes EURUSD1, Bitfinex a pair tBTCUSD. */
function bare(word: string): string {
  return word
    .replace(/(?<=\p{L}{3})(19|20)\d\d$/u, '')
    .replace(/(?<=^[A-Z]{6})(1|5|15|30|60|240|1440|10080|43200)$/, '')
    .replace(/^t(?=[A-Z]{6})/, '')
}
