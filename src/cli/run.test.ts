import { describe, expect, it } from 'vitest'
import { builtinRules } from '../engine/index.ts'
import { TAPE_LIST } from './tapeList.ts'
import { runOn, runText, type Outcome } from './testing/runText.ts'

interface Report {
  readonly tick: number
  readonly twins: readonly {
    readonly walls: string
    readonly equity: string
    readonly legs: readonly { readonly leg: string; readonly pnl: string }[]
    readonly liquidations: readonly { readonly leg: string; readonly tick: number; readonly price: string }[]
    readonly refused: readonly { readonly id: string; readonly command: string; readonly reason: { readonly code: string } }[]
    readonly hash: string
  }[]
}

/** The scripted tapes that `tapes` lists. */
const SCRIPTED = TAPE_LIST.filter(({ type }) => type === 'scripted').map(({ id }) => id).join(', ')

const report = ({ out }: Outcome): Report => JSON.parse(out) as Report

describe('run', () => {
  /** product.md 5.3: A 10,000 - 2,000 + 800 + 500 = 9,300 against 0; B 10,000 - 2,000 + 400 + 100 = 8,500 against 12,100. */
  it.each([
    ['scenario-a', '9300', '0', [[12], [73, 73, 73]]],
    ['scenario-b', '8500', '12100', [[40], []]],
  ])('%s ends isolated at %s and cross at %s', async (file, isolated, cross, deaths) => {
    const { twins } = report(await runText(['run', `docs/examples/${file}.scenario.json`]))
    expect(twins.map(({ walls, equity }) => [walls, equity])).toEqual([
      ['as-set', isolated],
      ['all-isolated', isolated],
      ['all-cross', cross],
    ])
    expect(twins.slice(1).map(({ liquidations }) => liquidations.map(({ tick }) => tick))).toEqual(deaths)
  })

  it('--to is a prefix of the whole run [L3], and --hash names it', async () => {
    const file = 'docs/examples/crash-2020.scenario.json'
    const whole = (await runText(['run', file, '--events', '--walls', 'all-isolated'])).out.trimEnd().split('\n')
    const part = (await runText(['run', file, '--events', '--walls', 'all-isolated', '--to', '9'])).out.trimEnd().split('\n')
    expect(part.length).toBeGreaterThan(3)
    expect(part.length).toBeLessThan(whole.length)
    expect(whole.slice(0, part.length)).toEqual(part)
    const hash = JSON.parse((await runText(['run', file, '--hash'])).out) as { tape: string; events: Record<string, string> }
    const { twins } = report(await runText(['run', file]))
    expect(hash.events).toEqual(Object.fromEntries(twins.map((twin) => [twin.walls, twin.hash])))
    expect(hash.tape).toMatch(/^[0-9a-f]{16}$/)
  })

  it('[F3] --funding prints every payment with the sum of its position so far', async () => {
    const { out } = await runText(['run', 'docs/examples/crash-2020.scenario.json', '--walls', 'as-set', '--funding'])
    const rows = out.trimEnd().split('\n').map((line) => JSON.parse(line) as { readonly leg: string; readonly amount: string; readonly cumulative: string })
    const [first, second] = rows.filter(({ leg }) => leg === 'careful')
    // 10 x 3,380.16 x 0.01 %, twice at the same price
    expect([first?.amount, second?.cumulative]).toEqual(['-3.38016', '-6.76032'])
  })

  it('records in a twin what it cannot afford, with the reason', async () => {
    const scenario = {
      schema: 1,
      wallet: 1000,
      tape: { type: 'inline', series: [{ instrument: 'A', close: [100, 100] }] },
      commands: [
        { id: 'first', type: 'place-order', instrument: 'A', pool: 'cross', side: 'buy', qty: 60 },
        { id: 'second', type: 'place-order', leg: 'b', instrument: 'A', pool: 'isolated', side: 'buy', qty: 60 },
        { id: 'nowhere', tick: 9, type: 'deposit', amount: 1 },
      ],
    }
    const outcome = await runOn(scenario, ['run', '-'])
    expect(outcome.err).toBe('note: commands[2].tick: never happens: the tape ends with tick 1\n')
    for (const twin of report(outcome).twins) {
      // 60 x 100 / 10 = 600 twice is more than 1,000
      expect(twin.refused).toEqual([{ id: 'second', command: 'place-order', tick: 0, at: '2026-01-05T00:00:00.000Z', reason: { code: 'insufficient-margin', required: '600', available: '400' } }])
    }
  })

  it.each<[string, object, string]>([
    ['scripted', { type: 'scripted', id: 'constructor' }, 'tape.id: this name is taken by the language; choose another\n'],
    ['scripted', { type: 'scripted', id: 'moon' }, `tape.id: no scripted tape is called "moon"; there are ${SCRIPTED}\n`],
    ['shock', { type: 'shock', id: 'fall-99', instruments: [{ symbol: 'A', price: 1 }] }, 'tape.id: no shock tape is called "fall-99"; there are fall-10, fall-20, fall-30, wick, gap, grind, depeg\n'],
    ['bundled', { type: 'bundled', id: 'dax' }, 'tape.id: no bundled tape is called "dax"; there are spx, ndx, eurusd, gbpusd, usdjpy, usdchf, fx-majors\n'],
    ['gbm', { type: 'gbm', seed: 1, bars: 2, correlation: [[1, 2], [2, 1]], instruments: [{ symbol: 'A', price: 1, volatility: 1 }, { symbol: 'B', price: 1, volatility: 1 }] }, 'tape.correlation[0][1]: a coefficient from -1 to 1 was expected\ntape.correlation[1][0]: a coefficient from -1 to 1 was expected\n'],
  ])('a %s tape there is not is refused', async (_, tape, err) => {
    expect(await runOn({ schema: 1, wallet: 1, tape }, ['run', '-'])).toEqual({ code: 1, out: '', err })
  })

  it.each([
    ['shock', { type: 'shock', id: 'gap', instruments: [{ symbol: 'A', price: 100 }] }],
    ['gbm', { type: 'gbm', seed: 7, bars: 50, stepsPerBar: 4, correlation: 0.5, instruments: [{ symbol: 'A', price: 100, volatility: 1 }, { symbol: 'B', price: 10, volatility: 2 }] }],
    ['bundled', { type: 'bundled', id: 'usdchf', from: '2015-01-01', to: '2015-02-01' }],
  ])('a %s tape plays', async (_, tape) => {
    const { code, out } = await runOn({ schema: 1, wallet: 1, tape }, ['run', '-', '--walls', 'as-set'])
    expect([code, report({ code: 0, out, err: '' }).twins[0]?.equity]).toEqual([0, '1'])
  })
})

