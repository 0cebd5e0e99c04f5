import type { VenueId } from '../VenueId.ts'

export type ErrorKind = 'symbol' | 'rate-limit' | 'rejected' | 'server' | 'region'

export interface ErrorReply {
  readonly status: number
  readonly body: unknown
}

/** How each venue says no, with the status it says it with. */
export function errorReply(venue: VenueId, kind: ErrorKind): ErrorReply {
  return ERRORS[venue][kind] ?? { status: { symbol: 404, 'rate-limit': 429, rejected: 400, server: 503, region: 451 }[kind], body: {} }
}

const bybit = (retCode: number, retMsg: string): ErrorReply => ({ status: 200, body: { retCode, retMsg, result: {}, retExtInfo: {}, time: 1709891679050 } })
const okx = (code: string, msg: string, status = 200): ErrorReply => ({ status, body: { code, msg, data: [] } })
const binance = (code: number, msg: string, status = 400): ErrorReply => ({ status, body: { code, msg } })
const deribit = (code: number, message: string, data: unknown, status = 400): ErrorReply => ({ status, body: { jsonrpc: '2.0', error: { code, message, data }, usIn: 1, usOut: 2, usDiff: 1, testnet: false } })

const ERRORS: Readonly<Record<VenueId, Readonly<Partial<Record<ErrorKind, ErrorReply>>>>> = {
  bybit: {
    symbol: bybit(10001, 'Not supported symbols'),
    'rate-limit': bybit(10006, 'Too many visits. Exceeded the API Rate Limit.'),
    rejected: bybit(10001, 'params error: interval invalid'),
    server: bybit(10016, 'Internal server error.'),
    region: { status: 403, body: 'The Amazon CloudFront distribution is configured to block access from your country.' },
  },
  okx: {
    symbol: okx('51001', "Instrument ID, Instrument ID code, or Spread ID doesn't exist."),
    'rate-limit': okx('50011', 'Too Many Requests', 429),
    rejected: okx('51000', 'Parameter bar error'),
    server: okx('50001', 'Service temporarily unavailable. Try again later', 503),
  },
  binance: {
    symbol: binance(-1121, 'Invalid symbol.'),
    'rate-limit': binance(-1003, 'Too many requests; current limit is 2400 requests per minute.', 429),
    rejected: binance(-1120, 'Invalid interval.'),
    server: binance(-1001, 'Internal error; unable to process your request. Please try again.', 500),
    region: binance(0, 'Service unavailable from a restricted location according to b. Eligibility.', 451),
  },
  deribit: {
    symbol: deribit(-32602, 'Invalid params', { reason: 'unknown instrument', param: 'instrument_name' }),
    'rate-limit': deribit(10028, 'too_many_requests', { reason: 'too many requests' }, 429),
    rejected: deribit(-32602, 'Invalid params', { reason: 'invalid resolution', param: 'resolution' }),
    server: deribit(13888, 'timed_out', {}, 503),
  },
  coinbase: {
    symbol: { status: 404, body: { message: 'NotFound' } },
    'rate-limit': { status: 429, body: { message: 'Public rate limit exceeded' } },
    rejected: { status: 400, body: { message: 'granularity too small for the requested time range. Count of aggregations requested exceeds 300' } },
    server: { status: 500, body: { message: 'Internal Server Error' } },
  },
  hyperliquid: { symbol: { status: 500, body: null }, 'rate-limit': { status: 429, body: null }, rejected: { status: 422, body: 'Failed to parse the request' } },
  'kraken-futures': {
    symbol: { status: 404, body: { errors: [{ msg: 'Market not found' }] } },
    'rate-limit': { status: 429, body: { result: 'error', error: 'apiLimitExceeded' } },
    rejected: { status: 400, body: { errors: [{ msg: 'bad resolution' }] } },
    server: { status: 503, body: { result: 'error', error: 'Unavailable' } },
  },
  dydx: {
    symbol: { status: 404, body: { errors: [{ msg: 'BTC-XXX not found in tickers of type PERPETUAL' }] } },
    'rate-limit': { status: 429, body: { errors: [{ msg: 'Too many requests' }] } },
    rejected: { status: 400, body: { errors: [{ msg: 'resolution must be a valid candle resolution' }] } },
    region: { status: 403, body: { errors: [{ msg: 'Because you appear to be a resident of, or trading from, a jurisdiction that violates our terms of use' }] } },
  },
}
