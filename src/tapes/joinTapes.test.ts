import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tape } from '../engine/index.ts'
import { joinOutlines, joinTapes } from './joinTapes.ts'
import { mergeRefusal } from './mergeTapes.ts'
import { settledKinds } from './settledKinds.ts'
import { tapeFromColumns } from './tapeFromColumns.ts'
import { tapeHash } from './tapeHash.ts'
import { closeTape } from './testing/closeTape.ts'

const tapeOf = (minutes: readonly number[], candles: boolean): Tape => {
  const close = Float64Array.from(minutes, (minute) => 100 + minute / 8)
  const bars = candles ? { open: close, high: close.map((price) => price + 1), low: close.map((price) => price - 1) } : {}
  return tapeFromColumns({ id: 'a', title: 'A', source: 's', instrument: 'A', barMillis: 60_000 }, { time: Float64Array.from(minutes, (minute) => minute * 60_000), ...bars, close })
}
const fundingTape = (instrument: string, ...payments: readonly (readonly [hour: number, rate: number])[]): Tape => ({
  ...closeTape(instrument, []),
  series: [],
  funding: [{ instrument, time: Float64Array.from(payments, ([hour]) => hour * 3_600_000), rate: Float64Array.from(payments, ([, rate]) => rate) }],
})

describe('joinTapes', () => {
  it('[S48] gives a series cut into files back as it was, whatever the order of the files', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 4, maxLength: 60 }), fc.array(fc.integer({ min: 1, max: 59 }), { maxLength: 5 }), fc.boolean(), fc.boolean(), (all, cuts, candles, isReversed) => {
        const minutes = all.toSorted((a, b) => a - b)
        const at = [0, ...new Set(cuts.filter((cut) => cut < minutes.length)), minutes.length].toSorted((a, b) => a - b)
        const parts = at.slice(1).map((end, i) => tapeOf(minutes.slice(at[i], end), candles))
        const joined = joinTapes(isReversed ? parts.toReversed() : parts)
        expect(joined).toHaveLength(1)
        expect(joined[0] === undefined ? '' : tapeHash(joined[0])).toBe(tapeHash(tapeOf(minutes, candles)))
      }),
    )
  })

  it('[S48] candles joined to closes are closes: what is missing among them is jumped over as well', () => {
    const whole = tapeHash(tapeOf([0, 1, 5, 6, 7, 9], false))
    for (const first of [true, false]) {
      const [joined] = joinTapes([tapeOf([0, 1, 5], first), tapeOf([6, 7, 9], !first)])
      expect(joined === undefined ? '' : tapeHash(joined)).toBe(whole)
    }
  })

  it('[S48] leaves files that overlap, or differ in kind or bar size, apart, and the merge names them', () => {
    const overlapping = [tapeOf([0, 1, 2], false), tapeOf([2, 3], false)]
    expect(joinTapes(overlapping)).toHaveLength(2)
    expect(mergeRefusal(joinTapes(overlapping))?.message).toContain('Two files are both called A')
    expect(joinTapes([tapeOf([0, 1], false), { ...tapeOf([2, 3], false), barMillis: 300_000 }])).toHaveLength(2)
    const outlines = joinOutlines([tapeOf([5, 6], true), tapeOf([0, 1], true), fundingTape('A', [0, 0.1]), fundingTape('A', [8, 0.1])])
    expect(outlines.map(({ time, series }) => [series.length, ...time])).toEqual([[1, 0, 360_000], [0]])
  })

  it('[S48] joins funding by its moments; of a payment in two files the later file counts', () => {
    const [joined] = joinTapes([fundingTape('A', [8, 0.1], [16, 0.2]), fundingTape('A', [0, 0.3], [8, 0.4])])
    expect(joined?.funding).toEqual([{ instrument: 'A', time: Float64Array.of(0, 8 * 3_600_000, 16 * 3_600_000), rate: Float64Array.of(0.3, 0.4, 0.2) }])
  })
})

describe('settledKinds', () => {
  const of = (look: 'mark' | 'index' | 'last' | 'funding' | undefined, instrument = 'A', chosen?: 'mark' | 'index' | 'last') => ({ instrument, chosen, look: look === undefined ? undefined : { kind: look, why: '' } })

  it('[S47] a file alone is the mark; beside one that is the mark it is what it looks like', () => {
    expect(settledKinds([of('last')])).toEqual(['mark'])
    expect(settledKinds([of('last'), of('mark'), of('index'), of('funding'), of('last', 'B')])).toEqual(['last', 'mark', 'index', 'funding', 'mark'])
  })
  it('[S47] what a person chose stands, and finds the others their place', () => {
    expect(settledKinds([of('last'), of(undefined, 'A', 'mark')])).toEqual(['last', 'mark'])
    expect(settledKinds([of('last', 'A', 'mark'), of('mark', 'A', 'index')])).toEqual(['mark', 'index'])
    expect(settledKinds([of('last'), of(undefined)])).toEqual(['mark', 'mark'])
  })
})