describe('the command line', () => {
  it.each<[readonly string[], string]>([
    [[], 'a command was expected'],
    [['fly'], 'there is no command "fly"; there are margin, run, diff, compare, incident, explain, calc, link, rules, venues, tapes, tape, make, calibrate, load, schema, check, help'],
    [['margin'], 'margin: <book.json> was expected'],
    [['margin', 'a', 'b'], 'margin: "b" was not expected'],
    [['margin', '--jason'], `margin: unknown option '--jason'`],
    [['run', '-', '--walls', 'brick'], 'run: --walls: one of as-set, all-isolated, all-cross or all was expected, "brick" was given'],
    [['run', '-', '--to', '-1'], `run: option '--to' argument is ambiguous`],
    [['run', '-', '--to', 'x'], 'run: --to: a tick was expected, "x" was given'],
    [['run', 'docs/examples/scenario-a.scenario.json', '--to', '500'], 'run: --to 500: the tape ends with tick 120'],
    [['run', '-', '--csv', '--events'], 'run: --events and --csv exclude each other'],
    [['rules', 'nyse'], `rules: there are no rules "nyse"; there are ${[...builtinRules.keys()].join(', ')}`],
    [['schema', 'cook'], 'schema: one of scenario, rules, tape, book, calc was expected, "cook" was given'],
  ])('%j is a usage error', async (args, line) => {
    const { code, out, err } = await runText(args)
    expect([code, out, err.split('\n')]).toEqual([2, '', [line, 'try: npm run -s bulkhead -- help', '']])
  })

  it('schema, rules and tapes print what they say', async () => {
    expect(JSON.parse((await runText(['schema', 'book'])).out)).toMatchObject({ $id: 'book.schema.json' })
    const ids = (JSON.parse((await runText(['rules'])).out) as { id: string }[]).map(({ id }) => id)
    expect(ids).toEqual([...builtinRules.keys()])
    for (const id of ids) {
      const { out } = await runText(['rules', id])
      const { code, err } = await runText(['check', 'rules', '-'], out)
      expect([id, code, err.split('\n').filter((line) => line !== '' && !/^note: tiers.*the requirement jumps at/.test(line))]).toEqual([id, 0, []])
    }
    expect(JSON.parse((await runText(['tapes'])).out)).toContainEqual({ type: 'scripted', id: 'the-wick', title: 'The wick' })
  })

  it('says what margin says of the rules: a default table that does not reach, data that are old', async () => {
    const tiers = { default: [{ maintenanceRate: '0.1', initialRate: '0.2' }] }
    const rules = { extends: 'dydx-v4', tiers }
    const tape = { type: 'inline', start: 0, barMillis: 60_000, series: [{ instrument: 'BTC-USD', close: [60_000, 59_000] }] }
    const order = { type: 'place-order', instrument: 'BTC-USD', pool: 'cross', side: 'buy', qty: '0.01', leverage: '5' }
    const scenario = { schema: 1, rules, wallet: '900', tape, commands: [order, order] }
    const book = { schema: 1, rules, marks: { 'BTC-USD': '60000' }, wallet: '900', positions: [{ instrument: 'BTC-USD', pool: 'cross', qty: '0.01', entryPrice: '60000' }] }
    const kept = 'note: rules.tiers.default: BTC-USD keeps the table that the extended set has for it; state tiers["BTC-USD"] to change it\n'
    const notes = async (document: object, command: string): Promise<string> => (await runText([command, '-'], JSON.stringify(document), '2030-01-01')).err
    const old = /^note: rules dydx-v4-edited are of \d{4}-\d{2}-\d{2}, \d+ days ago; the venue may have changed them\n$/
    for (const [document, command] of [[scenario, 'run'], [book, 'margin']] as const) {
      const said = await notes(document, command)
      expect(said.startsWith(kept)).toBe(true)
      expect(said.slice(kept.length)).toMatch(old)
    }
    expect(await notes({ ...scenario, rules: { extends: 'dydx-v4', tiers: { ...tiers, 'BTC-USD': tiers.default } } }, 'run')).toMatch(old)
  })
})
