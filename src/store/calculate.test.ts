import { afterEach, describe, expect, it } from 'vitest'
import { createAppStore } from './createAppStore.ts'
import type { CalculatedTrade } from './CalculateActions.ts'
import { testDeps } from './testing/testDeps.ts'
import { until } from './testing/until.ts'

const stores: ReturnType<typeof createAppStore>[] = []

async function opened(kept = new Map<string, unknown>()) {
  const deps = testDeps(kept)
  const store = createAppStore(deps)
  stores.push(store)
  await store.getState().actions.start('one-bad-altcoin')
  await store.getState().actions.readCalculate()
  return { deps, store, actions: store.getState().actions, calculate: () => store.getState().calculate }
}

afterEach(() => {
  for (const store of stores.splice(0)) store.getState().actions.stop()
})

const pnl = (exitPrice: string) => ({ key: 'pnl', document: { schema: 1, calculator: 'pnl', instrument: 'BTC-PERP', size: '2', entryPrice: '100', exitPrice } })
const trade: CalculatedTrade = {
  instrument: { symbol: 'SOL-PERP', type: 'linear', tickSize: '0.01', qtyStep: '' },
  pool: 'isolated', side: 'long', leverage: '12.5', size: '3', price: '', takeProfit: '', stopLoss: '140', wallet: '8000', rules: '', title: 'SOL long at 12.5x',
}

describe('the desk of the calculators', () => {
  it('keeps what was typed, letter for letter, for the next visit', async () => {
    const { deps, store, actions, calculate } = await opened()
    actions.changeCalculate((desk) => ({ ...desk, inputs: { ...desk.inputs, entryPrice: '60.000,5' }, drafts: { wall: { fields: { maxLoss: '1k' }, asked: ['fall'], wanted: ['leverage'] } } }))
    await until(store, () => deps.kept.has('calculate'))
    const again = await opened(deps.kept)
    expect(again.calculate().desk).toEqual(calculate().desk)
    expect(again.calculate().desk?.drafts['wall']?.fields).toEqual({ maxLoss: '1k' })
  })
  it.each([[undefined], ['text'], [{ schema: 2 }], [{ schema: 1, inputs: 7, drafts: [], compare: { card: 1 } }], [{ schema: 1, drafts: { wall: { fields: { a: 1 }, asked: 'b' } } }]])('begins anew where %j was kept', async (kept) => {
    const { calculate } = await opened(new Map([['calculate', kept]]))
    expect(calculate().desk).toMatchObject({ schema: 1, more: 'pnl', inputs: { side: 'long', book: 'scenario', entryPrice: '' }, compare: undefined })
    expect(Object.values(calculate().desk?.drafts ?? {}).every(({ fields, asked }) => Object.keys(fields).length === 0 && asked.length === 0)).toBe(true)
  })
})

describe('questions', () => {
  it('are answered by the engine, and the newest wins', async () => {
    const { store, actions, calculate } = await opened()
    for (const exit of ['101', '102', '103']) actions.askCalculate([pnl(exit)])
    await until(store, () => !calculate().isAsking && calculate().answers['pnl'] !== undefined)
    // 2 x (103 - 100)
    expect(calculate().answers['pnl']).toMatchObject({ document: { exitPrice: '103' }, outcome: { ok: true, report: { currency: 'USDT', results: { pnl: '6' } } } })
  })
  it('that are refused say why, one by one', async () => {
    const { store, actions, calculate } = await opened()
    actions.askCalculate([pnl('101'), { key: 'odd', document: { schema: 1, calculator: 'abacus' } }])
    await until(store, () => calculate().answers['odd'] !== undefined)
    expect(calculate().answers['pnl']?.outcome.ok).toBe(true)
    expect(calculate().answers['odd']?.outcome).toMatchObject({ ok: false, problems: [expect.stringContaining('abacus')] })
  })
})

describe('a trade that is sent to Simulate', () => {
  it('fills the ticket of the open scenario', async () => {
    const { store, actions } = await opened()
    actions.showScreen('calculate')
    expect(await actions.sendToSimulate(trade)).toBe('ticket')
    const { screen, selection, ticket, scenario } = store.getState()
    expect([screen, selection.instrument, scenario.canUndo]).toEqual(['simulate', 'SOL-PERP', false])
    expect(ticket.draft).toMatchObject({ pool: 'isolated', leverage: '12.5', size: '3', orderType: 'market', price: '', stopLoss: '140', takeProfit: '' })
  })
  it('waits for its price: below the mark a long is a limit, above it a stop', async () => {
    const { store, actions } = await opened()
    await actions.sendToSimulate({ ...trade, price: '140' })
    expect(store.getState().ticket.draft).toMatchObject({ orderType: 'limit', price: '140' })
    await actions.sendToSimulate({ ...trade, price: '160' })
    expect(store.getState().ticket.draft).toMatchObject({ orderType: 'stop', price: '160' })
    await actions.sendToSimulate({ ...trade, side: 'short', price: '160' })
    expect(store.getState().ticket.draft).toMatchObject({ orderType: 'limit', price: '160' })
    await actions.sendToSimulate({ ...trade, price: '150.00' })
    expect(store.getState().ticket.draft.orderType).toBe('market')
  })
  it('opens a scenario of its own where its instrument is not in the open one, and undo brings that back', async () => {
    const { store, actions } = await opened()
    expect(await actions.sendToSimulate({ ...trade, instrument: { ...trade.instrument, symbol: 'DOGE', tickSize: '0.0001' }, price: '0.25', size: '4000', stopLoss: '0.2', rules: 'standard' })).toBe('scenario')
    const { scenario, view } = store.getState()
    expect(scenario.document).toMatchObject({ title: 'SOL long at 12.5x', wallet: '8000', rules: 'standard', tape: { type: 'gbm' } })
    // The walk begins at the entry price, and the order is filled there.
    expect(view.detail?.account.positions[0]).toMatchObject({ instrument: 'DOGE', entryPrice: '0.25', qty: '4000', stopLoss: '0.2' })
    expect(await actions.undo()).toBe(true)
    expect(store.getState().scenario.document?.title).toBe('One bad altcoin')
  })
})

it('a store that was stopped does not go on asking', async () => {
  const { deps, store, actions } = await opened()
  actions.askCalculate([pnl('101')])
  actions.stop()
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(store.getState().calculate.isAsking).toBe(false)
  expect(deps.workers[0]?.requests.filter(({ type }) => type === 'calculate').length ?? 0).toBeLessThan(2)
})

it('figures come before pictures, which keep their older answers meanwhile', async () => {
  const { store, actions, calculate } = await opened()
  const chart = (exitPrice: string) => ({ ...pnl(exitPrice), key: 'chart', isLater: true })
  actions.askCalculate([pnl('101'), chart('101')])
  await until(store, () => calculate().answers['chart'] !== undefined)
  actions.askCalculate([chart('105'), pnl('104')])
  const seen = new Set<string>()
  store.subscribe(({ calculate: { answers } }) => void seen.add(`${String(answers['pnl']?.document['exitPrice'])} ${String(answers['chart']?.document['exitPrice'])}`))
  await until(store, () => calculate().answers['chart']?.document['exitPrice'] === '105')
  expect([...seen].filter((each) => each !== '101 101')).toEqual(['104 101', '104 105'])
})
