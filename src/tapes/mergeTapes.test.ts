import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tape } from '../engine/index.ts'
import { cutTape } from './cutTape.ts'
import { mergeTapes } from './mergeTapes.ts'
import { tapeFromColumns } from './tapeFromColumns.ts'
import { tapeHash } from './tapeHash.ts'
import { closeTape } from './testing/closeTape.ts'

const column = (...values: number[]): Float64Array => Float64Array.from(values)
const header = { id: 'x', title: 'X', source: 'test', instrument: 'X', barMillis: 60000 }

function merged(tapes: readonly Tape[]): { tape: Tape; filled: readonly { instrument: string; bars: number; first: number }[] } {
  const result = mergeTapes(tapes)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
const message = (tapes: readonly Tape[]): string => {
  const result = mergeTapes(tapes)
  return result.ok ? 'merged' : result.error.message
}

function ofKind(tape: Tape, kind: 'index' | 'last'): Tape {
  return { ...tape, series: tape.series.map((one) => ({ ...one, kind })) }
}

describe('mergeTapes', () => {
  it('[K4] puts mark, index and last of one instrument on one clock and keeps which is which', () => {
    const { tape, filled } = merged([closeTape('A', [[0, 1], [1, 2], [2, 3]]), ofKind(closeTape('A', [[0, 10], [1, 20], [2, 30]]), 'index'), ofKind(closeTape('A', [[0, 5], [2, 7]]), 'last')])
    expect(tape.series.map((one) => [one.instrument, one.kind, ...one.close])).toEqual([['A', undefined, 1, 2, 3], ['A', 'index', 10, 20, 30], ['A', 'last', 5, 5, 7]])
    expect(filled).toEqual([{ instrument: 'A', kind: 'last', bars: 1, first: 60000 }])
    const cut = cutTape(tape, 60000, 120000)
    expect(cut.ok ? cut.value.series.map((one) => [one.kind, ...one.close]) : []).toEqual([[undefined, 2, 3], ['index', 20, 30], ['last', 5, 7]])
  })


  it('keeps the shared period, all its times, and stands still where a bar is missing', () => {
    const a = closeTape('A', [[0, 1], [1, 2], [2, 3], [4, 5], [5, 6]])
    const b = closeTape('B', [[1, 10], [2, 20], [3, 30], [4, 40]])
    const { tape, filled } = merged([a, b])
    expect([...tape.time].map((time) => time / 60000)).toEqual([1, 2, 3, 4])
    expect(tape.series.map((one) => [one.instrument, ...one.close])).toEqual([['A', 2, 3, 3, 5], ['B', 10, 20, 30, 40]])
    expect(filled).toEqual([{ instrument: 'A', bars: 1, first: 180000 }])
  })

  it('starts an instrument without a bar at the first shared time at its last close before', () => {
    const { tape, filled } = merged([closeTape('A', [[0, 1], [3, 4]]), closeTape('B', [[1, 10], [2, 20], [3, 30]])])
    expect([...(tape.series[0]?.close ?? [])]).toEqual([1, 1, 4])
    expect(filled).toEqual([{ instrument: 'A', bars: 2, first: 60000 }])
  })

  it('fills candles flat and makes candles of closes beside candles, open at the close before', () => {
    const a = tapeFromColumns({ ...header, instrument: 'A' }, { time: column(0, 120000), open: column(10, 12), high: column(11, 15), low: column(9, 11), close: column(10, 14) })
    const b = closeTape('B', [[0, 100], [1, 90], [2, 95]])
    const { tape } = merged([a, b])
    const rows = tape.series.map((one) => [one.open, one.high, one.low, one.close].map((values) => [...(values ?? [])]))
    expect(rows[0]).toEqual([[10, 10, 12], [11, 10, 15], [9, 10, 11], [10, 10, 14]])
    expect(rows[1]).toEqual([[100, 100, 90], [100, 100, 95], [100, 90, 90], [100, 90, 95]])
    expect(tape.candlePath).toBe('nearest-extreme')
  })

  it('carries jumps of one into the shared clock', () => {
    const a = closeTape('A', [[0, 1], [1, 2], [5, 9], [6, 9]], { jump: new Uint8Array([0, 0, 1, 0]) })
    const b = closeTape('B', [0, 1, 2, 3, 4, 5, 6].map((minute) => [minute, 1] as const))
    expect([...(merged([a, b]).tape.jump ?? [])]).toEqual([0, 0, 0, 0, 0, 1, 0])
  })

  it('merging one tape changes nothing but names', () => {
    const a = closeTape('A', [[0, 1], [1, 2]])
    expect(tapeHash(merged([a]).tape)).toBe(tapeHash(a))
  })

  it('has every time of the shared period once and every price of its own tape', () => {
    const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(fc.array(minutes, { minLength: 1, maxLength: 4 }), (all) => {
        const tapes = all.map((list, i) => closeTape(`I${i}`, [...list].sort((a, b) => a - b).map((minute) => [minute, minute + i / 10] as const)))
        const from = Math.max(...all.map((list) => Math.min(...list)))
        const to = Math.min(...all.map((list) => Math.max(...list)))
        if (from > to) {
          expect(message(tapes)).toContain('have no time in common')
          return
        }
        const { tape } = merged(tapes)
        const expected = [...new Set(all.flat())].filter((minute) => minute >= from && minute <= to).sort((a, b) => a - b)
        expect([...tape.time]).toEqual(expected.map((minute) => minute * 60000))
        tape.series.forEach((series, i) => {
          const last = expected.map((minute) => Math.max(...(all[i] ?? []).filter((one) => one <= minute)))
          expect([...series.close]).toEqual(last.map((minute) => minute + i / 10))
        })
      }),
    )
  })

  it.each([
    [[], 'No price files were chosen. Add at least one.'],
    [
      [closeTape('BTC', [[0, 1], [1440, 1]]), closeTape('SOL', [[2881, 1], [4320, 1]])],
      'BTC (1970-01-01 to 1970-01-02) and SOL (1970-01-03 00:01 UTC to 1970-01-04) have no time in common. Choose files that overlap.',
    ],
    [
      [closeTape('BTC', [[0, 1]]), closeTape('SOL', [[0, 1]], { barMillis: 3600000 })],
      'BTC has bars of 1 minute, SOL of 1 hour. Files on one clock need the same bar size; load them at the same one.',
    ],
    [[closeTape('BTC', [[0, 1]]), closeTape('BTC', [[0, 1]])], 'Two files are both called BTC. Give one of them another name, set it to another price of the same instrument, or remove it.'],
    [
      [closeTape('BTC', [[0, 1]]), ofKind(closeTape('ETH', [[0, 1]]), 'last')],
      'There is the last price of ETH but no mark of it. Set this file to mark, or add one with the mark of ETH.',
    ],
    [
      [closeTape('BTC', [[0, 1]]), ofKind(closeTape('BTC', [[0, 1]]), 'last'), ofKind(closeTape('BTC', [[0, 1]]), 'last')],
      'Two files are both the last price of BTC. Give one of them another name, set it to another price of the same instrument, or remove it.',
    ],
    [
      [closeTape('BTC', [[0, 1]]), closeTape('EURUSD', [[0, 1]], { between: 'jump' })],
      'BTC moves between its bars, EURUSD exists at its points only. Set both to the same before combining them.',
    ],
  ])('refuses with a message: %#', (tapes, text) => {
    expect(message(tapes)).toBe(text)
  })
})

