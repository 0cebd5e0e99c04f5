import { describe, expect, it } from 'vitest'
import { instrumentOfFile } from './instrumentOfFile.ts'

describe('the instrument of a file', () => {
  it.each([
    ['Binance_BTCUSDT_1h.csv', 'BTCUSDT'],
    ['ETH-USD-1m.csv', 'ETH-USD'],
    ['BTCUSDT2025-10-10.csv.gz', 'BTCUSDT'],
    ['SOLUSDT-1m-2024-12.zip', 'SOLUSDT'],
    ['DAT_ASCII_EURUSD_M1_201202.csv', 'EURUSD'],
    // TradingView: EXCHANGE_SYMBOL, resolution, and a word of its own where the file was saved twice.
    ['SP_SPX, 1D.csv', 'SPX'],
    ['BINANCE_BTCUSDT.P, 60.csv', 'BTCUSDT.P'],
    ['TVC_GOLD, 1D_4f2a1.csv', 'GOLD'],
    // MetaTrader 4 adds the minutes of a bar, Bitfinex begins a pair with a t, Kraken futures with PF.
    ['EURUSD1440.csv', 'EURUSD'],
    ['XAUUSD5.csv', 'XAUUSD'],
    ['tXRPUSD.csv', 'XRPUSD'],
    ['trade_1m_tBTCUSD.json', 'BTCUSD'],
    ['PF_XBTUSD-1h.json', 'XBTUSD'],
    ['1000SATSUSDT_1h.csv', '1000SATSUSDT'],
    // Names that say what a file is, not of what.
    ['HistoricalData_1734112345678.csv', 'PRICES'],
    ['candles.json', 'PRICES'],
    ['deribit.json', 'PRICES'],
    ['gate-futures.json', 'PRICES'],
    ['history-mark-price-candles.json', 'PRICES'],
    ['klines_SOLUSDT.csv', 'SOLUSDT'],
    ['1583971200.csv', '1583971200'],
    ['^GSPC.csv', 'GSPC'],
  ])('%s: %s', (name, instrument) => expect(instrumentOfFile(name)).toBe(instrument))
})
