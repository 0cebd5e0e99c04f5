import { describe, expect, it } from 'vitest'
import { createFormat } from '../../../ui/format/createFormat.ts'
import type { IncidentLook } from '../IncidentLook.ts'
import { example, reportsOf } from '../testing/reportsOf.ts'
import { legStory, stepThatAddsUp } from './reportStory.ts'

const look: IncidentLook = { format: createFormat('1,234.5'), tickSizeOf: () => '0.01' }

const amount = (text: string): number => Number(text.replace(/,/g, '').replace('\u2212', '-'))

describe('the report in words', () => {
  it('[I1] tells how a liquidation price came there, and the written shares add up', async () => {
    const [incident] = await reportsOf(example('scenario-a.scenario.json'), 'all-cross')
    const chain = incident?.chains.find(({ base }) => base === 'BTC')
    const leg = incident?.legs.find(({ base }) => base === 'BTC')
    if (incident === undefined || chain === undefined || leg === undefined) throw new Error('no BTC')
    const { sentences, table } = legStory(chain, leg, look)
    // The figures are those of the panel (incidentWords.test.ts), written so that they sum
    expect(sentences[0]).toBe('BTC long was opened at bar 0, on average at 60,000.00.')
    expect(sentences[1]).toBe('Its liquidation price was 30,150.76 and came to 61,446.23.')
    expect(sentences[2]).toBe('Most of that was SOL’s loss: +30,852.18.')
    const written = [table?.from, ...(table?.lines ?? [])].reduce((sum, line) => sum + amount(line?.price ?? ''), 0)
    expect(written).toBeCloseTo(amount(table?.to.price ?? ''), 9)
    expect(table?.lines.map(({ cause }) => cause)).toEqual(['SOL’s loss', 'SOL’s trades', 'ETH’s gain', 'ETH’s trades'])
  })

  it('[I1] writes as many decimals as it takes', () => {
    const way = (before: string, shares: readonly string[], after: string): string => stepThatAddsUp({ before, shares, after }, '0.01', 'ceil')
    expect(way('1', ['2'], '3')).toBe('0.01')
    // The ends are written upward, as a long's: 0.34 + 0.33 + 0.33 = 1, and 0.35 + 0.33 = 0.68
    expect(way('0.333', ['0.333', '0.334'], '1')).toBe('0.01')
    expect(way('0.341', ['0.334'], '0.675')).toBe('0.01')
    // 0.35 + 0.34 is not 0.68
    expect(way('0.341', ['0.339'], '0.68')).toBe('0.001')
  })
})
