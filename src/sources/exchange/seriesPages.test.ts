import { describe, expect, it } from 'vitest'
import type { PageRow } from './PageCache.ts'
import { restOf, windowsOf } from './seriesPages.ts'
import type { SeriesAdapter } from './venues/VenueAdapter.ts'

const STEP = 60
const adapter = (keeps: 'oldest' | 'newest', more: Partial<SeriesAdapter> = {}): SeriesAdapter => ({ pageSize: 10, keeps, ask: () => ({ path: '' }), rows: () => [], ...more })
const rows = (...times: readonly number[]): readonly PageRow[] => times.map((time) => [time, '1'])
const none = { type: 'none' }

describe('windows', () => {
  it('[S51] lie on a grid of their own, clipped to the period', () => {
    // 10 rows of 60: a grid of 600.
    expect(windowsOf({ from: 650, to: 1900 }, adapter('newest'), STEP)).toEqual([{ from: 650, to: 1200 }, { from: 1200, to: 1800 }, { from: 1800, to: 1900 }])
    expect(windowsOf({ from: 600, to: 1200 }, adapter('newest'), STEP)).toEqual([{ from: 600, to: 1200 }])
    expect(windowsOf({ from: 0, to: 1e6 }, adapter('newest', { whole: true }), STEP)).toEqual([{ from: 0, to: 1e6 }])
  })
})

describe('what a page leaves', () => {
  const window = { from: 600, to: 1200 }
  const full = rows(600, 660, 720, 780, 840, 900, 960, 1020, 1080, 1140)

  it('[S51] nothing, where its rows reach both ends: exactly the limit', () => {
    for (const keeps of ['oldest', 'newest'] as const) {
      expect(restOf(full, window, adapter(keeps), STEP)).toEqual(none)
      expect(restOf([...full].reverse(), window, adapter(keeps), STEP)).toEqual(none)
    }
  })

  it('[S51] the side it did not reach, be it a single bar', () => {
    expect(restOf(full.slice(1), window, adapter('newest'), STEP)).toEqual({ type: 'window', window: { from: 600, to: 660 } })
    expect(restOf(full.slice(0, -1), window, adapter('oldest'), STEP)).toEqual({ type: 'window', window: { from: 1081, to: 1200 } })
    // The other side was reached, as far as the venue has it: a gap there stays one.
    expect(restOf(full.slice(0, -1), window, adapter('newest'), STEP)).toEqual(none)
    expect(restOf(full.slice(1), window, adapter('oldest'), STEP)).toEqual(none)
  })

  it('[S51] nothing, where no row has room or the page goes beyond the window', () => {
    // 631 to 1199: a bar before 660 would open at 600, outside.
    expect(restOf(full.slice(1), { from: 631, to: 1199 }, adapter('newest'), STEP)).toEqual(none)
    expect(restOf(rows(540, 780, 840), window, adapter('newest'), STEP)).toEqual(none)
    expect(restOf(rows(780, 840, 1200), window, adapter('oldest'), STEP)).toEqual(none)
    expect(restOf([], window, adapter('newest'), STEP)).toEqual(none)
  })

  it('[S51] is told of a page of a million rows as well: how many a venue gives is not trusted', () => {
    const many = rows(...Array.from({ length: 300_000 }, (_, i) => i))
    expect(restOf(many, { from: 0, to: 300_059 }, adapter('oldest'), STEP)).toEqual(none)
  })

  it('[S51] payments come at the smallest step seen, whatever was expected', () => {
    const funding = adapter('newest', { stepMillis: 480 })
    // Every 60 although every 480 was expected: 600 is missing. Every 480: it is not.
    expect(restOf(rows(660, 720, 780), window, funding, 480)).toEqual({ type: 'window', window: { from: 600, to: 660 } })
    expect(restOf(rows(660, 1140), window, funding, 480)).toEqual(none)
  })

  it('[S51] a page that lies before its window is the one before; one that lies past it says that the window is empty', () => {
    expect(restOf(rows(0, 60), window, adapter('oldest'), STEP)).toEqual({ type: 'stalled' })
    expect(restOf(rows(1200, 1260), window, adapter('newest'), STEP)).toEqual({ type: 'stalled' })
    expect(restOf(rows(1200, 1260), window, adapter('oldest'), STEP)).toEqual(none)
    expect(restOf(rows(0, 60), window, adapter('newest'), STEP)).toEqual(none)
  })
})
