import { describe, expect, it } from 'vitest'
import type { TapeFile } from '../../workers/run/ScenarioFile.ts'
import { drawnAfter, drawnOnto, lineFrom, type NewLine } from './drawnOnto.ts'

const base: TapeFile = { type: 'scripted', id: 'one-bad-altcoin' }
const line = (symbol: string, points: NewLine['points']): NewLine => ({ symbol, decimals: 2, points })
const cents = (price: number): number => Math.round(price * 100) / 100

describe('prices that are drawn over', () => {
  it('have the drawing over them', () => {
    const sol = line('SOL', [[11, 140], [120, 100]])
    expect(drawnOnto(base, [sol])).toEqual({ type: 'drawn', base, lines: [sol] })
  })

  it('once more: one drawing over the first prices; what is covered whole goes, what began before stays', () => {
    const early = line('SOL', [[5, 140], [120, 100]])
    const later = line('SOL', [[40, 90], [60, 80]])
    const other = line('BTC', [[41, 9], [50, 8]])
    const once = drawnOnto({ ...drawnOnto(base, [early, later, other]), jumps: [7, 45] }, [line('SOL', [[30, 70], [120, 60]])])
    expect(once).toEqual({ type: 'drawn', base, jumps: [7], lines: [early, other, line('SOL', [[30, 70], [120, 60]])] })
  })

  it('without prices under them keep the line they begin with', () => {
    const first = line('SOL', [[0, 140], [20, 100]])
    expect(drawnOnto({ type: 'drawn', bars: 30, lines: [first] }, [line('SOL', [[0, 1], [29, 1]])])).toMatchObject({ bars: 30, lines: [first, { points: [[0, 1], [29, 1]] }] })
  })

  it('a line begins with the bar after what was played, and may stay where it ends', () => {
    // A quarter of the way from 100 to 90: 97.50.
    expect(lineFrom([10, 100], [[14, 90], [20, 95]], { snap: cents })).toEqual([[11, 97.5], [14, 90], [20, 95]])
    expect(lineFrom([10, 100], [[11, 90]], { snap: cents, until: 30 })).toEqual([[11, 90], [30, 90]])
    expect(lineFrom([10, 100], [], { snap: cents, until: 30 })).toEqual([])
  })

  it('what was drawn is found again after the cursor, without the tail that stands still', () => {
    const tape = drawnOnto(base, [line('SOL', [[11, 97.5], [14, 90], [20, 95], [120, 95]])])
    expect(drawnAfter(tape, 'SOL', [12, 95], cents)).toEqual([[14, 90], [20, 95]])
    expect([drawnAfter(tape, 'BTC', [12, 95], cents), drawnAfter(base, 'SOL', [12, 95], cents)]).toEqual([[], []])
    // At the anchor it was drawn from, the way to the first point is none.
    expect(drawnAfter(tape, 'SOL', [10, 100], cents)).toEqual([[14, 90], [20, 95]])
    expect(drawnAfter(tape, 'SOL', [10, 101], cents)).toEqual([[11, 97.5], [14, 90], [20, 95]])
  })
})
