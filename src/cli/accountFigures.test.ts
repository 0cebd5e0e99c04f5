import { describe, expect, it } from 'vitest'
import type { MarginReport } from './marginReport.ts'
import type { RunReport } from './runReport.ts'
import { runOn, runText } from './testing/runText.ts'

async function margin(document: object): Promise<MarginReport> {
  const { code, out, err } = await runOn({ schema: 1, ...document }, ['margin', '-'])
  if (code !== 0) throw new Error(err)
  return JSON.parse(out) as MarginReport
}

const isolated = (change: object): object => ({ instrument: 'A', pool: 'isolated', qty: '1', entryPrice: '100', margin: '20', ...change })

describe('figures of a position', () => {
  it('break-even: the taker fee of closing and what was realised so far', async () => {
    const rules = { extends: 'plain', fees: { taker: '0.001' } }
    const at = async (change: object) => (await margin({ rules, marks: { A: '100' }, positions: [isolated(change)] })).positions[0]?.breakEvenPrice
    // (100 + 5) / (1 - 0.001), up to the cent; short (100 - 5) / (1 + 0.001), down
    expect(await at({ realizedPnl: '-5' })).toEqual({ price: '105.11', exact: '105.1051051051051051051051051051051051051' })
    expect(await at({ realizedPnl: '-5', qty: '-1' })).toEqual({ price: '94.9', exact: '94.90509490509490509490509490509490509491' })
    expect(await at({ realizedPnl: '100' })).toEqual({ none: 'always-ahead' })
  })

  it('rates, requirement and exit costs; the ratio and its reciprocal', async () => {
    const rules = { extends: 'plain', tiers: { default: [{ maintenanceRate: '0.02', initialRate: '0.05' }] }, exitCost: { rate: '0.001', fixed: '1' } }
    const { positions, pools } = await margin({ rules, marks: { A: '110' }, positions: [isolated({})] })
    // 110 x 0.05; 110 x 0.02; 110 x 0.001 + 1; equity 20 + 10 against 3.31
    expect(positions[0]).toMatchObject({
      initialMargin: '5.5',
      initialMarginRate: '0.05',
      maintenanceMargin: '2.2',
      maintenanceMarginRate: '0.02',
      exitCosts: '1.11',
      requirement: '3.31',
      leverage: '20',
      // 3.31 / 30 up; the pool's
      marginRatio: '0.110333333334',
    })
    expect(pools.find(({ type }) => type === 'isolated')).toMatchObject({ equity: '30', requirement: '3.31', marginRatio: '0.110333333334', marginLevel: '9.063444108761' })
  })

  it('in a shared pool the takeover price takes a part of the equity by maintenance margin', async () => {
    const positions = [{ instrument: 'A', pool: 'cross', qty: '1', entryPrice: '100' }, { instrument: 'B', pool: 'cross', qty: '-3', entryPrice: '100' }]
    const report = await margin({ marks: { A: '100', B: '100' }, wallet: '40', positions })
    // A quarter of the maintenance is A's: 100 - 10; three quarters B's: (300 + 30) / 3. Alone each would take all 40.
    expect(report.positions.map(({ takeoverPrice, bankruptcyPrice }) => [takeoverPrice, 'exact' in bankruptcyPrice && bankruptcyPrice.exact])).toEqual([
      [{ price: '90', exact: '90' }, '60'],
      [{ price: '110', exact: '110' }, '113.3333333333333333333333333333333333333'],
    ])
  })

  it('others of the pool are in its account as well', async () => {
    const otherPositions = { unrealizedPnl: '-7', maintenanceMargin: '2', initialMargin: '5' }
    const { account } = await margin({ marks: { A: '100' }, wallet: '50', otherPositions, positions: [{ instrument: 'A', pool: 'cross', qty: '1', entryPrice: '100' }] })
    // 50 - 7; 10 + 5; 0.5 + 2
    expect(account).toMatchObject({ currency: 'USDT', equity: '43', unrealizedPnl: '-7', initialMargin: '15', maintenanceMargin: '2.5', canStillLose: '43' })
  })

  it('a coin account is also seen in dollars', async () => {
    const instruments = [{ symbol: 'BTCUSD', type: 'inverse', contractSize: '100' }]
    const { account, valuation, positions } = await margin({ instruments, marks: { BTCUSD: '50000' }, positions: [{ instrument: 'BTCUSD', pool: 'isolated', contracts: '100', entryPrice: '40000', margin: '0.1' }] })
    // 10,000 USD: 10,000 / 40,000 - 10,000 / 50,000 = 0.05 BTC of profit
    expect(account).toMatchObject({ currency: 'BTC', equity: '0.15', unrealizedPnl: '0.05' })
    expect(valuation).toMatchObject({ currency: 'USD', price: '50000', equity: '7500', unrealizedPnl: '2500' })
    expect(positions[0]).toMatchObject({ qty: '10000', contracts: '100', notional: '0.2', bankruptcyPrice: { price: expect.any(String) } })
  })

  it('--csv has every price in a column, with its exact value or the reason for none', async () => {
    const book = { schema: 1, marks: { A: '100' }, positions: [isolated({}), isolated({ leg: 'b', margin: '100' })] }
    const [head = '', first = '', second = ''] = (await runOn(book, ['margin', '-', '--csv'])).out.split('\r\n')
    const columns = head.split(',')
    const cell = (row: string, name: string): string | undefined => row.split(',')[columns.indexOf(name)]
    expect(columns).toEqual(expect.arrayContaining(['initialMarginRate', 'requirement', 'exitCosts', 'breakEvenPrice', 'takeoverPriceExact']))
    // (100 - 20) / 0.995
    expect([cell(first, 'liquidationPrice'), cell(first, 'liquidationPriceExact'), cell(first, 'liquidationPriceNone')]).toEqual(['80.41', '80.40201005025125628140703517587939698492', ''])
    expect([cell(second, 'liquidationPrice'), cell(second, 'liquidationPriceNone'), cell(second, 'breakEvenPrice')]).toEqual(['', 'fully-collateralized', '100'])
  })

  it('a default table that the held instrument does not use is noted', async () => {
    const book = { schema: 1, rules: { extends: 'plain', tiers: { default: [{ maintenanceRate: '0.02' }] } }, marks: { 'SOL-PERP': '100' }, positions: [isolated({ instrument: 'SOL-PERP' })] }
    expect((await runOn(book, ['margin', '-'])).err).toBe('note: rules.tiers.default: SOL-PERP keeps the table that the extended set has for it; state tiers["SOL-PERP"] to change it\n')
  })
})

