import { afterEach, describe, expect, it } from 'vitest'
import type { StoreApi } from 'zustand/vanilla'
import { Decimal } from '../../engine/index.ts'
import type { Twin } from '../../workers/run/Frame.ts'
import type { AppState } from '../AppState.ts'
import { createAppStore } from '../createAppStore.ts'
import { selectAccountColumns } from '../selectors/selectAccountColumns.ts'
import { selectDeleveraged, selectFundChanges, selectFunds, selectShortfalls } from '../selectors/selectInsurance.ts'
import { selectHeadline } from '../selectors/selectHeadline.ts'
import { selectMarketStrip } from '../selectors/selectMarketStrip.ts'
import { selectPositionRows } from '../selectors/selectPositionRows.ts'
import { selectTradeRows } from '../selectors/selectTradeRows.ts'
import { testDeps } from '../testing/testDeps.ts'

const open: StoreApi<AppState>[] = []
const TWINS = ['as-set', 'all-isolated', 'all-cross'] as const

afterEach(() => {
  for (const store of open.splice(0)) store.getState().actions.stop()
})

async function at(id: string, tick: number, account: Twin = 'as-set'): Promise<AppState> {
  const store = createAppStore(testDeps())
  open.push(store)
  await store.getState().actions.start(id)
  store.getState().actions.selectAccount(account)
  await store.getState().actions.seek(tick)
  return store.getState()
}

const equities = ({ view }: AppState) => TWINS.map((twin) => view.frame?.twins[twin].equity ?? '')
const liquidated = ({ view }: AppState, twin: Twin) => view.events[twin].list.flatMap((event) => (event.type === 'position-liquidated' ? [`${event.leg} ${event.price}`] : []))
const half = (value: Decimal) => value.toDecimalPlaces(12, Decimal.ROUND_HALF_EVEN)

/** Rule BN5: 60,000 dollars short in coins is worth 60,000 / P coins; fee 0.05 % of 1 BTC; 0.01 % every eight hours. */
describe('a short of 1x in coins', () => {
  it('[M13] has no liquidation price, and its coins are worth as much as before', async () => {
    const state = await at('short-in-coins', 120)
    // PnL: 60,000 (1/240,000 - 1/60,000) = 0.25 - 1. The short receives 0.0001 x 60,000 / P at each funding time after the
    // opening, at P = 60,000 + 1,500 an hour: 15 payments, each to twelve places.
    const funding = Array.from({ length: 15 }, (_, i) => half(new Decimal(6).div(60000 + 1500 * 8 * (i + 1)))).reduce((a, b) => a.plus(b))
    const equity = new Decimal('1.01').minus('0.0005').plus(funding).plus('0.25').minus(1)
    expect(equities(state)).toEqual([equity.toFixed(), equity.toFixed(), equity.toFixed()])
    expect(TWINS.flatMap((twin) => liquidated(state, twin))).toEqual([])
    const [row] = selectPositionRows(state)
    expect(row).toMatchObject({ type: 'open', qty: '-60000', sizeUnit: 'USD', isInverse: true, liquidation: { type: 'none', reason: 'fully-collateralized' }, notional: '0.25' })
    expect(selectAccountColumns(state)[0]?.worth).toBe(equity.times(240000).toFixed())
    expect(state.scenario.info?.currency).toEqual({ code: 'BTC', decimals: 8, worth: { currency: 'USD', instrument: 'BTCUSD' } })
    expect(selectHeadline(state)?.quote).toBe('BTC')
    expect(selectMarketStrip(state)).toMatchObject({ sizeUnit: 'USD', currency: 'BTC', isInverse: true })
  })

  it('[M13] the line of its liquidation price stays empty: what doubles leave there is no price', async () => {
    const lines = (await at('short-in-coins', 120)).view.chart?.lines ?? []
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.flatMap(({ liquidation, bankruptcy }) => [...liquidation, ...bankruptcy]).filter((level) => !Number.isNaN(level))).toEqual([])
  })
})

describe('break-even and carry', () => {
  it('[F1] of a short in coins: (60,000 - 0.05 %) / (1 + 0.0005), and what it receives next', async () => {
    const { more } = (await at('short-in-coins', 0)).view.detail ?? {}
    const [own] = more?.positions ?? []
    // P = (q + f |q|) / (r - n): q = -60,000, f |q| = 30, r = -0.0005, n = 1
    expect(own?.breakEven).toEqual({ type: 'price', price: new Decimal(59970).div('1.0005').toFixed() })
    expect(own?.nextFunding).toEqual({ rate: '0.0001', price: '60000', amount: '0.0001' })
    // The tape begins on a Monday at midnight; funding is every eight hours.
    expect(more?.nextFunding).toBe((await at('short-in-coins', 8)).view.frame?.time)
    expect(more?.pools).toEqual([{ pool: 'cross', carry: { type: 'none', reason: 'receives-funding' }, coolingUntil: undefined }])
  })

  it('[F4] of a long of 30,000 in coins: 0.5 - 0.002 are used up by 9,960 payments of 0.00005', async () => {
    const { more } = (await at('long-against-short-in-coins', 0)).view.detail ?? {}
    const carry = more?.pools.find(({ pool }) => pool === 'isolated:BTCUSD@isolated')?.carry
    expect(carry).toEqual({ type: 'payments', payments: 9960, at: (more?.nextFunding ?? 0) + 9959 * 8 * 3_600_000, perPayment: '0.00005' })
  })
})

