import { describe, expect, it } from 'vitest'
import { fundingLines } from './fundingLines.ts'

const row = (leg: string, tick: number, amount: string) => ({ key: `${tick}:${leg}`, twin: 'as-set' as const, seq: tick, tick, time: tick, instrument: leg, leg, rate: '0.0001', mark: '100', amount })

describe('funding lines', () => {
  it('[F3] adds up each position by itself, newest first', () => {
    const lines = fundingLines([row('A', 16, '-2'), row('B', 16, '5'), row('A', 8, '-1'), row('B', 8, '4')])
    expect(lines.map(({ leg, sum }) => `${leg} ${sum}`)).toEqual(['A -3', 'B 9', 'A -1', 'B 4'])
  })
})
