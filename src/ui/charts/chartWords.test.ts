import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { createFormat } from '../format/createFormat.ts'
import { placeBeside } from '../primitives/placeBeside.ts'
import { placeEndLabels, type EndLabel } from './endLabels.ts'
import { equityRange } from './equityRange.ts'
import { eventRequest } from './eventBlocks.ts'
import { drawnLink, laneName } from './laneGeometry.ts'
import { laneReading, laneSummary } from './laneWords.ts'
import { overlaps, placeBlocks } from './placeBlocks.ts'
import { plotFrame } from './plotFrame.ts'
import { priceScene, triggerPoints } from './priceScene.ts'
import { priceColumns, priceSummary, priceTableRows } from './priceWords.ts'
import { barNames } from './tickNames.ts'
import { equitySummary, equityTableRows, rowsInUnit } from './twinEquityWords.ts'

const frame = plotFrame(1039, 206, { top: 23, bottom: 6 })
const rows = [{ tick: 0, iso: 10_000, cross: 10_000, yours: null }, { tick: 73, iso: 8790.83, cross: 0, yours: null }]
const wording = { unit: 'money', format: createFormat('1,234.5'), names: barNames } as const

describe('end labels', () => {
  const labels: readonly EndLabel[] = [
    { account: 'iso', name: 'All isolated', value: '9,300.00', note: 'Yours: same line' },
    { account: 'cross', name: 'All cross', value: '0.00' },
    { account: 'yours', name: 'Yours', value: '1.00' },
    { account: 'gap', name: 'Gap', value: '9,300.00' },
  ]
  it('never overlap, wherever the lines end', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 23, max: 200, noNaN: true }), { minLength: 4, maxLength: 4 }), fc.constantFrom(10, 60, 115, 120), (ys, cursor) => {
      const placed = placeEndLabels(labels, (label) => ys[labels.indexOf(label)], { frame, domain: [0, 120], cursor })
      placed.forEach((a, i) => placed.slice(i + 1).forEach((b) => expect(overlaps(a, b)).toBe(false)))
    }))
  })
  it('follow the head in one line, and stand in the gutter at the end', () => {
    const at = (cursor: number) => placeEndLabels(labels, () => 100, { frame, domain: [0, 120], cursor })[0]
    expect(at(30)).toMatchObject({ isInline: true })
    expect(at(120)).toMatchObject({ isInline: false, x: 915 })
  })
})

describe('event words', () => {
  it('stay off the line and off each other, leaders included', () => {
    const style = { wrapAt: undefined, hasDetail: true, titleSize: 13 } as const
    const events = Array.from({ length: 12 }, (_, index) => ({ id: `${index}`, x: 120 + index * 60, y: 100, title: 'SOL hits its wall', detail: ['Bar 12.'] }))
    const line = [[80, 100], [903, 100]] as const
    const bounds = { x: 80, y: 2, width: 959, height: 204 }
    const placed = [...placeBlocks(events.map((event) => eventRequest(event, style, [23, 198])), { bounds, boxes: [], lines: [line] }).values()]
    expect(placed.length).toBeGreaterThan(4)
    placed.forEach((a, i) => placed.slice(i + 1).forEach((b) => {
      expect(overlaps(a, b)).toBe(false)
      expect(b.leader !== undefined && overlaps(a, b.leader)).toBe(false)
    }))
    for (const { y, height } of placed) expect(y > 100 || y + height < 100).toBe(true)
  })
})

describe('axes', () => {
  it('keep the equity axis still until a line falls through its foot', () => {
    const foot = (cross: number) => equityRange([{ tick: 0, iso: 10_000, cross, yours: null }], 10_000, 4).range[0]
    expect([foot(9900), foot(9500), foot(8000), foot(7000), foot(0)]).toEqual([9400, 9400, 7000, 0, 0])
  })
  it('draw near levels and name far ones', () => {
    const bars = [{ tick: 0, open: 150, high: 150, low: 105, close: 105 }]
    const level = (price: number) => ({ id: `${price}`, account: 'cross', kind: 'liquidation', points: [{ tick: 0, price }] }) as const
    const scene = priceScene(bars, [level(114), level(20), level(900)], 5)
    expect(scene.axis.range).toEqual([100, 150])
    expect([scene.below.map(({ id }) => id), scene.above.map(({ id }) => id)]).toEqual([['20'], ['900']])
  })
})

