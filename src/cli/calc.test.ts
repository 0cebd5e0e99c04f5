import { describe, expect, it } from 'vitest'
import { calculators } from '../engine/index.ts'
import { runOn, runText } from './testing/runText.ts'

const long = { schema: 1, side: 'long', size: '1', entryPrice: '100', exitPrice: '110', leverage: '5' }

describe('calc', () => {
  it('answers with code 0, also where a figure does not exist', async () => {
    const { code, out, err } = await runOn({ ...long, roe: '30%', exitPrice: undefined }, ['calc', 'pnl', '-'])
    // 30 % at 5x is 6 % of 100
    expect([code, err, (JSON.parse(out) as { solved: object }).solved]).toEqual([0, '', { exitPrice: '106' }])
    const none = await runOn({ ...long, mode: 'isolated', margin: '100' }, ['calc', 'liquidation', '-'])
    expect([none.code, (JSON.parse(none.out) as { results: { liquidationPrice: object } }).results.liquidationPrice]).toEqual([0, { none: 'fully-collateralized', message: 'no price liquidates it: what backs it covers all that can be lost' }])
  })

  it('a refused document is code 1, one line a problem with its path', async () => {
    expect(await runOn({ ...long, rules: 'nobody', entry: 1, leverage: '5%' }, ['calc', 'pnl', '-'])).toEqual({
      code: 1,
      out: '',
      err: 'leverage: percent was given ("5%"); only a share can be a percentage\nentry: unknown key; did you mean "entryPrice"?\n',
    })
    expect((await runText(['calc', 'pnl', 'nowhere.json'])).code).toBe(1)
  })

  it.each<[string[], string]>([
    [['calc'], '<name> was expected; calc --list names the calculators'],
    [['calc', 'pnl'], '<inputs.json> was expected; calc --list names the calculators'],
    [['calc', 'pln', '-'], 'there is no calculator "pln"; did you mean "pnl"? there are pnl, target,'],
    [['calc', '--list', 'pnl', 'a.json'], '--list reads no document; "a.json" was not expected'],
    [['calc', 'pnl', '-', 'x'], '"x" was not expected'],
    [['calc', 'pnl', '-', '--csv'], "unknown option '--csv'"],
  ])('%j is code 2', async (args, message) => {
    const { code, err } = await runText(args)
    expect([code, err.startsWith(`calc: ${message}`)]).toEqual([2, true])
  })

  it('lists every calculator with its fields and what they are found from', async () => {
    const { code, out } = await runText(['calc', '--list'])
    const list = JSON.parse(out) as readonly { calculator: string; inputs: readonly { field: string; needed: boolean; unit: string }[]; solves: Readonly<Record<string, readonly string[]>> }[]
    expect([code, list.map(({ calculator }) => calculator)]).toEqual([0, [...calculators.keys()]])
    const [only] = JSON.parse((await runText(['calc', 'liquidation', '--list'])).out) as typeof list
    expect(only?.inputs.find(({ field }) => field === 'leverage')).toMatchObject({ unit: 'leverage', needed: false })
    expect(only?.solves['leverage']).toEqual(['liquidationPrice', 'liquidationDistance', 'bankruptcyPrice'])
  })

  it('finds what lies just before the trade would be liquidated at once', async () => {
    // short 0.4715 behind 44.43 at 5 %: P = (44.43 / 0.4715 + E) / 1.05, so E = 1.05 x 550 - 94.2311…; from E = 1,884 on it fails at once
    const short = { schema: 1, side: 'short', mode: 'cross', size: '0.4715', wallet: '44.43', leverage: '1.1', tier: { maintenanceRate: '0.05' }, liquidationPrice: '550' }
    const { out } = await runOn(short, ['calc', 'liquidation', '-'])
    expect((JSON.parse(out) as { solved: { entryPrice: string } }).solved.entryPrice).toMatch(/^483\.2688/)
  })

  it('explains where it is asked to', async () => {
    const { out } = await runOn(long, ['calc', 'pnl', '-', '--explain'])
    const { formulas } = JSON.parse(out) as { formulas: Readonly<Record<string, { formula: string; values: string }>> }
    expect(formulas['notional']).toEqual({ formula: '|q E|', values: '|1 × 100|' })
    expect((JSON.parse((await runOn(long, ['calc', 'pnl', '-'])).out) as object)).not.toHaveProperty('formulas')
  })

  it('notes go to standard error, the answer alone to standard output', async () => {
    const { code, out, err } = await runOn({ ...long, stopPrice: '90' }, ['calc', 'pnl', '-'])
    expect([code, err]).toEqual([0, 'note: stopPrice: is not used by pnl\n'])
    expect(() => JSON.parse(out) as unknown).not.toThrow()
  })
})
