import { describe, expect, it } from 'vitest'
import { Decimal } from '../engine/index.ts'
import { runOn, runText } from './testing/runText.ts'

const A = 'docs/examples/scenario-a.scenario.json'
const SOL = 'SOL-PERP@isolated'

interface Saver {
  readonly try?: number
  readonly none?: string
  readonly kind: string
  readonly leg?: string
  readonly to?: string
  readonly step?: string
  readonly walls: string
  readonly equity: string
  readonly liquidated: readonly string[]
}

interface Phase {
  readonly type: string
  readonly before: string
  readonly after: string
  readonly shares: readonly { readonly price: string }[]
  readonly steps: readonly { readonly price: string; readonly before: string; readonly after: string }[]
}

interface Report {
  readonly number: number
  readonly culprit: string
  readonly legs: readonly { readonly leg: string; readonly role: string; readonly wasInProfit: boolean; readonly elsewhere: readonly { readonly twin: string }[] }[]
  readonly money: readonly { readonly amount: string }[]
  readonly chains: readonly { readonly leg: string; readonly phases: readonly Phase[] }[]
  readonly savers?: { readonly all: readonly Saver[] }
}

interface List {
  readonly tick: number
  readonly liquidations: readonly { readonly pool: string; readonly culprit: string; readonly bystanders: readonly string[]; readonly equity: string; readonly maintenanceMargin: string }[]
}

/** What `incident` prints; fails where it is refused. */
async function incident<T>(file: string, ...options: readonly string[]): Promise<T> {
  const { code, out } = await runText(['incident', file, ...options])
  expect(code).toBe(0)
  return JSON.parse(out) as T
}

const sumOf = (texts: readonly string[]): Decimal => texts.reduce((total: Decimal, text) => total.plus(text), new Decimal(0))