describe('a long against a short in coins', () => {
  it('[M13] at 1x the long is gone at half its price and the short never; together they stand still', async () => {
    const state = await at('long-against-short-in-coins', 120)
    // Long of 30,000 at 60,000 behind 0.5: 1 - 30,000/P = 0.004 x 30,000/P: P = 30,120 without the funding it pays.
    const [death] = liquidated(state, 'all-isolated')
    expect(death?.split(' ')[0]).toBe('BTCUSD@isolated')
    expect(Number(death?.split(' ')[1])).toBeGreaterThan(30120)
    expect(Number(death?.split(' ')[1])).toBeLessThan(30160)
    expect(liquidated(state, 'all-cross')).toEqual([])
    // Both sides pay 0.05 % of 0.5 BTC; what one pays as funding the other receives; back at the entry PnL is 0.
    expect(equities(state)[2]).toBe('1.0995')
    expect(Number(equities(state)[1])).toBeLessThan(0.601)
    // From 60,000 to its price: half. It closed on the tick of 0.1, which is 2 millionths of the entry.
    const { cause } = selectHeadline(state) ?? {}
    expect(cause?.base).toBe('BTC')
    expect(cause?.move).toBeCloseTo(Number(death?.split(' ')[1]) / 60000 - 1, 5)
  })
})

describe('a depeg', () => {
  it('[C2] in one pool the collateral kills the long; behind its wall the long lives and the pool sells the asset', async () => {
    const state = await at('depeg', 120)
    // 0.8 BTC at 60,000, fee 24. Cross at 48,500: 10,000 U x 0.99 - 24 - 9,200 = 388 at U = 0.97091; on the tick of 0.0001
    // 10,000 x 0.9710 - 24 - 9,200 = 486 (or a tick beside it) is what is left. Isolated: 9,600 are the long's; 10,000 U x 0.99 = 9,624 at 0.97212.
    expect(liquidated(state, 'all-cross')).toEqual(['BTC-PERP@cross 48500', 'collateral:USDC 0.971'])
    expect(liquidated(state, 'all-isolated')).toEqual(['collateral:USDC 0.9722'])
    expect(equities(state)).toEqual(['486', '9698', '486'])
  })

  it('[C1] shows the asset beside the account, not among the positions or trades', async () => {
    const state = await at('depeg', 0)
    expect(state.view.detail?.more.assets).toEqual([{ leg: 'collateral:USDC', asset: 'USDC', amount: '10000', price: '1', value: '10000', haircut: '100', haircutShare: '0.01' }])
    expect(selectPositionRows(state).map(({ leg }) => leg)).toEqual(['BTC-PERP@cross'])
    expect(selectTradeRows(state).map(({ instrument }) => instrument)).toEqual(['BTC-PERP'])
    expect(state.view.frame?.twins['as-set'].openPositions).toBe(1)
  })

  it('[C2] can be sold', async () => {
    const store = createAppStore(testDeps())
    open.push(store)
    await store.getState().actions.start('depeg')
    await store.getState().actions.seek(10)
    await store.getState().actions.give({ type: 'close-position', leg: 'collateral:USDC', share: '1' })
    expect(store.getState().view.detail?.more.assets).toEqual([])
    expect(store.getState().view.detail?.account.pools[0]?.cash).not.toBe('-24')
  })
})

/** 266.67 SOL long at 150 behind 2,000 gap to 90: 16,000 lost, 14,000 of them missing. The fund has 2,000. */
describe('deleveraging', () => {
  it('[Q10, Q11] closes counterparties in the order of their scores until the loss is paid', async () => {
    const state = await at('deleveraging', 120)
    // Desk: PnL 80 x 65 = 5,200 of 12,400, worth 7,200, equity 5,600: 0.41935 x 1.285714 = 0.53917
    // Hedger: 7,000 of 16,000, worth 9,000, equity 7,500: 0.4375 x 1.2 = 0.525
    // Miner: 7,200 of 18,000, worth 10,800, equity 13,200: 0.4 x 0.818182 = 0.32727. At the bankruptcy price 142.5, up to
    // the tick 142.51, each unit gives 52.51: 80 and 100 give 4,200.80 and 5,251, the rest of 12,000 is 2,548.20.
    expect(selectDeleveraged(state).map(({ rank, counterparty, score, price, amount }) => [rank, counterparty, Number(score).toFixed(5), price, amount])).toEqual([
      [1, 'Desk', '0.53917', '142.51', '4200.8'],
      [2, 'Hedger', '0.52500', '142.51', '5251'],
      [3, 'Miner', '0.32727', '142.51', '2548.2'],
    ])
    expect(selectFundChanges(state).map(({ why, change, balance }) => [why, change, balance])).toEqual([
      ['bad-debt', '-14000', '0'],
      ['deleveraged', '2548.2', '14000'],
      ['deleveraged', '5251', '11451.8'],
      ['deleveraged', '4200.8', '6200.8'],
    ])
    expect(selectFunds(state)).toEqual([{ fund: 'venue', instrument: undefined, start: '2000', balance: '0' }])
    expect(selectShortfalls(state)).toEqual([])
  })

  it('[Q5] what nobody covers is shown as such: nobody holds BTC against the pool', async () => {
    const state = await at('deleveraging', 120, 'all-cross')
    // 10,000 + 66.67 - 16,000: 5,933.33 missing; what falls to BTC by its maintenance margin finds no counterparty.
    const paid = selectDeleveraged(state).reduce((sum, { amount }) => sum.plus(amount), new Decimal(0))
    const missing = new Decimal(selectShortfalls(state)[0]?.amount ?? '0')
    expect(missing.gt(0)).toBe(true)
    expect(paid.plus(missing).plus(2000).toFixed()).toBe('5933.333333333333')
    expect(equities(state)[2]).toBe('0')
  })
})
