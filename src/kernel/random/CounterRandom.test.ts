import { describe, expect, it } from 'vitest'
import { CounterRandom } from './CounterRandom.ts'
import { philox4x32 } from './philox4x32.ts'

const words = (hex: string): number[] => hex.split(' ').map((word) => Number.parseInt(word, 16))

describe('philox4x32', () => {
  // The authors' known answers: Random123 v1.14.0, tests/kat_vectors, "philox4x32 10".
  it.each([
    ['00000000 00000000 00000000 00000000', '00000000 00000000', '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    ['ffffffff ffffffff ffffffff ffffffff', 'ffffffff ffffffff', '408f276d 41c83b0e a20bc7c6 6d5451fd'],
    ['243f6a88 85a308d3 13198a2e 03707344', 'a4093822 299f31d0', 'd16cfe09 94fdcceb 5001e420 24126ea1'],
  ])('of counter %s under key %s is %s', (counter, key, answer) => {
    const out = new Uint32Array(4)
    const [low = 0, high = 0] = words(key)
    philox4x32(new Uint32Array(words(counter)), low, high, out)
    expect([...out]).toEqual(words(answer))
  })
})

describe('CounterRandom', () => {
  it('makes its first uniform from the first two words of the known answer', () => {
    // (0x6627e8d5·2^20 + (0xe169c58d >>> 12) + ½)/2^52, the address (0, 0, 0) being the all-zero known answer.
    const expected = (0x6627e8d5 * 2 ** 20 + (0xe169c58d >>> 12) + 0.5) / 2 ** 52
    expect(new CounterRandom({ seed: 0, path: 0, stream: 0 }).uniform()).toBe(expected)
  })

  it('gives each address its own numbers and the same address the same', () => {
    const draw = (seed: number, path: number, stream: number): number => {
      const random = new CounterRandom({ seed, path, stream })
      return random.uniform() + random.uniform() + random.uniform()
    }
    const all = [draw(1, 0, 0), draw(2, 0, 0), draw(1, 1, 0), draw(1, 0, 1), draw(2 ** 40 + 1, 0, 0), draw(1, 2 ** 40, 0)]
    expect(new Set(all).size).toBe(all.length)
    expect(draw(1, 0, 0)).toBe(all[0])
  })

  it('has uniforms with mean 1/2 and variance 1/12, normals with mean 0 and variance 1, within four standard errors', () => {
    const n = 200_000
    const random = new CounterRandom({ seed: 7, path: 3, stream: 5 })
    const uniforms = Float64Array.from({ length: n }, () => random.uniform())
    const normals = Float64Array.from({ length: n }, () => random.normal())
    const mean = (x: Float64Array): number => x.reduce((a, b) => a + b, 0) / n
    const variance = (x: Float64Array, m: number): number => x.reduce((a, b) => a + (b - m) ** 2, 0) / n
    expect(Math.abs(mean(uniforms) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / n))
    // Var of a squared centred uniform: 1/80 − 1/144 = 1/180.
    expect(Math.abs(variance(uniforms, 0.5) - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / n))
    expect(Math.abs(mean(normals))).toBeLessThan(4 / Math.sqrt(n))
    expect(Math.abs(variance(normals, 0) - 1)).toBeLessThan(4 * Math.sqrt(2 / n))
    const lagged = normals.subarray(1).reduce((sum, z, i) => sum + z * (normals[i] ?? 0), 0) / (n - 1)
    expect(Math.abs(lagged)).toBeLessThan(4 / Math.sqrt(n))
  })
})
