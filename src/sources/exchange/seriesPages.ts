import type { Millis } from '../../engine/index.ts'
import type { PageRow } from './PageCache.ts'
import type { SeriesAdapter } from './venues/VenueAdapter.ts'

/** Rows from `from` up to, not including, `to`. */
export interface Window {
  readonly from: Millis
  readonly to: Millis
}

/**
 * A period in windows that a page can hold. They lie on a grid of their own size, not on the period, so that another
 * period asks for the same pages and finds them kept. [S51]
 */
export function windowsOf(period: Window, { pageSize, whole }: SeriesAdapter, step: Millis): readonly Window[] {
  if (whole === true) return [period]
  const size = pageSize * step
  const windows: Window[] = []
  for (let from = period.from; from < period.to; ) {
    const to = Math.min(period.to, (Math.floor(from / size) + 1) * size)
    windows.push({ from, to })
    from = to
  }
  return windows
}

/** What a page leaves of its window: nothing, the part still to be asked for, or the sign that pages do not advance. */
export type Rest = { readonly type: 'none' } | { readonly type: 'window'; readonly window: Window } | { readonly type: 'stalled' }

/**
 * A venue that has more rows in the window than it gives at once keeps the oldest or the newest of them; how many it gives
 * is not trusted. What is left is the side it did not reach, if a row has room there. Rows are closest at the smallest step
 * seen: payments come every hour, every four or every eight.
 */
export function restOf(rows: readonly PageRow[], window: Window, adapter: SeriesAdapter, step: Millis): Rest {
  if (rows.length === 0 || adapter.whole === true) return { type: 'none' }
  const times = rows.map(([time]) => time).sort((a, b) => a - b)
  const inside = times.filter((time) => time >= window.from && time < window.to)
  const [first] = inside
  const last = inside.at(-1)
  if (first === undefined || last === undefined) return beside(times, window, adapter)
  const closest = times.reduce((least, time, i) => (time > (times[i - 1] ?? time) ? Math.min(least, time - (times[i - 1] ?? time)) : least), Infinity)
  const room = closest === Infinity || adapter.stepMillis === undefined ? step : closest
  if (adapter.keeps === 'newest') {
    return first - window.from >= room && !times.some((time) => time < window.from) ? { type: 'window', window: { from: window.from, to: first } } : { type: 'none' }
  }
  return window.to - last > room && !times.some((time) => time >= window.to) ? { type: 'window', window: { from: last + 1, to: window.to } } : { type: 'none' }
}

/** A page all of whose rows lie past the window says that the window is empty; one whose rows lie before it is the page before once more. */
function beside(times: readonly Millis[], window: Window, { keeps }: SeriesAdapter): Rest {
  const passed = keeps === 'newest' ? times.some((time) => time < window.from) : times.some((time) => time >= window.to)
  return { type: passed ? 'none' : 'stalled' }
}
