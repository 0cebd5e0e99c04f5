import type { Tape } from '../../engine/index.ts'

/** A small close-only path tape for tests; `time` in bars of a minute. */
export function closeTape(instrument: string, points: readonly (readonly [minute: number, close: number])[], change?: Partial<Tape>): Tape {
  return {
    id: instrument.toLowerCase(),
    title: instrument,
    source: 'test',
    time: Float64Array.from(points, ([minute]) => minute * 60000),
    barMillis: 60000,
    between: 'path',
    candlePath: 'close-only',
    series: [{ instrument, close: Float64Array.from(points, ([, close]) => close) }],
    ...change,
  }
}
