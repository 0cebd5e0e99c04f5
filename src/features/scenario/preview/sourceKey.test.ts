import { describe, expect, it } from 'vitest'
import { sourceKey } from './sourceKey.ts'

describe('the key of a source', () => {
  it('is the same for equal fields, another for others', () => {
    expect(sourceKey({ type: 'crisis', id: 'a' })).toBe(sourceKey({ type: 'crisis', id: 'a' }))
    expect(sourceKey({ type: 'crisis', id: 'a' })).not.toBe(sourceKey({ type: 'crisis', id: 'a', seed: 1 }))
  })
  it('tells what a tape is made of by its identity, and does not write it out', () => {
    const of = { type: 'inline', series: [{ close: Array.from({ length: 1000 }, (_, i) => i) }] }
    const key = sourceKey({ type: 'bootstrap', seed: 1, of })
    expect(key).toBe(sourceKey({ type: 'bootstrap', seed: 1, of }))
    expect(key.length).toBeLessThan(100)
    expect(key).not.toBe(sourceKey({ type: 'bootstrap', seed: 1, of: { ...of } }))
    expect(key).not.toBe(sourceKey({ type: 'bootstrap', seed: 2, of }))
  })
})
