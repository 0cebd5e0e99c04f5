import { describe, expect, it } from 'vitest'
import { parseWithVenues } from './parseWithVenues.ts'
import type { ScenarioFile } from './ScenarioFile.ts'

const scenario = (rules: ScenarioFile['rules']): ScenarioFile => ({ schema: 1, title: 'One', rules, tape: { type: 'scripted', id: 'one-bad-altcoin' }, wallet: '10000', commands: [] })

describe('parseWithVenues', () => {
  it.each([['plain'], ['binance-usdm'], [{ extends: 'binance-usdm', name: 'Ours' }], [{ extends: 'standard', name: 'Ours' }]])('reads a scenario by %j, wherever its data are', async (rules) => {
    const parsed = await parseWithVenues(scenario(rules))
    expect(parsed.ok && parsed.value.rules.rules.name).toBe(typeof rules === 'string' ? { plain: 'Plain', 'binance-usdm': 'Binance USD-M' }[rules] : rules.name)
  })

  it.each([
    [{ type: 'gbm', seed: 7, bars: 3, instruments: [{ symbol: 'A', price: 100, volatility: 0.5 }] }],
    [{ type: 'amplified', factor: 2, of: { type: 'scripted', id: 'one-bad-altcoin' } }],
    [{ type: 'crisis', id: 'black-thursday' }],
  ] as const)('reads prices that the first screen does not play: %j', async (tape) => {
    for (const rules of ['plain', 'binance-usdm', { extends: 'standard', name: 'Ours' }] as const) {
      const parsed = await parseWithVenues({ ...scenario(rules), tape })
      expect(parsed.ok && parsed.value.tape).toEqual(tape)
    }
  })

  it('says what is wrong with such prices, and which sources there are', async () => {
    const walk = await parseWithVenues({ ...scenario('plain'), tape: { type: 'gbm', seed: 7, bars: 0, instruments: [] } })
    expect(walk.ok || walk.error.map(({ path }) => path)).toEqual([['tape', 'bars'], ['tape', 'instruments']])
    const unknown = await parseWithVenues(JSON.stringify({ ...scenario('plain'), tape: { type: 'guess' } }))
    expect(unknown).toMatchObject({ ok: false, error: [{ path: ['tape', 'type'], message: expect.stringMatching(/scripted.*gbm.*amplified/) }] })
  })

  it('names every set there is where one is unknown', async () => {
    const parsed = await parseWithVenues(scenario('binance'))
    expect(parsed).toMatchObject({ ok: false, error: [{ path: ['rules'], message: expect.stringMatching(/no built-in rules are called "binance"; there are plain, .*hyperliquid/) }] })
  })
})
