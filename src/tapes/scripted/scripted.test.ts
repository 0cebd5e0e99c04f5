import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tape } from '../../engine/index.ts'
import { oneBadAltcoin } from './oneBadAltcoin.ts'
import { oneBadPrint } from './oneBadPrint.ts'
import { SHOCK_PRESETS } from './shockPresets.ts'
import { shockTape } from './shockTape.ts'
import { theWick } from './theWick.ts'

function closes(tape: Tape, instrument: string): Float64Array {
  const series = tape.series.find((one) => one.instrument === instrument)
  if (series === undefined) throw new Error(`${instrument} is not on the tape`)
  return series.close
}
const price = (tape: Tape, instrument: string, tick: number): Decimal => new Decimal(closes(tape, instrument)[tick] ?? NaN)

/**
 * The book of product.md 5.3 under the plain rules, wallet 10,000: quantity = notional/entry, isolated margin,
 * maintenance rate; an isolated leg that is liquidated loses its margin and nothing else.
 */
const BOOK = [
  { instrument: 'BTC-PERP', entry: 60000, notional: 20000, sign: 1, margin: 2000, rate: 0.005 },
  { instrument: 'ETH-PERP', entry: 3000, notional: 10000, sign: -1, margin: 1000, rate: 0.005 },
  { instrument: 'SOL-PERP', entry: 150, notional: 40000, sign: 1, margin: 2000, rate: 0.01 },
] as const

const qty = (leg: (typeof BOOK)[number]): Decimal => new Decimal(leg.notional).div(leg.entry).times(leg.sign)
const pnl = (leg: (typeof BOOK)[number], mark: Decimal): Decimal => mark.minus(leg.entry).times(leg.notional).div(leg.entry).times(leg.sign)
const maintenance = (leg: (typeof BOOK)[number], mark: Decimal): Decimal => qty(leg).abs().times(mark).times(leg.rate)

/** First tick at whose close margin + PnL ≤ maintenance, or absent. Lines are straight, so no crossing is missed. */
function isolatedDeath(tape: Tape, leg: (typeof BOOK)[number]): number | undefined {
  const ticks = [...tape.time.keys()]
  return ticks.find((tick) => {
    const mark = price(tape, leg.instrument, tick)
    return pnl(leg, mark).plus(leg.margin).lte(maintenance(leg, mark))
  })
}

function crossDeath(tape: Tape): number | undefined {
  const ticks = [...tape.time.keys()]
  return ticks.find((tick) => {
    const marks = BOOK.map((leg) => price(tape, leg.instrument, tick))
    const equity = BOOK.reduce((sum, leg, i) => sum.plus(pnl(leg, marks[i] ?? new Decimal(NaN))), new Decimal(10000))
    const required = BOOK.reduce((sum, leg, i) => sum.plus(maintenance(leg, marks[i] ?? new Decimal(NaN))), new Decimal(0))
    return equity.lte(required)
  })
}

/** Wallet 10,000, less the margin of every isolated leg that died, plus the PnL of those alive at the end. */
function isolatedEnd(tape: Tape): Decimal {
  return BOOK.reduce((sum, leg) => {
    const dead = isolatedDeath(tape, leg) !== undefined
    return dead ? sum.minus(leg.margin) : sum.plus(pnl(leg, price(tape, leg.instrument, tape.time.length - 1)))
  }, new Decimal(10000))
}

describe('oneBadAltcoin', () => {
  const tape = oneBadAltcoin()

  it('has ticks 0 to 120 an hour apart from 2026-01-05 00:00 UTC, closes only, a path between', () => {
    expect(tape.time).toHaveLength(121)
    expect(new Date(tape.time[0] ?? NaN).toISOString()).toBe('2026-01-05T00:00:00.000Z')
    expect(new Date(tape.time[120] ?? NaN).toISOString()).toBe('2026-01-10T00:00:00.000Z')
    expect(tape.barMillis).toBe(3600000)
    expect([tape.between, tape.candlePath, tape.jump]).toEqual(['path', 'close-only', undefined])
  })

  it.each(['BTC-PERP', 'ETH-PERP', 'SOL-PERP'])('%s moves on its straight line, to the cent', (instrument) => {
    closes(tape, instrument).forEach((close, k) => {
      const line = {
        'BTC-PERP': new Decimal(60000).plus(new Decimal(60000 * 4).div(100).times(k).div(120)),
        'ETH-PERP': new Decimal(3000).minus(new Decimal(3000 * 5).div(100).times(k).div(120)),
        'SOL-PERP': new Decimal(150).minus(new Decimal(45).times(Math.min(k, 84)).div(84)),
      }[instrument]
      expect(String(close)).toBe(line?.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toString())
    })
  })

  it('ends at +4 %, −5 % and −30 % exactly', () => {
    expect(['BTC-PERP', 'ETH-PERP', 'SOL-PERP'].map((one) => closes(tape, one)[120])).toEqual([62400, 2850, 105])
  })

  it('loses isolated SOL in bar 12 and the cross pool in bar 73, and isolated ends at 9,300', () => {
    expect(BOOK.map((leg) => isolatedDeath(tape, leg))).toEqual([undefined, undefined, 12])
    expect(crossDeath(tape)).toBe(73)
    // 10,000 − 2,000 + 20,000·4 % + 10,000·5 % = 9,300
    expect(isolatedEnd(tape).toString()).toBe('9300')
  })
})

