import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tape } from '../../../engine/index.ts'
import { tapeHash } from '../../tapeHash.ts'
import type { Part, Script } from './Script.ts'
import { scriptTape } from './scriptTape.ts'

const HOUR = 3_600_000
const base: Script = {
  id: 'test',
  title: 'Test',
  source: 'test',
  seed: 7,
  start: 0,
  barMillis: HOUR,
  volatility: 0,
  correlation: 0,
  keepExtremes: false,
  negativePrices: false,
  instruments: [{ instrument: 'A', start: 100, decimals: 2, beta: 1 }],
  parts: [],
}

function tapeOf(change: Partial<Script>): Tape {
  const made = scriptTape({ ...base, ...change })
  if (!made.ok) throw new Error(`${made.error.at}: ${made.error.message}`)
  return made.value
}

const refusalOf = (change: Partial<Script>): string => {
  const made = scriptTape({ ...base, ...change })
  return made.ok ? 'made' : `${made.error.at}: ${made.error.message}`
}

const closes = (tape: Tape, i = 0): readonly number[] => [...(tape.series[i]?.close ?? [])]
const played = (...parts: readonly Part[]): readonly number[] => closes(tapeOf({ parts }))

describe('scriptTape', () => {
  it('[S20] each part alone, by hand', () => {
    expect(played({ type: 'calm', bars: 2 })).toEqual([100, 100, 100])
    expect(played({ type: 'move', bars: 4, by: -0.1 })).toEqual([100, 97.5, 95, 92.5, 90])
    expect(played({ type: 'gap', by: -0.2 })).toEqual([100, 80])
    // 30 % down in two bars, two thirds of it back in two
    expect(played({ type: 'wick', bars: 4, by: -0.3, back: 2 / 3 })).toEqual([100, 85, 70, 80, 90])
    // a quarter of the way in 2 bars, all of it in 2, half of it back in 4
    expect(played({ type: 'depeg', bars: 8, by: -0.4, back: 0.5 })).toEqual([100, 95, 90, 75, 60, 65, 70, 75, 80])
    // two legs: a = 3/5 of 10 % = 6 down, 2 back, 6 down to 90
    expect(played({ type: 'grind', bars: 6, by: -0.1, legs: 2 })).toEqual([100, 97, 94, 96, 94, 92, 90])
    expect(played({ type: 'corners', corners: [{ bar: 1, by: -0.5 }, { bar: 3, by: 0.1 }] })).toEqual([100, 50, 80, 110])
  })

  it('[S20] parts follow each other in time, each from the price where it begins', () => {
    const tape = tapeOf({ parts: [{ type: 'move', bars: 1, by: -0.5 }, { type: 'gap', by: -0.5 }, { type: 'calm', bars: 1 }, { type: 'move', bars: 1, by: 1 }] })
    expect(closes(tape)).toEqual([100, 50, 25, 25, 50])
    expect([...(tape.jump ?? [])]).toEqual([0, 0, 1, 0, 0])
    expect([...tape.time]).toEqual([0, 1, 2, 3, 4].map((hour) => hour * HOUR))
  })

  it('[S20] a dead market has no bars; the next one is a jump', () => {
    const tape = tapeOf({ parts: [{ type: 'calm', bars: 1 }, { type: 'dead', bars: 10, by: -0.3 }, { type: 'calm', bars: 1 }, { type: 'dead', bars: 2 }] })
    expect([...tape.time].map((time) => time / HOUR)).toEqual([0, 1, 12, 13, 16])
    expect([...(tape.jump ?? [])]).toEqual([0, 0, 1, 0, 1])
    expect(closes(tape)).toEqual([100, 100, 70, 70, 70])
  })

  it('[S20] a number moves every instrument by its beta, a table those it names and no others', () => {
    const instruments = [...base.instruments, { instrument: 'B', start: 10, decimals: 1, beta: 1.5 }, { instrument: 'G', start: 2000, decimals: 0, beta: -0.1 }, { instrument: 'A', kind: 'index' as const, start: 100, decimals: 2, beta: 0 }]
    const tape = tapeOf({ instruments, parts: [{ type: 'move', bars: 1, by: -0.2 }, { type: 'move', bars: 2, by: { B: 0.5, 'A#index': -0.1 } }] })
    expect(tape.series.map(({ instrument, kind }, i) => [instrument, kind, ...closes(tape, i)])).toEqual([
      ['A', undefined, 100, 80, 80, 80],
      ['B', undefined, 10, 7, 8.8, 10.5],
      ['G', undefined, 2000, 2040, 2040, 2040],
      ['A', 'index', 100, 100, 95, 90],
    ])
  })

  it('[S20] corners of a table are each instrument\'s own: between two of its own it goes straight', () => {
    const instruments = [...base.instruments, { instrument: 'B', start: 10, decimals: 2, beta: 1 }]
    const tape = tapeOf({ instruments, parts: [{ type: 'corners', corners: [{ bar: 2, by: { A: -0.1 } }, { bar: 4, by: { B: 0.2 } }] }] })
    expect(closes(tape)).toEqual([100, 95, 90, 90, 90])
    expect(closes(tape, 1)).toEqual([10, 10.5, 11, 11.5, 12])
  })

  it('[S20] a price stops one tick above zero, unless prices below it are part of the script', () => {
    const parts: readonly Part[] = [{ type: 'move', bars: 1, by: -3 }, { type: 'move', bars: 1, by: 1 }]
    expect(closes(tapeOf({ parts }))).toEqual([100, 0.01, 0.02])
    // of a price below zero the move is a share of its size
    expect(closes(tapeOf({ parts, negativePrices: true }))).toEqual([100, -200, 0])
  })

  it('[S20] what cannot be played is refused, with its place', () => {
    expect(refusalOf({ parts: [{ type: 'grind', bars: 5, by: -0.1, legs: 3 }] })).toBe('parts[0].legs: a leg takes 2 bars or more: at most 2 fit into 5')
    expect(refusalOf({ parts: [{ type: 'calm', bars: 1 }, { type: 'corners', corners: [{ bar: 2, by: 0 }, { bar: 2, by: 0 }] }] })).toBe('parts[1].corners[1].bar: corners ascend; 2 is not after 2')
    expect(refusalOf({ parts: [{ type: 'gap', by: { Z: 0.1 } }] })).toBe('parts[0].by.Z: the script has A')
    expect(refusalOf({ parts: Array.from({ length: 3 }, () => ({ type: 'calm', bars: 100_000 })) })).toBe('parts: at most 200000 bars are made; these are 300000')
    expect(refusalOf({ parts: [{ type: 'dead', bars: 200_000 }], barMillis: 1e12 })).toContain('end after the last day')
    expect(refusalOf({ instruments: [...base.instruments, ...base.instruments] })).toBe('instruments[1].symbol: A is there twice')
    expect(refusalOf({ instruments: [{ instrument: 'A', kind: 'last', start: 1, decimals: 2, beta: 1 }] })).toContain('stands beside its mark')
    expect(refusalOf({ instruments: [{ instrument: 'A', start: -1, decimals: 2, beta: 1 }] })).toContain('a price above 0')
  })

  it('[S21] noise is zero at the corners, has the volatility said between them, and its seed decides it', () => {
    const parts: readonly Part[] = [{ type: 'calm', bars: 5000 }, { type: 'move', bars: 5000, by: 1 }]
    const instruments = [{ instrument: 'A', start: 1000, decimals: 6, beta: 1 }]
    const tape = tapeOf({ parts, instruments, volatility: 0.8 })
    const path = closes(tape)
    expect([path[0], path[5000], path[10000]]).toEqual([1000, 1000, 2000])
    const moves = path.slice(1, 5001).map((price, i) => Math.log(price / (path[i] ?? NaN)))
    // 5,000 hourly moves: the standard error of their deviation is 1 / sqrt(2 n) = 1 % of it; 4 of them
    const yearly = Math.sqrt((moves.reduce((sum, each) => sum + each * each, 0) / moves.length) * 8760)
    expect(Math.abs(yearly / 0.8 - 1)).toBeLessThan(0.04)
    expect(tapeHash(tapeOf({ parts, instruments, volatility: 0.8 }))).toBe(tapeHash(tape))
    expect(tapeHash(tapeOf({ parts, instruments, volatility: 0.8, seed: 8 }))).not.toBe(tapeHash(tape))
    expect(closes(tapeOf({ parts: [{ type: 'calm', bars: 50, noise: 0 }], volatility: 0.8 }))).toEqual(Array.from({ length: 51 }, () => 100))
  })

  it('[S21] noise in common correlates as said', () => {
    const instruments = ['A', 'B'].map((instrument) => ({ instrument, start: 1000, decimals: 6, beta: 1 }))
    const tape = tapeOf({ instruments, parts: [{ type: 'calm', bars: 20_000 }], volatility: 0.8, correlation: 0.6 })
    const [a = [], b = []] = [0, 1].map((i) => {
      const path = closes(tape, i).slice(0, 4001)
      return path.slice(1).map((price, k) => Math.log(price / (path[k] ?? NaN)))
    })
    const dot = (x: readonly number[], y: readonly number[]): number => x.reduce((sum, each, k) => sum + each * (y[k] ?? 0), 0)
    // standard error (1 - 0.36) / sqrt(4,000) = 0.01
    expect(Math.abs(dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)) - 0.6)).toBeLessThan(0.04)
  })

  it('[S20] [S21] whatever the parts: corners exactly, prices on the tick and of 15 digits, extremes where the corners are when asked', () => {
    const move = fc.integer({ min: -60, max: 120 }).map((percent) => percent / 100)
    const bars = fc.integer({ min: 4, max: 30 })
    const part: fc.Arbitrary<Part> = fc.oneof(
      fc.record({ type: fc.constant('calm' as const), bars }),
      fc.record({ type: fc.constant('move' as const), bars, by: move }),
      fc.record({ type: fc.constant('gap' as const), by: move }),
      fc.record({ type: fc.constant('wick' as const), bars, by: move, back: fc.constantFrom(0, 0.5, 1, 1.2) }),
      fc.record({ type: fc.constant('grind' as const), bars, by: move, legs: fc.integer({ min: 1, max: 2 }) }),
      fc.record({ type: fc.constant('depeg' as const), bars, by: move, back: fc.constantFrom(0, 0.9) }),
      fc.record({ type: fc.constant('dead' as const), bars, by: move }),
    )
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.boolean(), fc.constantFrom(0, 0.5, 3), (parts, keepExtremes, volatility) => {
        const still = tapeOf({ parts })
        const noisy = tapeOf({ parts, keepExtremes, volatility })
        expect([...noisy.time]).toEqual([...still.time])
        let end = 0
        for (const each of parts) {
          end += each.type === 'gap' || each.type === 'dead' ? 1 : each.type === 'corners' ? 0 : each.bars
          expect(closes(noisy)[end]).toBe(closes(still)[end])
        }
        expect(end).toBe(still.time.length - 1)
        for (const price of closes(noisy)) {
          expect(new Decimal(String(price)).times(100).isInteger()).toBe(true)
          expect(price).toBeGreaterThan(0)
        }
        if (keepExtremes) expect([Math.min(...closes(noisy)), Math.max(...closes(noisy))]).toEqual([Math.min(...closes(still)), Math.max(...closes(still))])
      }),
      { numRuns: 200 },
    )
  })
})
