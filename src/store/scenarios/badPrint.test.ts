import { afterEach, describe, expect, it } from 'vitest'
import type { StoreApi } from 'zustand/vanilla'
import type { AppState } from '../AppState.ts'
import { createAppStore } from '../createAppStore.ts'
import { selectMarketStrip } from '../selectors/selectMarketStrip.ts'
import { selectPriceChart } from '../selectors/selectPriceChart.ts'
import { testDeps } from '../testing/testDeps.ts'

const open: StoreApi<AppState>[] = []

afterEach(() => {
  for (const store of open.splice(0)) store.getState().actions.stop()
})

async function ended(id: string): Promise<AppState> {
  const store = createAppStore(testDeps())
  open.push(store)
  await store.getState().actions.start(id)
  await store.getState().actions.seek(120)
  return store.getState()
}

function equities({ view }: AppState): readonly (string | undefined)[] {
  return (['as-set', 'all-isolated', 'all-cross'] as const).map((twin) => view.frame?.twins[twin].equity)
}

function liquidations({ view }: AppState, twin: 'as-set' | 'all-isolated' | 'all-cross'): readonly string[] {
  return view.events[twin].list.flatMap((event) => (event.type === 'position-liquidated' ? [`${event.leg} ${event.price}`] : []))
}

/**
 * 20,000 long in each: 1/3 BTC at 60,000 and 6,250 LINK at 3.2, 10x, maintenance 0.5 %, wallet 10,000.
 * By the mark: 10,000 + 200 (BTC +1 %) + 6,250 x 0.12 = 10,950.
 * By the last price, LINK isolated: P = (3.2 x 0.9) / 0.995 = 2.89447…, on the tick upwards 2.8945, its 2,000 forfeited:
 * 10,000 - 2,000 + 200 = 8,200. In one pool the print takes everything.
 */
describe('one bad print', () => {
  it('[K5] liquidates by the last price: isolated loses one margin, cross everything', async () => {
    const state = await ended('bad-print-by-last')
    expect(equities(state)).toEqual(['8200', '8200', '0'])
    expect(liquidations(state, 'all-isolated')).toEqual(['LINK-PERP@isolated 2.8945'])
    expect(liquidations(state, 'all-cross').map((each) => each.split(' ')[0])).toEqual(['LINK-PERP@isolated', 'BTC-PERP@cross'])
    expect(state.scenario.info?.rules.liquidation.trigger).toBe('last')
  })

  it('[K5] liquidates nobody by the mark', async () => {
    const state = await ended('bad-print-by-mark')
    expect(equities(state)).toEqual(['10950', '10950', '10950'])
    expect((['as-set', 'all-isolated', 'all-cross'] as const).flatMap((twin) => liquidations(state, twin))).toEqual([])
  })

  it('[K5] is one line of the rules apart', async () => {
    const [byLast, byMark] = [await ended('bad-print-by-last'), await ended('bad-print-by-mark')].map(({ scenario }) => scenario.document)
    expect({ ...byLast, title: '', rules: '' }).toEqual({ ...byMark, title: '', rules: '' })
  })

  it('[K4] shows both prices in the strip, and in the chart the one that liquidates where it is not the mark', async () => {
    const byLast = await ended('bad-print-by-last')
    expect(selectMarketStrip(byLast)).toMatchObject({ instrument: 'LINK-PERP', mark: '3.32', last: '3.32', index: undefined, trigger: 'last' })
    const chart = selectPriceChart(byLast)
    expect([chart?.bars[48]?.close, chart?.trigger?.kind, chart?.trigger?.bars[48]]).toEqual([3.248, 'last', { tick: 48, low: 0.0001, high: 0.0001, close: 0.0001 }])
    expect(selectPriceChart(await ended('bad-print-by-mark'))?.trigger).toBeUndefined()
  })
})
