import { describe, expect, it } from 'vitest'
import type { Tape } from '../engine/index.ts'
import { cutTape } from './cutTape.ts'
import { mergeTapes } from './mergeTapes.ts'
import { packTape, unpackTape } from './packedTape.ts'
import { refineTape } from './refineTape.ts'
import { tapeHash } from './tapeHash.ts'
import { closeTape } from './testing/closeTape.ts'

const minutes = (...list: readonly number[]): Float64Array => Float64Array.from(list, (minute) => minute * 60_000)

function paid(instrument: string, time: Float64Array, rate: readonly number[]): Tape {
  return { ...closeTape(`${instrument} funding`, []), series: [], time: new Float64Array(0), funding: [{ instrument, time, rate: Float64Array.from(rate) }] }
}

const prices = closeTape('A', [[0, 100], [10, 110], [20, 120], [30, 130]])
const funding = paid('A', minutes(1, 9, 17, 25, 33), [0.01, -0.02, 0.03, 0.04, 0.05])

function merged(...tapes: readonly Tape[]): Tape {
  const made = mergeTapes(tapes)
  if (!made.ok) throw new Error(made.error.message)
  return made.value.tape
}

const refusalOf = (...tapes: readonly Tape[]): string => {
  const made = mergeTapes(tapes)
  return made.ok ? 'merged' : `${made.error.code}: ${made.error.message}`
}

describe('funding of a tape', () => {
  it('[F5] joins the prices with its own times, in either order, and leaves their clock alone', () => {
    for (const tape of [merged(prices, funding), merged(funding, prices)]) {
      expect([...tape.time]).toEqual([...prices.time])
      expect(tape.funding).toEqual(funding.funding)
      expect(tape.series).toEqual(prices.series)
    }
    const two = merged(prices, closeTape('B', [[0, 1], [30, 2]]), funding, paid('B', minutes(5), [0.001]))
    expect(two.funding?.map(({ instrument }) => instrument)).toEqual(['A', 'B'])
  })

  it('[F5] is refused alone, twice, of what has no prices, and of another time, in words', () => {
    expect(refusalOf(funding)).toBe('no-mark: There is funding but no prices. Add a file with the prices of the same instrument.')
    expect(refusalOf(prices, funding, funding)).toBe('same-instrument: Two files are both the funding of A. Give one of them another instrument, or remove it.')
    expect(refusalOf(prices, paid('B', minutes(1), [0.1]))).toBe('no-mark: There is funding of B but no prices of it; there are prices of A. Give the funding the name of one of them, add a file with the prices of B, or remove it.')
    expect(refusalOf(prices, paid('A', minutes(100, 200), [0.1, 0.1]))).toBe('no-overlap: The funding of A (1970-01-01 01:40 UTC to 1970-01-01 03:20 UTC) and the prices (1970-01-01 to 1970-01-01 00:31 UTC) have no time in common. Choose files that overlap, or remove the funding.')
  })

  it('[F5] a cut keeps what is paid in the period, and the two payments before it', () => {
    const cut = cutTape(merged(prices, funding), 20 * 60_000, 30 * 60_000)
    if (!cut.ok) throw new Error(cut.error.message)
    expect(cut.value.funding?.map(({ time, rate }) => [[...time], [...rate]])).toEqual([[[...minutes(9, 17, 25)], [-0.02, 0.03, 0.04]]])
    const late = cutTape(merged(prices, paid('A', minutes(25), [0.1])), 0, 10 * 60_000)
    expect(late.ok && 'funding' in late.value).toBe(false)
  })

  it('[F5] is packed and unpacked, with prices and alone', async () => {
    const jumping: Tape = { ...merged(prices, funding), jump: Uint8Array.of(0, 1, 0, 0) }
    for (const tape of [jumping, merged(prices, funding), funding]) {
      const packed = structuredClone(packTape(tape))
      expect('funding' in packed.header).toBe(false)
      const unpacked = await unpackTape(packed)
      expect(unpacked).toEqual(tape)
      expect(unpacked === undefined ? '' : tapeHash(unpacked)).toBe(tapeHash(tape))
    }
    expect([packTape(funding).first, packTape(funding).last, packTape(funding).ticks]).toEqual([60_000, 33 * 60_000, 0])
  })

  it('[F5] [L2] the hash sees every payment, and is what it was without any', () => {
    const whole = merged(prices, funding)
    const without = { ...whole }
    delete (without as { funding?: unknown }).funding
    expect(tapeHash(without)).toBe(tapeHash(prices))
    const hashes = [whole, without, merged(prices, paid('A', minutes(1, 9), [0.01, -0.02])), merged(prices, paid('A', minutes(1, 9), [0.01, 0.02])), merged(prices, paid('A', minutes(2, 9), [0.01, -0.02]))].map(tapeHash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('[F5] [L4] a finer tape pays the same', () => {
    expect(refineTape(merged(prices, funding), 10).funding).toEqual(funding.funding)
  })
})
