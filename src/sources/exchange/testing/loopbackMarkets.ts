/** Replies that list instruments and tiers, in the shape of the venues' recorded or documented ones; figures made up. Keyed by path. */
export function marketsReply(path: string, query: URLSearchParams, body: Readonly<Record<string, unknown>>): unknown {
  if (path === '/v5/market/risk-limit') return riskLimit(query.get('symbol') ?? 'BTCUSDT')
  if (path === '/info') return body['type'] === 'meta' ? HYPERLIQUID_META : undefined
  if (path === '/v4/perpetualMarkets') return { markets: { 'BTC-USD': dydxMarket('BTC-USD', '0.02', '0.012'), 'ETH-USD': dydxMarket('ETH-USD', '0.02', '0.012') } }
  return REPLIES[path]
}

/** In percent, as the documented example: 1 x 100 is 100. */
function riskLimit(symbol: string): unknown {
  const row = (id: number, riskLimitValue: string, figures: readonly [string, string, string, string]): unknown => {
    const [maintenanceMargin, initialMargin, maxLeverage, mmDeduction] = figures
    return { id, symbol, riskLimitValue, maintenanceMargin, initialMargin, isLowestRisk: id === 1 ? 1 : 0, maxLeverage, mmDeduction }
  }
  const list = [row(1, '2000000', ['0.5', '1', '100.00', '']), row(2, '10000000', ['1', '2', '50.00', '10000'])]
  return { retCode: 0, retMsg: 'OK', result: { category: 'linear', list: symbol === 'NOPEUSDT' ? [] : list, nextPageCursor: '' }, retExtInfo: {}, time: 1709891679050 }
}

const HYPERLIQUID_META = {
  universe: [
    { name: 'BTC', szDecimals: 5, maxLeverage: 40, marginTableId: 56 },
    { name: 'ETH', szDecimals: 4, maxLeverage: 25, marginTableId: 55 },
    { name: 'OLD', szDecimals: 2, maxLeverage: 3, marginTableId: 3, isDelisted: true },
  ],
  marginTables: [
    [56, { description: 'tiered 40x', marginTiers: [{ lowerBound: '0.0', maxLeverage: 40 }, { lowerBound: '150000000.0', maxLeverage: 20 }] }],
    [55, { description: 'tiered 25x', marginTiers: [{ lowerBound: '0.0', maxLeverage: 25 }, { lowerBound: '100000000.0', maxLeverage: 15 }] }],
  ],
  collateralToken: 0,
}

function dydxMarket(ticker: string, initialMarginFraction: string, maintenanceMarginFraction: string): unknown {
  return { clobPairId: '0', ticker, status: 'ACTIVE', oraclePrice: '89919.2', initialMarginFraction, maintenanceMarginFraction, tickSize: '1', stepSize: '0.0001', marketType: 'CROSS', openInterestLowerCap: '0', openInterestUpperCap: '0' }
}

const REPLIES: Readonly<Record<string, unknown>> = {
  '/v5/market/instruments-info': {
    retCode: 0,
    retMsg: 'OK',
    result: { nextPageCursor: null, list: ['BTC', 'ETH', 'SOL'].map((baseCoin) => ({ symbol: `${baseCoin}USDT`, contractType: 'LinearPerpetual', status: 'Trading', baseCoin, quoteCoin: 'USDT' })) },
  },
  '/fapi/v1/exchangeInfo': { symbols: ['BTC', 'ETH', 'SOL'].map((baseAsset) => ({ symbol: `${baseAsset}USDT`, baseAsset, quoteAsset: 'USDT', status: 'TRADING', contractType: 'PERPETUAL' })) },
  '/api/v3/exchangeInfo': { symbols: ['BTC', 'ETH'].map((baseAsset) => ({ symbol: `${baseAsset}USDT`, baseAsset, quoteAsset: 'USDT', status: 'TRADING' })) },
  '/api/v5/public/instruments': { code: '0', msg: '', data: ['BTC', 'ETH', 'SOL'].map((base) => ({ instId: `${base}-USDT-SWAP`, instType: 'SWAP', ctVal: '0.01' })) },
  '/api/v5/public/position-tiers': {
    code: '0',
    msg: '',
    data: [
      { baseMaxLoan: '', imr: '0.01', instFamily: 'BTC-USDT', instId: '', maxLever: '100', maxSz: '1000', minSz: '0', mmr: '0.004', optMgnFactor: '0', quoteMaxLoan: '', tier: '1', uly: 'BTC-USDT' },
      { baseMaxLoan: '', imr: '0.015', instFamily: 'BTC-USDT', instId: '', maxLever: '66.66', maxSz: '5000', minSz: '1001', mmr: '0.005', optMgnFactor: '0', quoteMaxLoan: '', tier: '2', uly: 'BTC-USDT' },
    ],
  },
  '/api/v2/public/get_instruments': { jsonrpc: '2.0', result: ['BTC', 'ETH'].map((base_currency) => ({ instrument_name: `${base_currency}-PERPETUAL`, base_currency, kind: 'future', settlement_period: 'perpetual' })) },
  '/products': ['BTC', 'ETH', 'SOL'].map((base_currency) => ({ id: `${base_currency}-USD`, base_currency, quote_currency: 'USD', status: 'online' })),
  '/derivatives/api/v3/instruments': {
    result: 'success',
    instruments: [
      { symbol: 'PF_XBTUSD', type: 'flexible_futures', tradeable: true, base: 'BTC', quote: 'USD', marginLevels: [{ numNonContractUnits: 0, initialMargin: 0.02, maintenanceMargin: 0.01 }, { numNonContractUnits: 500000, initialMargin: 0.04, maintenanceMargin: 0.02 }] },
      { symbol: 'PF_ETHUSD', type: 'flexible_futures', tradeable: true, base: 'ETH', quote: 'USD', marginLevels: [{ numNonContractUnits: 0, initialMargin: 0.02, maintenanceMargin: 0.01 }] },
    ],
  },
}
