import { describe, expect, it } from 'vitest'
import { EXCHANGE_VENUES, venueOf } from '../../../store/exchange/exchangeVenues.ts'
import { draftFrom, draftOf, type ExchangeDraft, lastDays, marketOf, readExchange } from './exchangeDraft.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 10, 23, 10, 30)
const bybit = venueOf('bybit')
const place = { market: marketOf(bybit), base: '', known: [], now: NOW }
const form = (part: Partial<ExchangeDraft> = {}): ExchangeDraft => ({ ...draftOf(bybit, NOW), from: '2024-08-01', to: '2024-08-05', ...part })

describe('the form of a load', () => {
  it('begins with a question every exchange can be asked', () => {
    for (const venue of EXCHANGE_VENUES) {
      for (const market of venue.markets) {
        const { errors, request } = readExchange(draftOf(venue, NOW, market.id), { ...place, market })
        expect({ venue: venue.id, market: market.id, errors: Object.values(errors).filter((error) => error !== undefined), to: request?.to }).toEqual({ venue: venue.id, market: market.id, errors: [], to: NOW })
      }
    }
  })
  it('takes a day alone as the end with all its hours, a moment as it is, and nothing that has not happened', () => {
    const period = (to: string) => readExchange(form({ to }), place).request?.to
    expect(period('2024-08-05')).toBe(Date.UTC(2024, 7, 6))
    expect(period('2024-08-05 12:30')).toBe(Date.UTC(2024, 7, 5, 12, 30))
    expect(period('2026-11-23')).toBe(NOW)
    expect(readExchange(form({ from: '2024-08-01 06:00' }), place).request?.from).toBe(Date.UTC(2024, 7, 1, 6))
  })
  it('says what is wrong beside the field, and asks nothing', () => {
    const errors = (part: Partial<ExchangeDraft>, more: Partial<typeof place> = {}) => {
      const read = readExchange(form(part), { ...place, ...more })
      expect(read.request).toBeUndefined()
      return Object.entries(read.errors).flatMap(([name, error]) => (error === undefined ? [] : [name]))
    }
    expect(errors({ symbols: '  ' })).toEqual(['symbols'])
    expect(errors({ symbols: 'BTC<script>' })).toEqual(['symbols'])
    expect(errors({ symbols: Array.from({ length: 21 }, (_, i) => `A${i}`).join(',') })).toEqual(['symbols'])
    expect(errors({ from: '2024-02-30' })).toEqual(['from'])
    expect(errors({ from: '1999-01-01' })).toEqual(['from'])
    expect(errors({ from: '2026-11-24' })).toContain('from')
    expect(errors({ from: '2024-08-06', to: '2024-08-05' })).toEqual(['to'])
    expect(errors({ to: 'soon' })).toEqual(['to'])
    expect(errors({ series: [] })).toEqual(['series'])
    expect(errors({ series: ['funding'] })).toEqual(['series'])
    expect(errors({}, { base: 'ftp://x' })).toEqual(['base'])
  })
  it('calls instruments as the tape does, and apart where two are of one coin', () => {
    const names = (symbols: string) => readExchange(form({ symbols }), place).request?.instruments
    expect(names('BTCUSDT; ETHUSDT  BTCUSDT')).toEqual([{ symbol: 'BTCUSDT', instrument: 'BTC' }, { symbol: 'ETHUSDT', instrument: 'ETH' }])
    expect(names('WIFUSDT')).toEqual([{ symbol: 'WIFUSDT', instrument: 'WIFUSDT' }])
    const known = [{ symbol: 'BTC-26DEC25', instrument: 'BTC' }]
    expect(readExchange(form({ symbols: 'BTCUSDT, BTC-26DEC25' }), { ...place, known }).request?.instruments).toEqual([{ symbol: 'BTCUSDT', instrument: 'BTCUSDT' }, { symbol: 'BTC-26DEC25', instrument: 'BTC-26DEC25' }])
  })
  it('leaves out a series that has no bars of the size', () => {
    const deribit = venueOf('deribit')
    const market = marketOf(deribit)
    const series = (barMillis: number) => readExchange({ ...draftOf(deribit, NOW), series: ['candles', 'volatility'], barMillis }, { ...place, market }).request?.series
    // Its volatility index has bars of a minute, an hour, half a day and a day.
    expect(series(HOUR)).toEqual(['candles', 'volatility'])
    expect(series(3 * HOUR)).toEqual(['candles'])
  })
  it('is the same again from the question it asked', () => {
    const draft = form({ symbols: 'BTCUSDT, ETHUSDT', from: '2024-08-01 06:00', to: '2024-08-05', series: ['candles', 'mark'] })
    const { request } = readExchange(draft, place)
    expect(request === undefined ? undefined : draftFrom(request, bybit)).toEqual(draft)
  })
  it('has presets that end today', () => {
    expect(lastDays(7, NOW)).toEqual({ from: '2026-11-16', to: '2026-11-23' })
  })
})
