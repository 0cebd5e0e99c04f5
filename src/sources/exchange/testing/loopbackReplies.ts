import type { PageRow } from '../PageCache.ts'
import type { VenueId } from '../VenueId.ts'
import type { Route } from './loopbackRoutes.ts'

/** How a venue writes rows: given oldest first, in the shape and order of its recorded replies. */
type Writer = (rows: readonly PageRow[], route: Route, now: number) => unknown

export function replyOf(rows: readonly PageRow[], route: Route, now: number): unknown {
  return WRITERS[route.venue](rows, route, now)
}

const newestFirst = (rows: readonly PageRow[]): readonly PageRow[] => [...rows].reverse()
const iso = (time: number): string => new Date(time).toISOString()

const WRITERS: Readonly<Record<VenueId, Writer>> = {
  bybit: (rows, { series, symbol }, now) => ({
    retCode: 0,
    retMsg: 'OK',
    result: {
      category: 'linear',
      ...(series === 'funding' ? {} : { symbol }),
      list: newestFirst(rows).map(([time, ...cells]) =>
        series === 'funding' ? { symbol, fundingRate: cells[0], fundingRateTimestamp: String(time) } : [String(time), ...cells, ...(series === 'candles' ? ['123.45', '3390000'] : [])],
      ),
    },
    ...(series === 'funding' ? {} : { retExtInfo: {} }),
    time: now,
  }),
  binance: (rows, { series, symbol, barMillis }) =>
    rows.map(([time, ...cells]) =>
      series === 'funding'
        ? { symbol, fundingTime: time + 7, fundingRate: cells[0], markPrice: '60000.00000000' }
        : [time, ...cells, series === 'candles' ? '148.11427815' : '0', time + barMillis - 1, series === 'candles' ? '2434.19055334' : '0', 308, '1756.87402397', '28.46694368', '0'],
    ),
  okx: (rows, { series, symbol, barMillis }, now) => ({
    code: '0',
    msg: '',
    data: newestFirst(rows).map(([time, ...cells]) => {
      if (series === 'funding') return { instType: 'SWAP', instId: symbol, fundingRate: '0.0009999', realizedRate: cells[0], fundingTime: String(time) }
      const confirm = time + barMillis <= now ? '1' : '0'
      return [String(time), ...cells, ...(series === 'candles' ? ['1040.37', '10.4037', '1069603.34883'] : []), confirm]
    }),
  }),
  deribit: (rows, { series }, now) => ({ id: 2, jsonrpc: '2.0', result: deribitResult(rows, series), testnet: false, usDiff: 5240, usIn: now * 1000, usOut: now * 1000 + 5240 }),
  coinbase: (rows) => newestFirst(rows).map(([time, open, high, low, close]) => [time / 1000, ...[low, high, open, close].map(Number), 355.82896243]),
  hyperliquid: (rows, { series, symbol, barMillis }) =>
    rows.map(([time, ...cells]) =>
      series === 'funding'
        ? { coin: symbol, fundingRate: cells[0], premium: '0.00029005', time: time + 54 }
        : { t: time, T: time + barMillis - 1, s: symbol, i: '1h', o: cells[0], c: cells[3], h: cells[1], l: cells[2], v: '12.5', n: 189 },
    ),
  'kraken-futures': (rows, { series }) =>
    series === 'funding'
      ? { result: 'success', rates: newestFirst(rows).map(([time, rate]) => ({ timestamp: iso(time), relativeFundingRate: Number(rate), fundingRate: Number(rate) * 60000 })) }
      : { candles: rows.map(([time, open, high, low, close]) => ({ time, open, high, low, close, volume: series === 'candles' ? '319499' : '0' })), more_candles: false },
  dydx: (rows, { series, symbol }) =>
    series === 'funding'
      ? { historicalFunding: newestFirst(rows).map(([time, rate]) => ({ ticker: symbol, rate, price: '89993.8', effectiveAtHeight: '66622979', effectiveAt: iso(time + 219) })) }
      : {
          candles: newestFirst(rows).map(([time, open, high, low, close]) => ({
            startedAt: iso(time), ticker: symbol, resolution: '1HOUR', low, high, open, close, baseTokenVolume: '3.2767', usdVolume: '294697.4391', trades: 49, startingOpenInterest: '381.7348', orderbookMidPriceOpen: '89969.75', orderbookMidPriceClose: '89969.75',
          })),
        },
}

/** Deribit writes numbers, not text, and candles as columns. */
function deribitResult(rows: readonly PageRow[], series: Route['series']): unknown {
  if (series === 'funding') return rows.map(([timestamp, rate]) => ({ timestamp, index_price: 64832.34, interest_8h: Number(rate) * 8, interest_1h: Number(rate), prev_index_price: 64773.05 }))
  if (series === 'volatility') return { data: rows.map(([time, ...cells]) => [time, ...cells.map(Number)]), continuation: null }
  const column = (i: number): readonly number[] => rows.map((row) => Number(row[i]))
  return {
    close: column(4),
    cost: rows.map(() => 257490),
    high: column(2),
    low: column(3),
    open: column(1),
    status: rows.length === 0 ? 'no_data' : 'ok',
    ticks: column(0),
    volume: rows.map(() => 2.94375216),
  }
}
