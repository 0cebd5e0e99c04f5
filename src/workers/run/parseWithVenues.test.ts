import { describe, expect, it } from 'vitest'
import { parseWithVenues } from './parseWithVenues.ts'
import type { ScenarioFile } from './ScenarioFile.ts'

const scenario = (rules: ScenarioFile['rules']): ScenarioFile => ({ schema: 1, title: 'One', rules, tape: { type: 'scripted', id: 'one-bad-altcoin' }, wallet: '10000', commands: [] })

describe('parseWithVenues', () => {
  it.each([['plain'], ['binance-usdm'], [{ extends: 'binance-usdm', name: 'Ours' }], [{ extends: 'standard', name: 'Ours' }]])('reads a scenario by %j, wherever its data are', async (rules) => {
    const parsed = await parseWithVenues(scenario(rules))
    expect(parsed.ok && parsed.value.rules.rules.name).toBe(typeof rules === 'string' ? { plain: 'Plain', 'binance-usdm': 'Binance USD-M' }[rules] : rules.name)
  })

  it('names every set there is where one is unknown', async () => {
    const parsed = await parseWithVenues(scenario('binance'))
    expect(parsed).toMatchObject({ ok: false, error: [{ path: ['rules'], message: expect.stringMatching(/no built-in rules are called "binance"; there are plain, .*hyperliquid/) }] })
  })
})
