import { describe, expect, it } from 'vitest'
import { runText, type Outcome } from './testing/runText.ts'

const SCENARIO = 'docs/examples/scenario-a.scenario.json'

interface Report {
  readonly headline: { readonly firstDeath: { readonly type: string }; readonly leg?: string; readonly mainChange: { readonly path?: string; readonly share?: string } }
  readonly a: PlayReport
  readonly b: PlayReport
  readonly differences: readonly { readonly path: string; readonly effect: string }[]
}

interface PlayReport {
  readonly refused: number
  readonly firstDeath: { readonly leg?: string; readonly price?: string; readonly none?: string }
  readonly legs: readonly { readonly leg: string; readonly outcome: string; readonly refusal?: string }[]
}

const report = ({ code, out, err }: Outcome): Report => {
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out) as Report
}

/** Plain with one table for everything, whose leverage ends at 10x. */
const AT_10X = JSON.stringify({ schema: 1, extends: 'plain', id: 'at-10x', name: 'Plain at 10x', tiers: { default: [{ maintenanceRate: '0.005', maxLeverage: '10' }], 'SOL-PERP': [{ maintenanceRate: '0.01', maxLeverage: '10' }] } })

describe('diff', () => {
  it('tells who dies first under each set, and which change makes most of it [R2]', async () => {
    const { a, b, headline } = report(await runText(['diff', SCENARIO, '--b', 'standard']))
    // SOL is bought at 150 with 5 % behind it: 142.5 / 0.99 = 143.94 under 1 %; 142.5 / 0.995 = 143.22 under 0.5 %, 0.01 earlier for one funding of 4 on 266.67 SOL.
    expect([a.firstDeath, b.firstDeath]).toMatchObject([{ leg: 'SOL-PERP@isolated', price: '143.94' }, { leg: 'SOL-PERP@isolated', price: '143.23' }])
    expect(headline).toMatchObject({ firstDeath: { type: 'moved', price: '-0.71' }, leg: 'SOL-PERP@isolated', mainChange: { path: 'tiers.SOL-PERP' } })
  })

  it('refuses the order above the limit, or lowers its leverage where that is asked for [P9]', async () => {
    const refused = report(await runText(['diff', SCENARIO, '--b', '-'], AT_10X))
    expect(refused.b.legs.map(({ outcome, refusal }) => [outcome, refusal])).toEqual([['open', undefined], ['open', undefined], ['refused', 'leverage-above-limit']])
    expect([refused.headline.firstDeath.type, refused.headline.mainChange.path, refused.headline.mainChange.share]).toEqual(['averted', 'tiers.SOL-PERP.leverage', '1'])
    // at 10x the same 40,000 have 10 % behind them: 135 / 0.99 = 136.36
    const lowered = report(await runText(['diff', SCENARIO, '--b', '-', '--lower-leverage'], AT_10X))
    expect([lowered.b.refused, lowered.b.firstDeath.price]).toEqual([0, '136.36'])
  })

  it('plays the walls asked for, and any two sets', async () => {
    const { a, b } = report(await runText(['diff', SCENARIO, '--a', 'textbook', '--b', 'plain', '--walls', 'all-cross']))
    expect([a, b].map(({ legs }) => legs.map(({ leg }) => leg))).toEqual([['BTC-PERP@isolated', 'ETH-PERP@isolated', 'SOL-PERP@isolated'], ['BTC-PERP@isolated', 'ETH-PERP@isolated', 'SOL-PERP@isolated']])
    // Of scenario A nothing is left where all three share a pool (product.md 5.3).
    expect(b.legs.map(({ outcome }) => outcome)).toEqual(['liquidated', 'liquidated', 'liquidated'])
  })

  it('counts positions, not the assets that are sold with their pool', async () => {
    const { out } = await runText(['diff', 'docs/examples/depeg.scenario.json', '--b', 'standard'])
    const { a, b } = JSON.parse(out) as Report
    // Worst loss first, the asset goes before the position: nobody's position is liquidated.
    expect([a.firstDeath.leg, b.firstDeath]).toEqual(['BTC-PERP@cross', { none: 'no-liquidation' }])
  })

  it('says that two equal sets decide alike', async () => {
    const { differences, headline } = report(await runText(['diff', SCENARIO, '--b', 'plain']))
    expect([differences, headline.firstDeath.type, headline.mainChange]).toEqual([[], 'same', { none: 'no-change-decides' }])
  })

  it('notes that the data of a set are old', async () => {
    const { code, err } = await runText(['diff', SCENARIO, '--b', 'binance-usdm'])
    expect([code, err]).toEqual([0, expect.stringMatching(/^note: rules binance-usdm are of 2024-10-24, \d+ days ago/)])
  })

  it('refuses rules for the other kind of contract, and what is no set of rules', async () => {
    expect(await runText(['diff', SCENARIO, '--b', 'bybit-inverse'])).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^--b: .+ is for inverse contracts, Plain for linear ones/) })
    expect(await runText(['diff', SCENARIO, '--b', '-'], '{"schema": 1, "extends": "nobody"}')).toMatchObject({ code: 1, out: '' })
    expect(await runText(['diff', SCENARIO])).toMatchObject({ code: 2, err: expect.stringContaining('--b: the other rules were expected') })
    expect(await runText(['diff', SCENARIO, '--b', 'plain', '--walls', 'all'])).toMatchObject({ code: 2, err: expect.stringContaining('--walls: one of as-set, all-isolated, all-cross was expected') })
  })
})
