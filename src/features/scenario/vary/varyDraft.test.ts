import { describe, expect, it } from 'vitest'
import { createFormat } from '../../../ui/format/createFormat.ts'
import type { TapeSource } from '../start/CurrentScenario.ts'
import { baseOfTape, type OpenPrices, readVary, varyDraft } from './varyDraft.ts'

const format = createFormat('1,234.5')
const script: TapeSource = { type: 'scripted', id: 'one-bad-altcoin' }

/** Hours of two instruments. */
function open(tape: TapeSource, title = 'One bad altcoin', ticks = 121): OpenPrices {
  return { title, tape, ticks, barMillis: 3_600_000, instruments: [{ symbol: 'BTC-PERP', tickSize: '0.01' }, { symbol: 'SOL-PERP', tickSize: '0.0001' }] }
}

describe('other prices out of those that are open', () => {
  it('begin as long as they are, in stretches of a day', () => {
    const current = open(script)
    const { tape, block, errors } = readVary(varyDraft(current, format), current, format)
    expect(errors).toEqual({})
    expect(tape).toEqual({
      title: 'One bad altcoin, in blocks, seed 7',
      tape: { type: 'bootstrap', seed: 7, bars: 121, meanBlock: 24, of: script },
      instruments: [{ symbol: 'BTC-PERP', decimals: 2 }, { symbol: 'SOL-PERP', decimals: 4 }],
      // The first of the 121 points is that of the old tape.
      lastTick: 120,
    })
    expect(block).toBe(86_400_000)
  })
  it('take a quarter of a short tape for a stretch at most', () => {
    expect(varyDraft(open(script, 'x', 40), format).meanBlock).toBe('10')
  })
  it('are made of the tape under them again, and are called once', () => {
    const nested: TapeSource = { type: 'bootstrap', seed: 3, bars: 50, meanBlock: 5, of: { type: 'amplified', factor: 3, of: script } }
    const current = open(nested, 'One bad altcoin, 3x as violent, in blocks, seed 3')
    const draft = varyDraft(current, format)
    expect([draft.way, draft.seed, draft.meanBlock]).toEqual(['blocks', '3', '5'])
    expect(readVary({ ...draft, seed: '4' }, current, format).tape).toMatchObject({ title: 'One bad altcoin, in blocks, seed 4', tape: { seed: 4, of: { type: 'amplified', factor: 3 } } })
    // More violent stretches are those stretches, more violent.
    expect(readVary({ ...draft, way: 'factor' }, current, format).tape?.tape).toMatchObject({ type: 'amplified', factor: 2, of: nested })
    expect(baseOfTape({ type: 'amplified', factor: 2, of: { type: 'amplified', factor: 2, of: script } }, 'factor')).toEqual(script)
  })
  it('take factors from a half to five', () => {
    const current = open(script)
    const factor = (text: string) => readVary({ ...varyDraft(current, format), way: 'factor', factor: text }, current, format)
    expect(factor('5.1').errors.factor).toBe('Enter a number from 0.5 to 5.')
    expect(factor('2.5').tape).toMatchObject({ title: 'One bad altcoin, 2.5x as violent', tape: { type: 'amplified', factor: 2.5, of: script }, lastTick: 120 })
  })
  it('say what cannot be read', () => {
    const current = open(script)
    expect(Object.keys(readVary({ way: 'blocks', seed: 'x', bars: '0', meanBlock: '0.5', factor: '' }, current, format).errors).sort()).toEqual(['bars', 'meanBlock', 'seed'])
  })
})
