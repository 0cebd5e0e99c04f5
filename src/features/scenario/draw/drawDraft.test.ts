import { describe, expect, it } from 'vitest'
import { createFormat } from '../../../ui/format/createFormat.ts'
import { addedRow, drawnTape, readDraw, type DrawDraft } from './drawDraft.ts'

const format = createFormat('1,234.5')
const draft: DrawDraft = { bars: '50', barMillis: 3_600_000, rows: [{ id: 'a', symbol: 'BTC-PERP', price: '60,000', decimals: 1 }, { id: 'b', symbol: 'SOL-PERP', price: '150.25', decimals: 2 }] }

describe('a tape that is drawn', () => {
  it('begins at the first prices; what is not drawn stands still, what lies beyond the last bar is left out', () => {
    expect(drawnTape(readDraw(draft, format), { b: [[10, 100], [60, 90]] }, 3_600_000)).toEqual({
      title: 'Drawn by hand',
      tape: { type: 'drawn', bars: 50, barMillis: 3_600_000, lines: [{ symbol: 'BTC-PERP', decimals: 1, points: [[0, 60_000]] }, { symbol: 'SOL-PERP', decimals: 2, points: [[0, 150.25], [10, 100]] }] },
      instruments: [{ symbol: 'BTC-PERP', decimals: 1 }, { symbol: 'SOL-PERP', decimals: 2 }],
      lastTick: 49,
    })
  })

  it('is none before something is drawn, and where something is wrong', () => {
    expect(drawnTape(readDraw(draft, format), {}, 1)).toBeUndefined()
    expect(drawnTape(readDraw({ ...draft, bars: '1' }, format), { a: [[1, 2]] }, 1)).toBeUndefined()
    const twice = readDraw({ ...draft, rows: draft.rows.map((row) => ({ ...row, symbol: 'X', price: row.id === 'a' ? '-1' : '5' })) }, format)
    expect(twice.errors).toEqual({ 'a.price': expect.stringContaining('above 0'), 'b.symbol': 'This name is there twice.' })
  })

  it('a price with more places gives its market as many', () => {
    expect(readDraw({ ...draft, rows: [{ id: 'a', symbol: 'A', price: '0.00042', decimals: 2 }] }, format).markets[0]).toMatchObject({ price: 0.00042, decimals: 5 })
  })

  it('a market that is added has an id and a name of its own', () => {
    const rows = [...draft.rows, addedRow(draft.rows)]
    const more = [...rows, addedRow(rows)]
    expect([new Set(more.map(({ id }) => id)).size, new Set(more.map(({ symbol }) => symbol)).size]).toEqual([4, 4])
  })
})
