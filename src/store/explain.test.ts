import { afterEach, describe, expect, it } from 'vitest'
import type { StoreApi } from 'zustand/vanilla'
import type { AppState } from './AppState.ts'
import { createAppStore } from './createAppStore.ts'
import { testDeps } from './testing/testDeps.ts'

const open: StoreApi<AppState>[] = []

async function atTheEnd(): Promise<{ store: StoreApi<AppState>; actions: AppState['actions'] }> {
  const store = createAppStore(testDeps())
  open.push(store)
  const { actions } = store.getState()
  await actions.start('one-bad-altcoin')
  await actions.seek(120)
  return { store, actions }
}

afterEach(() => {
  for (const store of open.splice(0)) store.getState().actions.stop()
})

const figure = (id: string, of: Readonly<Record<string, string>>) => ({ type: 'figure', figure: { id, of } }) as const
const EQUITY = figure('account.equity', { twin: 'as-set' })
const RATIO = figure('position.marginRatio', { twin: 'as-set', leg: 'BTC-PERP@cross' })

describe('explanations [X1]', () => {
  it('say what the figure is at the tick shown, and again at another', async () => {
    const { store, actions } = await atTheEnd()
    actions.openExplain(EQUITY)
    await actions.askExplain()
    // 10,000 less the 2,000 behind SOL's wall, plus 800 of BTC and 500 of ETH.
    expect(store.getState().explain.explanation).toMatchObject({ value: '9300', unit: 'money', currency: 'USDT' })
    await actions.seek(0)
    await actions.askExplain()
    expect(store.getState().explain.explanation?.value).toBe('10000')
  })

  it('of a figure that is another one show how that comes about', async () => {
    const { store, actions } = await atTheEnd()
    actions.openExplain(RATIO)
    await actions.askExplain()
    const { explanation } = store.getState().explain
    // The ratio of its pool: (104 + 47.5) / 9,300.
    expect(explanation?.formula?.type).not.toBe('value')
    expect(Number(explanation?.value)).toBeCloseTo(151.5 / 9300, 12)
  })

  it('lead deeper and back, and end with the drawer', async () => {
    const { store, actions } = await atTheEnd()
    actions.openExplain(EQUITY)
    actions.openExplain(RATIO, { isDeeper: true })
    expect(store.getState().explain).toMatchObject({ view: RATIO, trail: [EQUITY] })
    actions.backExplain()
    expect(store.getState().explain).toMatchObject({ view: EQUITY, trail: [] })
    // A figure chosen on the page begins anew.
    actions.openExplain(RATIO)
    expect(store.getState().explain.trail).toEqual([])
    actions.closeExplain()
    expect(store.getState().explain).toMatchObject({ view: undefined, explanation: undefined })
  })

  it('say that there is no such figure', async () => {
    const { store, actions } = await atTheEnd()
    actions.openExplain(figure('position.mark', { twin: 'as-set', leg: 'nobody' }))
    await actions.askExplain()
    expect(store.getState().explain).toMatchObject({ status: 'unknown', explanation: undefined })
  })

  it('of several figures come in their order, absent where there is none', async () => {
    const { actions } = await atTheEnd()
    const told = await actions.explainAll([EQUITY.figure, figure('position.mark', { twin: 'as-set', leg: 'nobody' }).figure, RATIO.figure])
    expect(told.map((each) => each?.figure.id)).toEqual(['account.equity', undefined, 'position.marginRatio'])
  })

  it('of the ticket are of what is typed', async () => {
    const { store, actions } = await atTheEnd()
    actions.setTicket({ instrument: 'SOL-PERP', size: '10', leverage: '10', pool: 'isolated' })
    actions.openExplain(figure('ticket.buy.notional', {}))
    await actions.askExplain()
    // 10 at 105
    expect(store.getState().explain.explanation?.value).toBe('1050')
  })
})
