import { describe, expect, it } from 'vitest'
import { comparePlays } from './comparePlays.ts'

const event = (seq: number, tick: number, what: string) => ({ seq, tick, what })

describe('two plays', () => {
  it('[B5] share what is the same but for its number, as often as both have it, and part where the first is not', () => {
    const a = [event(1, 0, 'open'), event(2, 5, 'fee'), event(3, 5, 'fee'), event(4, 9, 'close')]
    const b = [event(1, 0, 'open'), event(2, 3, 'margin'), event(3, 5, 'fee'), event(4, 9, 'close')]
    const found = comparePlays({ events: a, equity: '100.1' }, { events: b, equity: '0.3' })
    expect(found.both.map(({ seq }) => seq)).toEqual([1, 2, 4])
    expect(found.onlyA.map(({ seq }) => seq)).toEqual([3])
    expect(found.onlyB.map(({ seq }) => seq)).toEqual([2])
    expect([found.partsAt, found.gap.toFixed()]).toEqual([3, '99.8'])
  })

  it('[B5] are one where nothing differs', () => {
    const events = [event(1, 0, 'open')]
    const found = comparePlays({ events, equity: '7' }, { events: [event(9, 0, 'open')], equity: '7.00' })
    expect([found.partsAt, found.gap.toFixed(), found.onlyA, found.onlyB, found.both]).toEqual([undefined, '0', [], [], events])
  })
})