describe('lanes', () => {
  const lane = { id: 'a', label: 'SOL', side: 'long', iso: [{ from: 0, to: 12, level: 4 }, { from: 12, to: 73, level: 'closed' }], cross: [{ from: 0, to: 73, level: 1 }], isoEnd: 'closed at 12', crossEnd: 'open' } as const
  it('are read out', () => {
    expect(laneReading([lane], 10, barNames)).toBe('bar 10, SOL: isolated 80% and over, cross 10 to 25%')
    expect(laneSummary([lane], [{ tick: 73, from: 'a', to: ['b'] }], { cursor: 73, names: barNames })).toContain('bar 73: SOL took b along.')
  })
  it('shorten a name only as far as they must', () => {
    expect(laneName('BTC', 'long', 62)).toEqual({ label: 'BTC', side: 'long', size: 13 })
    expect(laneName('BTC', 'long', 34).side).toBeUndefined()
    expect(laneName('1000PEPEUSDT', 'long', 62).label).toMatch(/^1000.*…$/)
  })
  it('turn a link over where the right has no room', () => {
    const order = new Map([['a', 0], ['b', 1]])
    const link = (tick: number) => drawnLink({ tick, from: 'a', to: ['b', 'unknown'] }, order, [0, 120], frame)
    expect(link(60)).toMatchObject({ isLeft: false, hasWords: true, bystanderYs: [53] })
    expect(link(119)?.isLeft).toBe(true)
    expect(drawnLink({ tick: 1, from: 'nobody', to: [] }, order, [0, 120], frame)).toBeUndefined()
  })
})

describe('equity in words', () => {
  const marks = [{ tick: 73, account: 'cross', title: 'SOL closed', detail: ['362.26 is forfeited.'], value: 0 }] as const
  it('summarises what is drawn', () => {
    expect(equitySummary(rows, marks, wording)).toBe('Equity from bar 0 to bar 73. All isolated from 10,000.00 to 8,790.83. All cross from 10,000.00 to 0.00. bar 73: SOL closed. 362.26 is forfeited.')
  })
  it('is a table', () => expect(equityTableRows(rows, marks, wording)[1]).toEqual(['73', '8,790.83', '0.00', '—', '8,790.83', 'SOL closed']))
  it('is percent of the start', () => expect(rowsInUnit(rows, 'percent', 10_000)[1]).toMatchObject({ iso: 87.9083, cross: 0, yours: null }))
})

describe('placeBeside', () => {
  const viewport = { width: 390, height: 844 }
  it('stays inside the window, below where it can and above where it must', () => {
    expect(placeBeside({ left: 300, top: 100, width: 60, height: 32 }, { width: 200, height: 100 }, viewport, 'start')).toEqual({ left: 182, top: 136 })
    expect(placeBeside({ left: 10, top: 800, width: 60, height: 32 }, { width: 200, height: 100 }, viewport, 'end')).toEqual({ left: 8, top: 696 })
  })
})

describe('another price of the market, the one that liquidates', () => {
  const bar = (tick: number, price: number) => ({ tick, open: price, high: price, low: price, close: price })
  const trigger = { name: 'Last price', bars: [{ tick: 0, low: 3.2, high: 3.2, close: 3.2 }, { tick: 1, low: 0.0001, high: 3.3, close: 3.25 }] }
  const story = { bars: [bar(0, 3.2), bar(1, 3.21)], levels: [], fills: [], marks: [], trigger }
  const words = { formatPrice: String, names: barNames }

  it('goes out to the extremes of its bars and ends at their closes', () => {
    expect(triggerPoints(trigger)).toEqual([{ tick: 0, price: 3.2 }, { tick: 1, price: 0.0001 }, { tick: 1, price: 3.3 }, { tick: 1, price: 3.25 }])
  })
  it('stands in the table and in the summary, and only where there is one', () => {
    expect(priceColumns(story)).toEqual(['Bar', 'Open', 'High', 'Low', 'Close', 'Last price, low', 'Last price, high', 'Event'])
    expect(priceTableRows(story, words)[1]?.slice(1)).toEqual(['3.21', '3.21', '3.21', '3.21', '0.0001', '3.3', ''])
    expect(priceSummary(story, words)).toContain('Last price, which liquidates, between 0.0001 and 3.3, at the end 3.25.')
    const plain = { ...story, trigger: undefined }
    expect(priceColumns(plain)).toHaveLength(6)
    expect(priceTableRows(plain, words)[1]).toHaveLength(6)
    expect(priceSummary(plain, words)).not.toContain('liquidates')
  })
})