describe('tapeFromColumns', () => {
  it('marks a step over missing bars as a jump where there are no candles', () => {
    const tape = tapeFromColumns(header, { time: column(0, 60000, 180000, 240000), close: column(1, 2, 3, 4) })
    expect([...(tape.jump ?? [])]).toEqual([0, 0, 1, 0])
    expect(tapeFromColumns(header, { time: column(0, 60000), close: column(1, 2) }).jump).toBeUndefined()
  })

  it('throws on what a reader must have sorted out before', () => {
    expect(() => tapeFromColumns(header, { time: column(), close: column() })).toThrow('x has no bars')
    expect(() => tapeFromColumns(header, { time: column(1, 1), close: column(1, 2) })).toThrow('time of x must ascend')
    expect(() => tapeFromColumns(header, { time: column(1, 2), close: column(1) })).toThrow('columns of x differ in length')
    expect(() => tapeFromColumns(header, { time: column(1), open: column(1), close: column(1) })).toThrow('x has half a candle')
  })
})

describe('cutTape', () => {
  const tape = closeTape('A', [[0, 1], [1, 2], [5, 3], [6, 4]], { jump: new Uint8Array([0, 0, 1, 0]) })

  it('keeps the ticks of a period, and its first tick is reached by nothing', () => {
    const cut = cutTape(tape, 300000, 1e9)
    expect(cut.ok && [...cut.value.time, ...(cut.value.series[0]?.close ?? []), ...(cut.value.jump ?? [])]).toEqual([300000, 360000, 3, 4, 0, 0])
  })

  it('says what there is when the period is empty', () => {
    const cut = cutTape(tape, 90000, 120000)
    expect(cut.ok ? '' : cut.error.message).toBe(
      'A has no prices from 1970-01-01 00:01:30 UTC to 1970-01-01 00:02 UTC; it covers 1970-01-01 to 1970-01-01 00:06 UTC. Choose a period inside it.',
    )
  })
})

describe('tapeHash', () => {
  it('sees every column, the clock, the names and the way of playing, not the title', () => {
    const tape = closeTape('A', [[0, 1], [1, 2]])
    const one = column(1, 2)
    const others = [
      closeTape('A', [[0, 1], [1, 2.0000000000000004]]),
      closeTape('A', [[0, 1], [2, 2]]),
      closeTape('B', [[0, 1], [1, 2]]),
      { ...tape, between: 'jump' as const },
      { ...tape, jump: new Uint8Array([0, 1]) },
      { ...tape, series: [{ instrument: 'A', open: one, high: one, low: one, close: one }] },
    ]
    expect(new Set([tape, ...others].map(tapeHash)).size).toBe(others.length + 1)
    expect(tapeHash({ ...tape, title: 'other', source: 'other', id: 'other' })).toBe(tapeHash(tape))
    expect(tapeHash(tape)).toMatch(/^[0-9a-f]{16}$/)
  })
})
