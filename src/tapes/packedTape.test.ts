import { describe, expect, it } from 'vitest'
import type { Tape } from '../engine/index.ts'
import { packTape, unpackTape } from './packedTape.ts'
import { tapeHash } from './tapeHash.ts'

const HEADER = { id: 'x', title: 'X', source: 'a test', barMillis: 60_000, between: 'path', candlePath: 'nearest-extreme' } as const
const time = Float64Array.of(60_000, 120_000, 240_000)
const candles: Tape = {
  ...HEADER,
  time,
  series: [
    { instrument: 'A', open: Float64Array.of(1, 2, 3), high: Float64Array.of(4, 5, 6), low: Float64Array.of(0.5, 1, 2), close: Float64Array.of(2, 3, 4) },
    { instrument: 'B', close: Float64Array.of(-36.98, 0, 10.01) },
  ],
}
const closes: Tape = { ...HEADER, candlePath: 'close-only', time, jump: Uint8Array.of(0, 0, 1), series: [{ instrument: 'A', close: Float64Array.of(1, 2, 3) }] }

describe('a packed tape', () => {
  it('is the same tape again, candles, closes and jumps', async () => {
    for (const tape of [candles, closes]) {
      const packed = structuredClone(packTape(tape))
      const unpacked = await unpackTape(packed)
      expect(unpacked).toEqual(tape)
      expect(unpacked === undefined ? '' : tapeHash(unpacked)).toBe(tapeHash(tape))
      expect([packed.first, packed.last, packed.ticks]).toEqual([60_000, 240_000, 3])
    }
  })
  it('[K4] keeps which price each series is', async () => {
    const kinds: Tape = { ...closes, series: [...closes.series, { instrument: 'A', kind: 'last', close: Float64Array.of(1, 0.0001, 3) }] }
    const unpacked = await unpackTape(structuredClone(packTape(kinds)))
    expect(unpacked).toEqual(kinds)
    expect(unpacked === undefined ? '' : tapeHash(unpacked)).toBe(tapeHash(kinds))
  })
  it('[K4] has the hash it had before there were kinds, when all of it is marks', () => {
    const marks: Tape = { ...closes, series: closes.series.map((one) => ({ ...one, kind: 'mark' })) }
    const lasts: Tape = { ...closes, series: closes.series.map((one) => ({ ...one, kind: 'last' })) }
    expect(tapeHash(marks)).toBe(tapeHash(closes))
    expect(tapeHash(lasts)).not.toBe(tapeHash(closes))
    // Of the commit before (4f3caba): scenarios remember it as the checksum of their files.
    expect(tapeHash(candles)).toBe('9570461ba6966a36')
  })
  it('is refused where the blob is not whole', async () => {
    const packed = packTape(candles)
    expect(await unpackTape({ ...packed, columns: packed.columns.slice(0, 40) })).toBeUndefined()
  })
})