describe('theWick', () => {
  const tape = theWick()

  it('ends at +2 %, −1 % and +4 % exactly, with SOL at −10 % at bar 48', () => {
    expect(['BTC-PERP', 'ETH-PERP', 'SOL-PERP'].map((one) => closes(tape, one)[120])).toEqual([61200, 2970, 156])
    const sol = closes(tape, 'SOL-PERP')
    expect(sol[48]).toBe(135)
    expect(Math.min(...sol)).toBe(135)
  })

  it('loses isolated SOL in bar 40 and never the cross pool: 8,500 against 12,100', () => {
    expect(BOOK.map((leg) => isolatedDeath(tape, leg))).toEqual([undefined, undefined, 40])
    expect(crossDeath(tape)).toBeUndefined()
    expect(isolatedEnd(tape).toString()).toBe('8500')
    const cross = BOOK.reduce((sum, leg) => sum.plus(pnl(leg, price(tape, leg.instrument, 120))), new Decimal(10000))
    expect(cross.toString()).toBe('12100')
  })

  it('has no price with more than two decimals', () => {
    for (const series of tape.series) for (const close of series.close) expect(String(close)).toMatch(/^\d+(\.\d{1,2})?$/)
  })
})

describe('oneBadPrint', () => {
  const tape = oneBadPrint()
  const [, mark, last] = tape.series

  it('[K4] has a last price that is the mark in every minute but one, and marks in straight lines', () => {
    expect(tape.series.map(({ instrument, kind }) => [instrument, kind])).toEqual([['BTC-PERP', undefined], ['LINK-PERP', undefined], ['LINK-PERP', 'last']])
    expect([...tape.time.keys()].filter((tick) => mark?.close[tick] !== last?.close[tick])).toEqual([48])
    expect(last?.close[48]).toBe(0.0001)
    mark?.close.forEach((close, tick) => expect(String(close)).toBe(new Decimal('3.2').plus(new Decimal('0.001').times(tick)).toString()))
    expect(tape.series[0]?.close[120]).toBe(60600)
  })
})

describe('shockTape', () => {
  const market = [
    { instrument: 'BTC-PERP', start: 60000, decimals: 1, beta: 1 },
    { instrument: 'SOL-PERP', start: 150, decimals: 3, beta: 1.5 },
    { instrument: 'GOLD-PERP', start: 2000, decimals: 2, beta: -0.1 },
  ]

  it.each([
    // start·(1 + beta·move), by hand.
    ['fall-10', [54000, 127.5, 2020]],
    ['fall-20', [48000, 105, 2040]],
    ['fall-30', [42000, 82.5, 2060]],
    ['wick', [61200, 154.5, 1996]],
    ['gap', [48000, 105, 2040]],
    ['grind', [39000, 71.25, 2070]],
    ['depeg', [59400, 147.75, 2002]],
  ] as const)('%s ends where its betas say', (id, ends) => {
    const tape = shockTape(id, market)
    expect(tape.series.map((one) => one.close[0])).toEqual([60000, 150, 2000])
    expect(tape.series.map((one) => one.close[120])).toEqual(ends)
  })

  it('falls steadily from bar 24 to bar 48, and the wick is over four bars after its low', () => {
    const btc = (id: 'fall-10' | 'wick'): Float64Array => closes(shockTape(id, market), 'BTC-PERP')
    expect([24, 36, 48].map((tick) => btc('fall-10')[tick])).toEqual([60000, 57000, 54000])
    expect([48, 49, 50, 54].map((tick) => btc('wick')[tick])).toEqual([60000, 52500, 45000, 58800])
  })

  it('jumps in the gap preset and in no other', () => {
    for (const { id } of SHOCK_PRESETS) {
      const { jump } = shockTape(id, market)
      const ticks = [...(jump ?? [])].flatMap((flag, tick) => (flag === 1 ? [tick] : []))
      expect(ticks).toEqual(id === 'gap' ? [48] : [])
    }
    const gap = closes(shockTape('gap', market), 'BTC-PERP')
    expect([gap[47], gap[48]]).toEqual([60000, 48000])
  })

  it('breaks a peg to 0.87 and back to 0.99', () => {
    const usd = closes(shockTape('depeg', [{ instrument: 'USDC-PERP', start: 1, decimals: 4, beta: 1 }]), 'USDC-PERP')
    expect([Math.min(...usd), usd[54], usd[120]]).toEqual([0.87, 0.87, 0.99])
  })

  it('keeps every price a positive multiple of the tick size whatever the beta', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SHOCK_PRESETS.map((one) => one.id)),
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 0, max: 6 }),
        fc.double({ min: -5, max: 10, noNaN: true }),
        (id, units, decimals, beta) => {
          const tape = shockTape(id, [{ instrument: 'X', start: units / 10 ** decimals, decimals, beta }])
          for (const close of closes(tape, 'X')) {
            expect(close).toBeGreaterThan(0)
            expect(new Decimal(String(close)).decimalPlaces()).toBeLessThanOrEqual(decimals)
          }
        },
      ),
    )
  })
})