describe('incident', () => {
  it('[Q1] lists who failed: behind walls SOL alone, in one pool SOL and those it takes along', async () => {
    // SOL: 40,000 at 150 behind 2,000, 1 % to stay: (150 - 7.5) / 0.99 = 143.94 on the tick; 2,000 - 6.06 x 266.67 against 143.94 x 2.6667
    const asSet = await incident<List>(A)
    expect(asSet.liquidations).toMatchObject([{ pool: `isolated:${SOL}`, culprit: SOL, bystanders: [], equity: '384', maintenanceMargin: '383.84' }])
    const cross = await incident<List>(A, '--walls', 'all-cross')
    expect(cross.liquidations).toMatchObject([{ pool: 'cross', culprit: SOL, bystanders: expect.arrayContaining(['BTC-PERP@isolated', 'ETH-PERP@isolated']) }])
  })

  it('says where there is none, and what has some', async () => {
    const { code, out, err } = await runText(['incident', A, '--to', '3'])
    expect([code, (JSON.parse(out) as List).liquidations]).toEqual([0, []])
    expect(err).toBe('note: no pool is liquidated up to tick 3 with the walls as-set; --walls plays the others\n')
  })

  it.each(['scenario-a', 'scenario-b', 'crash-2020', 'depeg', 'deleveraging', 'bad-print'])('[I1] the report on each liquidation of %s: shares sum to the way of the price, money to zero', async (name) => {
    let chains = 0
    for (const walls of ['as-set', 'all-isolated', 'all-cross']) {
      const { incidents } = await incident<{ incidents: readonly Report[] }>(`docs/examples/${name}.scenario.json`, '--walls', walls, '--all')
      for (const [i, { number, culprit, legs, money, chains: told }] of incidents.entries()) {
        expect(number).toBe(i + 1)
        expect(legs.filter(({ role }) => role === 'culprit').map(({ leg }) => leg)).toEqual([culprit])
        expect(sumOf(money.map(({ amount }) => amount)).toFixed()).toBe('0')
        for (const { leg, elsewhere } of legs) expect([leg, elsewhere.map(({ twin }) => twin).includes(walls), elsewhere.length]).toEqual([leg, false, 2])
        for (const way of told.flatMap(({ phases }) => phases.filter(({ type }) => type === 'price'))) {
          chains += 1
          expect(sumOf([way.before, ...way.shares.map(({ price }) => price)]).toFixed()).toBe(way.after)
          expect(sumOf([way.before, ...way.steps.map(({ price }) => price)]).toFixed()).toBe(way.after)
        }
      }
    }
    expect(chains).toBeGreaterThan(0)
  })

  it('[I1] in one pool of 10,000 the liq. price of SOL began at (40,000 - 10,000 + 100 + 50) / (q x 0.99), and the others were in profit', async () => {
    const { incident: report } = await incident<{ incident: Report }>(A, '--walls', 'all-cross', '--number', '1')
    const first = report.chains.find(({ leg }) => leg === SOL)?.phases[0]
    expect(first?.before).toBe(new Decimal(30_150).div(new Decimal(40_000).div(150).times('0.99')).toDecimalPlaces(12).toFixed())
    expect(report.legs.map(({ leg, wasInProfit }) => [leg, wasInProfit])).toEqual([[SOL, false], ['ETH-PERP@isolated', true], ['BTC-PERP@isolated', true]])
  })

  it('[I2] what would have saved it: the margin is what SOL at 105 asks, 45 q + 1 % of 105 q', async () => {
    const { code, out, err } = await runText(['incident', A, '--number', '1', '--savers'])
    const { savers } = (JSON.parse(out) as { incident: Report }).incident
    expect(code).toBe(0)
    expect(savers?.all[0]).toMatchObject({ try: 1, kind: 'margin', leg: SOL, from: '2000', to: '12280', step: '0.01', changes: [{ type: 'wallet' }, { type: 'insert', command: { type: 'add-margin', amount: '10280' } }] })
    expect(err).toMatch(/^liquidation 1: looking for what would have saved it, 0 %\n/)
  })

  it.each(['as-set', 'all-cross'])('[I2] --try prints a scenario in which the pool of %s survives; one step less margin does not', async (walls) => {
    const { incident: report } = await incident<{ incident: Report }>(A, '--walls', walls, '--number', '1', '--savers')
    const found = report.savers?.all.flatMap((saver) => (saver.try === undefined ? [] : [{ ...saver, number: saver.try }])) ?? []
    expect(found.length).toBeGreaterThanOrEqual(2)
    for (const saver of found) {
      const tried = await runText(['incident', A, '--walls', walls, '--number', '1', '--try', String(saver.number)])
      expect([tried.code, tried.err]).toEqual([0, expect.stringContaining(`note: ${saver.kind}, to be played with --walls ${saver.walls}\n`)])
      const { out } = await runText(['incident', '-', '--walls', saver.walls], tried.out)
      const dead = (JSON.parse(out) as List).liquidations.flatMap(({ culprit, bystanders }) => [culprit, ...bystanders])
      expect([saver.kind, dead.toSorted()]).toEqual([saver.kind, [...saver.liquidated].toSorted()])
      const played = JSON.parse((await runText(['run', '-', '--walls', saver.walls], tried.out)).out) as { twins: readonly { equity: string }[] }
      expect(played.twins[0]?.equity).toBe(saver.equity)
    }
    const document = JSON.parse((await runText(['incident', A, '--walls', walls, '--number', '1', '--try', '1'])).out) as { wallet: string; commands: readonly { type: string; amount?: string }[] }
    const less = (text: string): string => new Decimal(text).minus('0.01').toFixed()
    const worse = walls === 'all-cross' ? { ...document, wallet: less(document.wallet) } : { ...document, commands: document.commands.map((each) => (each.amount === undefined ? each : { ...each, amount: less(each.amount) })) }
    const { out } = await runOn(worse, ['incident', '-', '--walls', walls])
    expect((JSON.parse(out) as List).liquidations).toHaveLength(1)
  })

  it.each<[readonly string[], number, string]>([
    [[A, '--number', '2'], 1, '--number 2: there is 1 liquidation up to tick 120 with the walls as-set, numbered from 1'],
    [[A, '--number', '0'], 1, '--number 0: there is 1 liquidation up to tick 120 with the walls as-set, numbered from 1'],
    [['docs/examples/crash-2020.scenario.json', '--number', '9', '--walls', 'all-cross'], 1, '--number 9: there are 2 liquidations up to tick'],
    [[A, '--number', '1', '--to', '3'], 1, 'no pool is liquidated up to tick 3 with the walls as-set; --walls plays the others'],
    [['docs/examples/long-and-short.book.json'], 1, '$: a scenario document was expected, this looks like a book document'],
    [['nowhere.json'], 1, 'no such file'],
    [[], 2, 'incident: <scenario.json> was expected'],
    [[A, '--number', 'one'], 2, 'incident: --number: the number of a liquidation, from 1, was expected, "one" was given'],
    [[A, '--number', '1', '--all'], 2, 'incident: --number and --all exclude each other'],
    [[A, '--savers'], 2, 'incident: --savers goes with --number or --all'],
    [[A, '--try', '1'], 2, 'incident: --try goes with --number'],
    [[A, '--walls', 'all'], 2, 'incident: --walls: one of as-set, all-isolated, all-cross was expected, "all" was given'],
    [[A, '--to', '500'], 2, 'incident: --to 500: the tape ends with tick 120'],
  ])('%j is answered with code %s', async (args, code, line) => {
    const outcome = await runText(['incident', ...args])
    expect([outcome.code, outcome.out, outcome.err.includes(line)]).toEqual([code, '', true])
  })

  it('a number of what was not found is refused', async () => {
    const { code, out, err } = await runText(['incident', A, '--number', '1', '--try', '3'])
    expect([code, out, err.trimEnd().split('\n').at(-1)]).toEqual([1, '', '--try 3: 1 to 2 would have saved it; --savers lists them'])
  })
})
