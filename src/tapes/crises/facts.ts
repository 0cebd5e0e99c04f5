import type { Fact, Measure } from './Crisis.ts'

type More = Pick<Fact, 'unit' | 'source' | 'recheck'>

/** Sources that several crises name; all read 2026-11-23. */
export const SOURCES = {
  binance: 'Binance hourly candles, spot or USD-M (data.binance.vision)',
  bybit: 'Bybit hourly candles, linear perpetuals (api.bybit.com)',
  memory: 'from memory',
} as const

export const HOUR = 3_600_000
export const MINUTE = 60_000

function fact(what: string, value: number, measure: Measure, more: More): Fact {
  return { what, value, measure, ...more }
}

/** A fact with its source, by what it says. */
export function said(source: string, recheck?: true) {
  const of = (unit: Fact['unit']): More => ({ unit, source, ...(recheck === undefined ? {} : { recheck }) })
  return {
    price: (what: string, value: number, key: string, at: number): Fact => fact(what, value, { type: 'price', of: key, at }, of('price')),
    low: (what: string, value: number, key: string): Fact => fact(what, value, { type: 'low', of: key }, of('price')),
    high: (what: string, value: number, key: string): Fact => fact(what, value, { type: 'high', of: key }, of('price')),
    change: (what: string, value: number, key: string, [from, to]: readonly [number, number]): Fact => fact(what, value, { type: 'change', of: key, from, to }, of('share')),
    fall: (what: string, value: number, key: string, from: number): Fact => fact(what, value, { type: 'to-extreme', extreme: 'low', of: key, from }, of('share')),
    rise: (what: string, value: number, key: string, from: number): Fact => fact(what, value, { type: 'to-extreme', extreme: 'high', of: key, from }, of('share')),
    hours: (what: string, value: number, key: string, from: number): Fact => fact(what, value, { type: 'hours-to', extreme: 'low', of: key, from }, of('hours')),
    rebound: (what: string, value: number, key: string, hours: number): Fact => fact(what, value, { type: 'after-extreme', extreme: 'low', of: key, hours }, of('share')),
    relation: (what: string, value: number, key: string, [to, from]: readonly [string, number]): Fact => fact(what, value, { type: 'relation', of: key, to, from }, of('times')),
    volatility: (what: string, value: number, key: string, [from, to]: readonly [number, number]): Fact => fact(what, value, { type: 'volatility', of: key, from, to }, of('yearly')),
    jump: (what: string, value: number, key: string): Fact => fact(what, value, { type: 'jump', of: key }, of('share')),
    closed: (what: string, value: number): Fact => fact(what, value, { type: 'closed' }, of('hours')),
  }
}