describe('run', () => {
  const twins = async (document: object): Promise<RunReport['twins']> => {
    const { code, out, err } = await runOn({ schema: 1, ...document }, ['run', '-', '--walls', 'as-set'])
    if (code !== 0) throw new Error(err)
    return (JSON.parse(out) as RunReport).twins
  }
  const order = { type: 'place-order', instrument: 'A', pool: 'isolated', side: 'buy', qty: '1', leverage: '5' }

  it('prints of what is held at the tick what margin prints of the same book', async () => {
    const [twin] = await twins({ wallet: '1000', tape: { type: 'inline', series: [{ instrument: 'A', close: [100, 110] }] }, commands: [order] })
    const book = await margin({ marks: { A: '110' }, wallet: '980', positions: [isolated({ leverage: '5' })] })
    expect(twin?.positions).toEqual(book.positions)
    expect(twin?.pools).toEqual(book.pools)
    expect(twin?.positions[0]).toMatchObject({ liquidationPrice: { price: '80.41' }, bankruptcyPrice: { price: '80' }, initialMargin: '22', maintenanceMargin: '0.55' })
  })

  it('the insurance fund has a history that adds up, and what nobody covers is said', async () => {
    // It jumps from 100 to 70: 20 of margin against a loss of 30; a fund of 4 pays 4 of the 10 that are missing.
    const rules = { extends: 'plain', insuranceFund: '4' }
    const tape = { type: 'inline', between: 'jump', series: [{ instrument: 'A', close: [100, 70] }] }
    const [twin] = await twins({ wallet: '1000', rules, tape, commands: [order] })
    expect(twin?.uncovered).toBe('6')
    expect(twin?.insuranceFund).toBe('0')
    expect(twin?.fundHistory.map(({ event, change, balance }) => [event, change, balance])).toEqual([
      // What is missing is written into the fund first, so that it never holds less than nothing.
      ['shortfall', '6', '10'],
      ['bad-debt-covered', '-10', '0'],
    ])
  })

  it('the break-even price counts the fee that was paid', async () => {
    const rules = { extends: 'plain', fees: { taker: '0.01' } }
    const [twin] = await twins({ wallet: '1000', rules, tape: { type: 'inline', series: [{ instrument: 'A', close: [100, 110] }] }, commands: [order] })
    // 1 was paid: (100 + 1) / 0.99
    expect(twin?.positions[0]?.breakEvenPrice).toMatchObject({ price: '102.03' })
  })
})

it('check reads rules documents of every form', async () => {
  const good = { schema: 1, extends: 'okx', liquidation: { trigger: 'last' } }
  expect(await runText(['check', 'rules', '-'], JSON.stringify(good))).toEqual({ code: 0, out: '', err: '' })
  const bad = { schema: 1, extends: 'okx', liquidation: { trigger: 'bid' } }
  expect(await runText(['check', 'rules', '-'], JSON.stringify(bad))).toEqual({ code: 1, out: '', err: 'liquidation.trigger: "mark" or "index" or "last" was expected, "bid" was given\n' })
})
